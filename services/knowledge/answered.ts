import { instantOf } from "../../rules/time.ts"
import * as cases from "../cases/reading.ts"
import { fine, type Source, wrong } from "./knowing.ts"

/** Whether the public's messages were answered in time, as far as any were entered. */
export const answered: Source = async (act, account, since) => {
  const came = await cases.ofAccount(act, account.id, instantOf(since), act.now)
  if (came.length === 0) return null
  let late = 0
  for (const each of came) if (await cases.isLate(act, each)) late += 1
  const words = act.text.check.knows
  return late === 0 ? fine(words.messages(came.length)) : wrong(words.messagesLate(late, came.length))
}
