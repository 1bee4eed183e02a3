import { z } from "zod"
import { Approval, approval } from "./approval.ts"
import { Checklist, checklist } from "./checklist.ts"
import type { Kind } from "./common.ts"
import { Deadline, deadline } from "./deadline.ts"
import { Limit, limit } from "./limit.ts"
import { Outside, outside } from "./outside.ts"
import { Periodic, periodic } from "./periodic.ts"
import { Quota, quota } from "./quota.ts"
import { Record, record } from "./record.ts"
import { Report, report } from "./report.ts"
import { Require, require } from "./require.ts"
import { Response, response } from "./response.ts"
import { Roster, roster } from "./roster.ts"

/** A rule of any kind; one more kind is one more file and one more name in the two lists. */
export const Rule = z.discriminatedUnion("kind", [
  Require,
  Limit,
  Quota,
  Deadline,
  Periodic,
  Approval,
  Checklist,
  Roster,
  Response,
  Report,
  Record,
  Outside,
])
export type Rule = z.output<typeof Rule>
export type KindName = Rule["kind"]
export type RuleOf<K extends KindName> = Extract<Rule, { readonly kind: K }>

export const kinds: { readonly [K in KindName]: Kind<RuleOf<K>> } = {
  require,
  limit,
  quota,
  deadline,
  periodic,
  approval,
  checklist,
  roster,
  response,
  report,
  record,
  outside,
}
