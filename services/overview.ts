import type { Account } from "../rules/account.ts"
import { isWatched } from "../rules/life.ts"
import type { Duty } from "../rules/duty.ts"
import { isPressing, type Obligation } from "../rules/obligation.ts"
import { firstOf, type Part } from "../rules/overview.ts"
import { holdsAnywhere } from "../rules/rights.ts"
import { days, type Instant } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Level } from "../rules/verdict/index.ts"
import { type Week, weeksUntil } from "../rules/verdict/week.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import { accountsOf, inspect } from "./inspect/inspecting.ts"
import { inRows, rowsOf } from "./inspect/matrix.ts"
import * as inspected from "./inspect/shown.ts"
import { running } from "./incidents/finding.ts"
import { type ShownIncident, shown } from "./incidents/showing.ts"
import * as onDuty from "./onduty.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as status from "./status.ts"

/** How much of each the page shows: a leader looks at it for a minute. */
const LINES = 20
/** How much of the matrix it shows; the whole is a picture in the chat. */
const ROWS = 40
const WEEKS = 12
/** How far ahead it looks for dated duties. */
const NEAR = days(30)

/** How an account stood, week by week. */
export interface Row {
  readonly account: Account
  readonly unit: string
  readonly levels: readonly Level[]
}

/** What a leader's page shows: everything somebody may see, the worst first. */
export interface Overview {
  readonly reader: string
  readonly incidents: Part<ShownIncident>
  /** Accounts that would fail an inspection, or soon will. */
  readonly failing: Part<inspected.Shown>
  readonly due: Part<Duty>
  readonly duty: Part<onDuty.OnDuty>
  readonly matrix: Part<Row> & { readonly weeks: readonly Week[] }
  readonly status: status.Status
}

/**
 * How things stand now, as far as the person behind a messenger's user may see it: with the rights and by the services of
 * the chat. Refused to whoever is not enrolled, or has no role.
 */
export const seenBy = async (act: Act, user: string): Promise<Overview> => {
  const me = await people.memberOf(act, user)
  if (!me) throw new Refusal(act.text.people.outsider)
  if (!holdsAnywhere(me.roles, "see"))
    throw new Refusal(act.text.people.noRightAtAll(act.text.people.rights.see))
  const seen = await people.unitsWith(act, me, "see")
  const open = await running(act, me, null)
  const owed = (await duties.seen(act, me, null)).filter((row) => isNear(row, act.now))
  const incidents = []
  for (const it of open.slice(0, LINES)) incidents.push(await shown(act, it))
  const due = []
  for (const row of owed.slice(0, LINES)) due.push(await duties.shown(act, row))
  return {
    reader: me.person.name,
    incidents: { shown: incidents, hidden: open.length - incidents.length },
    failing: await failingIn(act, seen),
    due: { shown: due, hidden: owed.length - due.length },
    duty: await dutyIn(act, me, seen),
    matrix: await matrixOf(act, seen),
    status: await status.now(act, me, { seen, alone: true }),
  }
}

/** Pressing, or within some weeks: what is due next year is no matter for today. */
const isNear = (row: Obligation, now: Instant): boolean =>
  isPressing(row) || (row.phase === "open" && row.due !== null && row.due.at - now <= NEAR)

/** What an inspection would find now, the strictest first. */
const failingIn = async (act: Act, seen: readonly Unit[]): Promise<Overview["failing"]> => {
  const found = await inspect(act, await accountsOf(act, seen), act.now)
  const { shown: some, hidden } = firstOf(
    found.filter(({ verdict: { level } }) => level === "red" || level === "soon"),
    LINES,
  )
  return { shown: await inspected.shown(act, some, act.now), hidden }
}

const matrixOf = async (act: Act, seen: readonly Unit[]): Promise<Overview["matrix"]> => {
  const units = new Map(seen.map(({ id, name }) => [id, name]))
  const accounts = (await accountsOf(act, seen)).filter(isWatched)
  const weeks = weeksUntil(act.now, WEEKS)
  const { shown, hidden } = firstOf(inRows(accounts, seen), ROWS)
  const rows = await rowsOf(act, shown, weeks)
  return { weeks, hidden, shown: rows.map((row) => ({ ...row, unit: units.get(row.account.unitId) ?? "" })) }
}

/** One's own unit, and those that have a roster; where nobody is on duty comes first. */
const dutyIn = async (act: Act, me: people.Member, seen: readonly Unit[]): Promise<Overview["duty"]> => {
  const bare: onDuty.OnDuty[] = []
  const own: onDuty.OnDuty[] = []
  const others: onDuty.OnDuty[] = []
  for (const unit of seen) {
    const isOwn = unit.id === me.person.unitId
    const found = await onDuty.at(act, me, unit, act.now)
    if (!isOwn && found.shifts.length + found.next.length === 0) continue
    const isBare = !found.shifts.some(({ layer }) => layer === "duty")
    const place = isBare ? bare : isOwn ? own : others
    place.push(found)
  }
  return firstOf([...bare, ...own, ...others], LINES)
}
