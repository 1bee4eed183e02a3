import { dayOf } from "../../rules/time.ts"
import * as dues from "../dues.ts"
import { fine, type Source, wrong } from "./knowing.ts"

/** Whether the account was updated as its quotas ask: none missed since, and none running out now. */
export const updated: Source = async (act, account, since) => {
  const words = act.text.check.knows
  const missed = (await act.tables.misses.where("account", account.id)).filter(({ at }) => dayOf(at) >= since)
  if (missed.length > 0) return wrong(words.missed(missed.length))
  const owed = await dues.of(act, account)
  if (owed.length === 0) return null
  if (owed.some(({ condition }) => condition !== "green" && condition !== "amber"))
    return wrong(words.silent(owed[0]?.silent ?? 0))
  return fine(account.lastPostAt === null ? null : words.lastPost(dayOf(account.lastPostAt)))
}
