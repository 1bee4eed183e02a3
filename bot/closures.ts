import type { Account, Platform } from "../rules/account.ts"
import { dayOf, days } from "../rules/time.ts"
import type { ClosingStep } from "../rules/closing.ts"
import * as accounts from "../services/accounts.ts"
import type { Act } from "../services/app.ts"
import * as cancelling from "../services/closing/cancelling.ts"
import * as steps from "../services/closing/steps.ts"
import * as asking from "../services/procedures/asking.ts"
import { ago, agreed, type Bureau, drafted } from "./bureau.ts"

/** An account whose closing everybody agreed to so many days ago. */
const agreedToClose = async (
  turn: Act,
  bureau: Bureau,
  platform: Platform,
  daysAgo: number,
): Promise<Account> => {
  const then = ago(turn, daysAgo, bureau.operator)
  const account = await accounts.create(then, drafted(bureau, platform, "2021-06-01"), {
    exceptions: [],
    lastPostAt: turn.now - days(1),
  })
  const { reasons, ticks, attach } = await asking.askedOf(then, account, "account.close")
  await agreed(then, bureau, account, {
    kind: "account.close",
    reason: reasons?.at(-1) ?? "集约整合",
    ticks: ticks.map(({ id }) => id),
    attachments: attach.map(({ what }) => ({ what, paper: "示例交〔2026〕2号" })),
    details: { from: account.state },
  })
  return accounts.account(then, account.id)
}

const taken = async (
  turn: Act,
  bureau: Bureau,
  account: Account,
  step: ClosingStep,
  daysAgo: number,
): Promise<void> => {
  const then = ago(turn, daysAgo, bureau.operator)
  const link = "https://www.example.gov.cn/closing"
  await steps.take(then, bureau.operator, account, step, { on: dayOf(then.now), link, followers: null })
}

/** Agreed to twelve days ago; its announcement has stood for ten, so that it cannot be cancelled yet. */
export const closing = async (turn: Act, bureau: Bureau): Promise<void> => {
  const account = await agreedToClose(turn, bureau, "xiaohongshu", 12)
  await taken(turn, bureau, account, "announced", 10)
  await taken(turn, bureau, account, "migrated", 3)
}

/** Gone from its platform since today: what is left is to file that. */
export const cancelled = async (turn: Act, bureau: Bureau): Promise<void> => {
  const account = await agreedToClose(turn, bureau, "bilibili", 45)
  await taken(turn, bureau, account, "announced", 40)
  await taken(turn, bureau, account, "migrated", 20)
  await taken(turn, bureau, account, "destination", 20)
  const now = ago(turn, 0, bureau.operator)
  await cancelling.cancelled(now, bureau.operator, await accounts.account(now, account.id), dayOf(now.now))
}
