import type { Account } from "../../rules/account.ts"
import { answeringOf } from "../../rules/answering.ts"
import { type IncidentKind, type Severity } from "../../rules/gravity.ts"
import { type Incident, isOver } from "../../rules/incident.ts"
import type { OwnSaid } from "../../rules/ownkind.ts"
import { startedAt } from "../../rules/ladder.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as losses from "../losses.ts"
import * as ownkinds from "../ownkinds.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { toPerson } from "./cards.ts"
import { deal } from "./dealing.ts"
import { climb } from "./climbing.ts"
import { keep, note } from "./notes.ts"

export interface Report {
  readonly unitId: string
  readonly account: Account | null
  readonly kind: IncidentKind
  readonly severity: Severity
  readonly foundAt: Instant
  readonly what: string | null
  readonly link: string | null
  readonly drill: boolean
  /** The line of a unit's own table that it falls under. */
  readonly own?: OwnSaid | undefined
}

/** What the rules in force ask about it. */
export const answeringFor = async (
  act: Act,
  { unitId, account, kind, severity, foundAt, own }: Omit<Report, "what" | "link" | "drill">,
) => {
  const line = own === undefined ? null : await ownkinds.lineOf(act, own.tableId, own.n)
  const unit = await units.unit(act, unitId)
  const scope = { unitKind: unit.kind, platform: account?.platform ?? null }
  return answeringOf(await calendar(act), await stackOf(act, unit), scope, {
    kind,
    severity,
    foundAt,
    own: line,
  })
}

/** Somebody reports that something has gone wrong: the first of the ladder are called in the same moment. */
export const raise = async (act: Act, me: people.Member, report: Report): Promise<Incident> => {
  await people.demand(act, me, "incident.raise", report.unitId)
  const words = act.text.incident
  if (report.foundAt > act.now) throw new Refusal(words.foundInFuture(report.foundAt, act.now))
  await refuseElsewhere(act, report)
  await refuseTwice(act, report)
  const { ladder, clocks, needs, askEvery } = await answeringFor(act, report)
  const { account, ...said } = report
  const opened: Incident = {
    ...said,
    id: act.newId(),
    number: await nextNumber(act),
    accountId: account?.id ?? null,
    raisedBy: me.person.id,
    raisedAt: act.now,
    ladder,
    climb: startedAt(act.now),
    called: [],
    state: "open",
    holder: null,
    acknowledged: [],
    clocks,
    needs,
    askAt: askEvery === null ? null : act.now + askEvery,
    askEvery,
    spokenUntil: report.foundAt,
    cards: {},
    closed: null,
    dueAt: null,
  }
  await note(act, opened, { what: "raised", note: report.what })
  if (opened.kind === "hijack" && account !== null && !opened.drill) await losses.hijackRaised(act, account)
  const called = await climb(act, opened)
  const isCalled = called.cards[me.person.id] !== undefined
  return keep(act, isCalled ? called : await deal(act, called, [toPerson(me.person.id)]))
}

/** A table of events holds in its unit and below, and nowhere else. */
const refuseElsewhere = async (act: Act, { own, unitId }: Report): Promise<void> => {
  const table = own === undefined ? null : await act.tables.kindTables.get(own.tableId)
  if (table && !(await units.path(act, unitId)).includes(table.unitId))
    throw new Refusal(act.text.ownkind.elsewhere((await units.unit(act, table.unitId)).name))
}

const nextNumber = async (act: Act): Promise<string> => {
  const year = dayOf(act.now).slice(0, 4)
  return `${year}-${(await act.tables.incidents.where("year", year)).length + 1}`
}

/** The same thing, reported by another: the one that runs is added to. */
const refuseTwice = async (act: Act, { unitId, account, kind, drill }: Report): Promise<void> => {
  if (account === null) return
  const known = (await act.tables.incidents.where("open", unitId)).find(
    (each) => each.accountId === account.id && each.kind === kind && each.drill === drill && !isOver(each),
  )
  if (known) throw new Refusal(act.text.incident.raisedAlready(known.number, known.kind))
}
