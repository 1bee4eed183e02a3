import type { Obligation } from "../rules/obligation.ts"
import type { Occasion } from "../rules/occasion.ts"
import { type Day, dayOf } from "../rules/time.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import { start, wouldMend } from "./obligations.ts"
import * as duties from "./duties.ts"
import * as people from "./people.ts"
import { profileOf } from "./procedures/asking.ts"
import { Refusal } from "./refusal.ts"
import * as requests from "./requests.ts"

export interface Redating {
  readonly on: Day
  readonly reason: string
}

/** What came of it: done, or put before a second person. */
export type Redated =
  { readonly kind: "done" } | { readonly kind: "asked"; readonly leaders: readonly string[] }

/** Corrects the day with which a duty began. What would turn late into in time counts only once a second person agrees. */
export const redate = async (
  act: Act,
  me: people.Member,
  row: Obligation,
  { on, reason }: Redating,
): Promise<Redated> => {
  await people.demand(act, me, "account.edit", row.unitId)
  const words = act.text.redate
  const occasion = row.occasionId === null ? null : await act.tables.occasions.get(row.occasionId)
  if (occasion === null || typeof occasion.on !== "string") throw new Refusal(words.noStart)
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  if (on === occasion.on) throw new Refusal(words.same(on))
  if (!(await wouldMend(act, { ...occasion, on }))) {
    await apply(act, occasion, { on, reason })
    return { kind: "done" }
  }
  const duty = await duties.shown(act, row)
  const { leaders } = await requests.ask(act, me, {
    unitId: row.unitId,
    wanted: { kind: "redate", obligationId: row.id, on, reason },
    rules: [],
    says: words.asksLeader({ by: me.person.name, duty, before: occasion.on, on, reason }),
    second: true,
  })
  return { kind: "asked", leaders: leaders ?? [] }
}

/** Sets the day, keeps the one that stood before, and counts everything that began with it anew. */
export const apply = async (act: Act, known: Occasion, { on, reason }: Redating): Promise<void> => {
  const from = typeof known.on === "string" ? known.on : dayOf(known.on)
  const correction = { from, to: on, by: act.by, at: act.now, reason }
  const occasion: Occasion = { ...known, on, corrected: [...(known.corrected ?? []), correction] }
  await act.tables.occasions.put(occasion)
  const { kind, accountId } = occasion
  const account = accountId === null ? null : await act.tables.accounts.get(accountId)
  if (account !== null && kind === "account.opened") {
    const profile = await profileOf(act, account.id)
    if (profile.registeredOn !== null) await act.tables.profiles.put({ ...profile, registeredOn: on })
    await accounts.change(act, account, { openedOn: on })
  }
  if (account !== null && (kind === "account.went-offline" || kind === "account.shut-down"))
    for (const window of await act.tables.offlineWindows.where("account", account.id))
      if (occasion.id.endsWith(`/${window.id}`)) await act.tables.offlineWindows.put({ ...window, start: on })
  await start(act, occasion)
}
