import type { Account } from "../../rules/account.ts"
import type { Score } from "../../rules/score.ts"
import { formatTerm, type Term } from "../../rules/term.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"

/** Keeps what somebody read on a platform; typed in again it is put right. */
export const enter = async (
  act: Act,
  me: people.Member,
  account: Account,
  term: Term,
  said: Pick<Score, "content" | "followers" | "reposts" | "comments">,
): Promise<Score> => {
  await people.demand(act, me, "score.enter", account.unitId)
  const words = act.text.report
  if (term.kind !== "quarter") throw new Refusal(words.onlyQuarters)
  if (term.from > dayOf(act.now)) throw new Refusal(words.future(term))
  const kept = formatTerm(term)
  const score: Score = {
    ...said,
    id: `${account.id}/${kept}`,
    accountId: account.id,
    unitId: account.unitId,
    term: kept,
    by: act.by,
    at: act.now,
  }
  await act.tables.scores.put(score)
  return score
}
