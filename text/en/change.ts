import type { Part } from "../../rules/change.ts"
import type { UnitKind } from "../../rules/unit.ts"
import type { change as chinese } from "../zh/change.ts"
import { unit } from "./unit.ts"

const parts: Record<Part, string> = {
  name: "name",
  sponsor: "sponsor",
  operator: "operator",
  custodian: "custodian",
  editors: "editors",
  verification: "verification text",
  link: "link",
  main: "main account",
  "unit-name": "name of the unit",
  "unit-kind": "kind of the unit",
  "unit-office": "office that answers for its accounts",
  "unit-chief": "chief",
  "unit-leader": "leader in charge",
}

const shown = (part: Part, value: string | null): string => {
  if (value === null) return "none"
  return part === "unit-kind" ? unit.kinds[value as UnitKind] : value
}

/** What has changed and is to be reported. */
export const change: typeof chinese = {
  counted: (of) =>
    `when it changes: ${of.map((part) => (part === "others" ? "other details" : parts[part])).join(", ")}`,
  line: ({ part, before, after }, byHouse) =>
    `${parts[part]}: ${shown(part, before)} → ${shown(part, after)}${byHouse ? " (counted by house rule)" : ""}`,
  happened: (note) => `What happened: ${note}`,
}
