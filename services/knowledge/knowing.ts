import type { Account } from "../../rules/account.ts"
import type { Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"

/** What the bot knows about one line of a check, and how. */
export interface Known {
  readonly answer: "fine" | "wrong"
  readonly note: string | null
}

/** One source of knowledge: null where it cannot say, so that a person has to look. */
export type Source = (act: Act, account: Account, since: Day) => Promise<Known | null>

export const fine = (note: string | null = null): Known => ({ answer: "fine", note })
export const wrong = (note: string): Known => ({ answer: "wrong", note })
