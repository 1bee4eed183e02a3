import type { Account, Platform } from "../rules/account.ts"
import { dayOf, days } from "../rules/time.ts"
import type { ClosingStep } from "../rules/closing.ts"
import * as accounts from "../services/accounts.ts"
import type { Act } from "../services/app.ts"
import * as cancelling from "../services/closing/cancelling.ts"
import * as ordering from "../services/closing/ordering.ts"
import * as steps from "../services/closing/steps.ts"
import * as people from "../services/people.ts"
import * as asking from "../services/procedures/asking.ts"
import { ago, agreed, type Bureau, drafted } from "./bureau.ts"
import { cast } from "./county.ts"

/** An account that is years old and looked after; a second one on its platform has a name of its own. */
const old = async (turn: Act, bureau: Bureau, platform: Platform, name?: string): Promise<Account> => {
  const draft = drafted(bureau, platform, "2021-06-01")
  const kept = { exceptions: [], lastPostAt: turn.now - days(1) }
  return accounts.create(turn, { ...draft, name: name ?? draft.name }, kept)
}

/** Asks for the end of an account, and everybody agrees. */
const agreedOn = async (
  then: Act,
  bureau: Bureau,
  account: Account,
  kind: "account.close" | "account.exit",
): Promise<Account> => {
  const { reasons, ticks, attach } = await asking.askedOf(then, account, kind)
  await agreed(then, bureau, account, {
    kind,
    reason: reasons?.at(-1) ?? null,
    ticks: ticks.map(({ id }) => id),
    attachments: attach.map(({ what }) => ({ what, paper: "示例交〔2026〕2号" })),
    details: { from: account.state },
  })
  return accounts.account(then, account.id)
}

/** An account whose closing everybody agreed to so many days ago. */
const agreedToClose = async (turn: Act, bureau: Bureau, platform: Platform, daysAgo: number) => {
  const then = ago(turn, daysAgo, bureau.operator)
  return agreedOn(then, bureau, await old(then, bureau, platform), "account.close")
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

/** Left supervision ten days ago: its sponsor is an office no more. */
export const exited = async (turn: Act, bureau: Bureau): Promise<void> => {
  const then = ago(turn, 10, bureau.operator)
  await agreedOn(then, bureau, await old(then, bureau, "weibo", "示例交通驾校"), "account.exit")
}

/** Ordered closed yesterday by whoever supervises: what is left is to file that. */
export const orderedClosed = async (turn: Act, bureau: Bureau): Promise<void> => {
  const [, , { id }] = cast.people
  const officer = await people.memberOf(turn, `telegram:${id}`)
  if (!officer) throw new Error(`${id} is not of the county`)
  const then = ago(turn, 1, officer)
  const account = await old(then, bureau, "douyin", "示例交通路况")
  await ordering.order(then, officer, account, {
    authority: "示例县委网信办",
    paper: "示例网信〔2026〕3号",
    on: dayOf(then.now),
    reason: "长期由个人运营，屡次整改不到位",
  })
}
