import { type Doing, doingOf } from "../rules/acts.ts"
import type { Duty } from "../rules/duty.ts"
import type { Button } from "../rules/outgoing.ts"
import { askedFor } from "../rules/report.ts"
import { formatTerm } from "../rules/term.ts"
import type { Act } from "./app.ts"

/** The buttons that end a dated duty: its own command where it has one. */
export const buttonsFor = (act: Act, duty: Duty): readonly Button[] => {
  const label = act.text.obligation.finish(duty)
  const doing: Doing = doingOf(duty.act)
  if (doing.of === "keeper") {
    const { kept, broken } = act.text.statement.buttons
    return [
      { label: kept, press: `statement obligation=${duty.id} say=kept` },
      { label: broken, press: `statement obligation=${duty.id} say=broken` },
    ]
  }
  const report = askedFor(duty.act, duty.since)
  if (report !== null) {
    const other = report.kind === "assessment" ? " sheet=assessment" : ""
    return [{ label, press: `report unit=${duty.unitId} term=${formatTerm(report.term)}${other}` }]
  }
  if (doing.command === undefined) return [{ label, press: `done obligation=${duty.id}` }]
  if (doing.several) return [{ label, press: `${doing.command} obligation=${duty.id}` }]
  return [
    { label, press: duty.account === null ? doing.command : `${doing.command} account=${duty.account.id}` },
  ]
}
