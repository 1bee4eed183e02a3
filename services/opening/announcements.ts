import type { Account } from "../../rules/account.ts"
import { closed } from "../../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import type { Procedure } from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as obligations from "../obligations.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as settling from "../settling.ts"
import * as units from "../units.ts"

export interface Removed {
  /** Null when it was taken down in time; else the first day on which it could have been. */
  readonly tooEarly: Day | null
}

/**
 * Notes that an announcement was taken down. It is a fact, whether it was allowed or not: what came down too early is kept
 * as a violation, and the leader is told.
 */
export const removed = async (act: Act, me: people.Member, account: Account, on: Day): Promise<Removed> => {
  await people.demand(act, me, "duty.finish", account.unitId)
  const standing = await standingOn(act, account.id)
  if (standing === null) throw new Refusal(act.text.opening.nothingAnnounced(account))
  const { procedure, index, on: since } = standing
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (on < since) throw new Refusal(act.text.obligation.beforeStart(on, since))
  const holds = (await act.tables.obligations.where("account", account.id)).filter(
    (row) =>
      row.act === "announcement.remove" && row.since === since && (isOpen(row) || row.phase === "free"),
  )
  const free = Math.max(0, ...holds.flatMap(({ freeAt }) => freeAt ?? []))
  const early = free > 0 && on < dayOf(free)
  await act.tables.procedures.put({
    ...procedure,
    announcements: procedure.announcements.map((each, at) =>
      at === index ? { ...each, removed: { on, by: act.by, at: act.now, early } } : each,
    ),
  })
  for (const row of holds) await (early ? violate(act, row, on) : settle(act, row, on))
  if (early) await tellLeaders(act, account, on, dayOf(free))
  return { tooEarly: early ? dayOf(free) : null }
}

interface Standing {
  readonly procedure: Procedure
  readonly index: number
  readonly on: Day
}

/** The announcement that stands: one that still has to before those that need not, then the oldest. */
const standingOn = async (act: Act, accountId: string): Promise<Standing | null> => {
  const rows = await act.tables.obligations.where("account", accountId)
  const hasTo = (on: Day): boolean =>
    rows.some(
      ({ act: what, since, phase }) =>
        what === "announcement.remove" && since === on && phase === "scheduled",
    )
  const found: Standing[] = []
  for (const procedure of await act.tables.procedures.where("account", accountId))
    procedure.announcements.forEach(({ removed: gone, on }, index) => {
      if (gone === null) found.push({ procedure, index, on })
    })
  return found.sort((a, b) => Number(hasTo(b.on)) - Number(hasTo(a.on)) || (a.on < b.on ? -1 : 1))[0] ?? null
}

const settle = async (act: Act, row: Obligation, on: Day): Promise<void> => {
  if (isOpen(row)) await settling.settle(act, row, { on, proof: null, note: null })
  else await obligations.keep(act, ended(act, row, on, "done"))
}

const ended = (act: Act, row: Obligation, on: Day, phase: "done" | "late"): Obligation =>
  closed({ ...row, settled: { on, by: act.by, at: act.now, proof: null, note: null } }, phase, act.now)

const violate = async (act: Act, row: Obligation, on: Day): Promise<void> => {
  const late = ended(act, row, on, "late")
  const note = act.text.opening.tooEarly(on)
  await obligations.keep(act, { ...late, settled: late.settled && { ...late.settled, note } })
}

const tellLeaders = async (act: Act, account: Account, on: Day, free: Day): Promise<void> => {
  const unit = await units.unit(act, account.unitId)
  for (const leader of await owners.leaders(act, account.unitId))
    await outbox.post(act, {
      to: { kind: "person", id: leader.id },
      lane: "notice",
      key: `removed-early:${account.id}:${on}:${leader.id}`,
      dueAt: outsideQuiet(await units.times(act, unit.id), act.now),
      body: { text: act.text.opening.removedEarly({ account, unit: unit.name, on, free }) },
    })
}
