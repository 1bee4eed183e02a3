import type { Part } from "../../rules/change.ts"
import type { UnitKind } from "../../rules/unit.ts"
import type { change as chinese } from "../zh/change.ts"
import { unit } from "./unit.ts"

const parts: Record<Part, string> = {
  name: "name",
  sponsor: "sponsor",
  operator: "operator",
  custodian: "custodian",
  verification: "verification text",
  "unit-name": "name of the unit",
  "unit-kind": "kind of the unit",
}

/** What has changed and is to be reported. */
export const change: typeof chinese = {
  line: ({ part, before, after }) => {
    const shown = (value: string | null): string =>
      value === null ? "none" : part === "unit-kind" ? unit.kinds[value as UnitKind] : value
    return `${parts[part]}: ${shown(before)} → ${shown(after)}`
  },
  happened: (note) => `What happened: ${note}`,
}
