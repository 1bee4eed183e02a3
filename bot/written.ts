import type { Account } from "../rules/account.ts"
import type { Attention, Case } from "../rules/case.ts"
import { addDays, dayOf } from "../rules/time.ts"
import type { Act } from "../services/app.ts"
import * as answering from "../services/cases/answering.ts"
import * as handing from "../services/cases/handing.ts"
import * as taking from "../services/cases/taking.ts"
import { ago, type Bureau } from "./bureau.ts"

interface Wanted {
  readonly topic: string
  readonly attention?: Attention
  readonly confidential?: boolean
}

const received = (
  turn: Act,
  { operator }: Bureau,
  account: Account,
  { topic, attention = "single", confidential = false }: Wanted,
): Promise<Case> =>
  taking.take(turn, operator, account, {
    topic,
    attention,
    confidential,
    link: null,
    platformNumber: null,
    receivedAt: turn.now,
  })

/** What people wrote to the bureau lately: one is settled, one promised for a day, one hot, one to be kept to oneself. */
export const wroteIn = async (turn: Act, bureau: Bureau): Promise<void> => {
  const { operator } = bureau
  const account = (await turn.tables.accounts.where("unit", bureau.unit.id)).find(
    ({ state, platform }) => state === "live" && platform === "wechat-subscription",
  )
  if (!account) throw new Error("the bureau has lost its account")
  const then = ago(turn, 12, operator)
  const first = await handing.assign(
    then,
    operator,
    await received(then, bureau, account, { topic: "道路交通" }),
    null,
  )
  const out = await answering.replied(
    then,
    operator,
    await answering.reply(then, operator, first, "https://www.example.gov.cn/answer"),
    [],
  )
  await answering.end(then, operator, out, "yes")
  const today = ago(turn, 0, operator)
  const promised = await handing.assign(
    today,
    operator,
    await handing.firstReply(today, operator, await received(today, bureau, account, { topic: "公交站牌" })),
    null,
  )
  await handing.promise(today, operator, promised, addDays(dayOf(today.now), 10), null)
  await received(today, bureau, account, { topic: "桥梁维修", attention: "hot" })
  await received(today, bureau, account, { topic: "出租车", confidential: true })
}
