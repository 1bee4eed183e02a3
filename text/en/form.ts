import type { form as chinese } from "../zh/form.ts"
import { runnings, yesOrNo } from "./details.ts"
import { platform } from "./platform.ts"
import * as when from "./when.ts"

const day = (it: string | null): string => (it === null ? "" : when.fullDay(it))

export const form: typeof chinese = {
  title: "Filing form of a government new-media account",
  seal: "Unit (seal):                                   Signed:",
  sheet: (it) => `${platform[it.platform]} ${it.name}`,
  labels: {
    name: "account",
    platform: "platform",
    unit: "sponsor",
    supervisor: "supervising unit",
    link: "link",
    verification: "verification text",
    main: "main account",
    registeredOn: "registered on",
    openedOn: "live since",
    approval: "approved",
    chiefs: "chief",
    leaders: "leader in charge",
    editorsInChief: "editor-in-chief",
    custodian: "password custodian",
    editors: "editors",
    outsourced: "run by",
    operator: "operating unit",
    licence: "licence",
    systemNumber: "national system no.",
    filledOn: "filled in on",
  },
  value: (it, line) => {
    switch (line) {
      case "platform":
        return platform[it.platform]
      case "main":
        return it.main ? yesOrNo.yes : yesOrNo.no
      case "registeredOn":
      case "openedOn":
      case "filledOn":
        return day(it[line])
      case "approval":
        return [day(it.approvedOn), ...it.approvedBy].filter((each) => each !== "").join("; ")
      case "outsourced":
        return it.operator === null ? runnings.own : runnings.outsourced
      case "operator":
        return it.operator ?? it.unit
      case "chiefs":
      case "leaders":
      case "editorsInChief":
      case "editors":
        return it[line].join(", ")
      case "name":
      case "unit":
      case "supervisor":
      case "link":
      case "verification":
      case "custodian":
      case "licence":
      case "systemNumber":
        return it[line] ?? ""
    }
  },
  commands: {
    form: {
      title: "Make the filing forms",
      aliases: [],
      fields: {
        unit: { label: "unit", ask: "Of which unit, with those below it?", example: "Example County" },
      },
    },
  },
  fileName: (unit, on) => `filing-forms_${unit}_${on}`,
  made: (it) =>
    [
      `The filing forms of ${it.unit}: ${it.count} accounts, a sheet for each. Please check and hand them in, then record the receipt with /done.`,
      ...(it.unfinished.length === 0 ? [] : [`Still blank: ${it.unfinished.join(", ")}`]),
    ].join("\n"),
  none: (unit) => `${unit} has no live account, so there is nothing to file.`,
}
