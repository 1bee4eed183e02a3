import type { Reason } from "../../rules/verdict/index.ts"
import { inspect } from "../../services/inspect/inspecting.ts"
import { timeOf, dayOf } from "../../rules/time.ts"
import { History } from "./history.ts"
import { Naive } from "./naive.ts"

/** What a reason is called by the naive count. */
const nameOf = (reason: Reason): string => {
  switch (reason.kind) {
    case "silence":
      return "days" in reason.stretch ? `every ${reason.stretch.days}` : "every"
    case "quota":
      return reason.frequency.kind === "per" ? `per ${reason.frequency.span}` : "per"
    case "given-up":
      return reason.mark
    default:
      return reason.kind
  }
}

/** Lives through so many days with so many accounts, asks so often about a day, and gives back every answer that differs. */
export const differing = async (
  seed: number,
  { many, long, asked }: { readonly many: number; readonly long: number; readonly asked: number },
): Promise<{ readonly answers: number; readonly differences: readonly string[] }> => {
  const history = await History.of(seed, many, long)
  const naive = new Naive(history.lines, history.now)
  const differences: string[] = []
  let answers = 0
  for (let nth = 0; nth < asked; nth += 1) {
    const at = history.anyInstant()
    const found = await history.do(async (turn) => inspect(turn, await turn.tables.accounts.all(), at))
    for (const { account, verdict } of found) {
      answers += 1
      const red = verdict.reasons.filter(({ level }) => level === "red").map(nameOf)
      const said = verdict.level === "red" ? `red ${[...new Set(red)].sort().join(", ")}` : verdict.level
      const expected = naive.level(account.id, at)
      if (said !== expected)
        differences.push(
          `seed ${seed}, ${account.name} at ${dayOf(at)} ${timeOf(at)}: naively ${expected}, but ${said}`,
        )
    }
  }
  return { answers, differences }
}
