import { inForce } from "../../rules/force.ts"
import type { Report } from "../../rules/kinds/report.ts"
import type { Source } from "../../rules/owed.ts"
import type { ReportKind } from "../../rules/report.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { stackOf } from "../rulebooks.ts"

/** Whether any of a unit's rulebooks wants this written up. */
export const isAsked = async (act: Act, unit: Unit, report: Report["report"]): Promise<boolean> =>
  inForce(await stackOf(act, unit), "report", { unitKind: unit.kind, platform: null }).some(
    ({ rule }) => rule.report === report,
  )

/** What asks a unit for a report of this kind; every text that does, the house alone where no text does. */
export const of = async (act: Act, unit: Unit, kind: ReportKind): Promise<readonly Source[]> =>
  inForce(await stackOf(act, unit), "report", { unitKind: unit.kind, platform: null })
    .filter(({ rule }) => rule.report === kind)
    .flatMap((cited) => [cited, ...cited.over.map((each) => each.cited)])
    .map(bindings.sourceOf)
    .filter(({ origin }) => origin !== "house")
