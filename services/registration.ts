import { type Account, changesBetween, type Draft } from "../rules/account.ts"
import { isEnded } from "../rules/life.ts"
import type { Objection } from "../rules/registration/objections.ts"
import type { Request, Wanted } from "../rules/request.ts"
import { hours, type Instant } from "../rules/time.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import { wouldMend } from "./obligations.ts"
import { idOf } from "./occasions.ts"
import * as objections from "./objections.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as requests from "./requests.ts"
import * as units from "./units.ts"

/** What came of a registration or a change: done, or put before the leader in charge. */
export type Outcome =
  | {
      readonly kind: "done"
      readonly account: Account
      readonly before: Account | null
      readonly notes: readonly Objection[]
    }
  | {
      readonly kind: "asked"
      readonly request: Request
      readonly raised: readonly Objection[]
      /** Who was asked; null when the asker may decide it. */
      readonly leaders: readonly string[] | null
    }

/** Registers an account, unless a rule stands against it. */
export const register = async (
  act: Act,
  me: people.Member,
  wanted: Draft,
  lastPostAt: Instant | null,
): Promise<Outcome> => {
  await people.demand(act, me, "account.register", wanted.unitId)
  await units.refuseDissolved(act, wanted.unitId)
  const draft = await accounts.settled(act, wanted)
  await accounts.refuseDouble(act, draft, null)
  const { soft, notes } = objections.refuseHard(act, await objections.against(act, draft, null))
  if (soft.length > 0) return putBefore(act, me, { kind: "register", draft, lastPostAt }, draft, soft)
  const account = await accounts.create(act, draft, { exceptions: [], lastPostAt, registeredBy: act.by })
  return { kind: "done", account, before: null, notes }
}

/** How long a registration can be taken back. */
const UNDO_HOURS = 24

/** What somebody registered lately, and may still take back. */
export const latest = async (act: Act, me: people.Member): Promise<readonly Account[]> => {
  const found: Account[] = []
  for (const { id } of await people.unitsWith(act, me, "account.register"))
    for (const account of await act.tables.accounts.where("unit", id))
      if (account.registeredBy === me.person.id && (await isFresh(act, account))) found.push(account)
  return found
}

/** Whether nothing has come of a registration yet. */
const isFresh = async (act: Act, account: Account): Promise<boolean> => {
  if (account.state !== "live" || act.now - account.registeredAt > hours(UNDO_HOURS)) return false
  const reported = (await act.tables.posts.where("account", account.id)).some(
    ({ batchId }) => batchId !== account.id,
  )
  return !reported && (await act.tables.misses.where("account", account.id)).length === 0
}

/** Takes a registration back, with the last post that was named in it. */
export const undo = async (act: Act, me: people.Member, accountId: string): Promise<Account> => {
  const account = await accounts.account(act, accountId)
  await people.demand(act, me, "account.register", account.unitId)
  if (!(await isFresh(act, account))) throw new Refusal(act.text.account.notFresh(account, UNDO_HOURS))
  await accounts.remove(act, account)
  return account
}

/** Changes what is said of an account, unless a rule stands against what changes. */
export const edit = async (
  act: Act,
  me: people.Member,
  account: Account,
  patch: Partial<Draft>,
): Promise<Outcome> => {
  await people.demand(act, me, "account.edit", account.unitId)
  if (isEnded(account)) throw new Refusal(act.text.account.retiredAlready(account))
  const draft = await accounts.settled(act, { ...account, ...patch })
  if (draft.unitId !== account.unitId) {
    await people.demand(act, me, "account.register", draft.unitId)
    await units.refuseDissolved(act, draft.unitId)
  }
  const changes = changesBetween(account, draft)
  if (Object.keys(changes).length === 0) throw new Refusal(act.text.account.same)
  await accounts.refuseDouble(act, draft, account.id)
  await refuseMending(act, account, draft.openedOn)
  const { soft, notes } = objections.refuseHard(act, await objections.raisedBy(act, draft, account))
  if (soft.length > 0) {
    const wanted = { kind: "edit", accountId: account.id, patch: changes } as const
    return putBefore(act, me, wanted, draft, soft)
  }
  return { kind: "done", account: await accounts.change(act, account, changes), before: account, notes }
}

/** Another day of opening must not make in time what was late: that needs a second person. */
const refuseMending = async (
  act: Act,
  { id, unitId, openedOn }: Account,
  on: string | null,
): Promise<void> => {
  if (on === null || on === openedOn) return
  const opened = await act.tables.occasions.get(idOf({ kind: "account.opened", unitId, accountId: id }))
  if (opened !== null && (await wouldMend(act, { ...opened, on }))) throw new Refusal(act.text.redate.mends)
}

/** Puts before the leader in charge what only they can pass. */
export const putBefore = async (
  act: Act,
  me: people.Member,
  wanted: Wanted,
  draft: Draft,
  raised: readonly Objection[],
): Promise<Outcome> => {
  const says = act.text.request.asksLeader({
    by: me.person.name,
    unit: (await units.unit(act, draft.unitId)).name,
    account: draft,
    kind: wanted.kind === "edit" || wanted.kind === "open" ? wanted.kind : "register",
    raised,
  })
  const rules = raised.map(({ rule }) => rule)
  return {
    kind: "asked",
    raised,
    ...(await requests.ask(act, me, { unitId: draft.unitId, wanted, rules, says })),
  }
}
