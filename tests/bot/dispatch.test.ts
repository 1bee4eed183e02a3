import { expect, test } from "vitest"
import { Backlog } from "../../bot/backlog.ts"
import { Budgets } from "../../bot/budgets.ts"
import { Dispatch } from "../../bot/dispatch.ts"
import type { Line } from "../../bot/queue.ts"

const NOW = 1_800_000_000_000
const unlimited = {
  perSecond: Infinity,
  perChatSecond: 1,
  chatBurst: Infinity,
  perGroupMinute: Infinity,
  textLength: 4_096,
  captionLength: 1_024,
}

const answerTo = (chat: number): Line => ({ door: String(chat), lane: "answer" })

test("whose answer came makes room for others at once, and for more to the same chat once it is recorded", () => {
  const dispatch = new Dispatch(new Backlog(), new Budgets(unlimited, () => false))
  let chat = 0
  while (dispatch.pass(answerTo(chat), NOW)) chat += 1
  expect(chat).toBe(100)

  dispatch.answered(answerTo(0), NOW)
  expect(dispatch.pass(answerTo(0), NOW)).toBe(false)
  expect(dispatch.pass(answerTo(chat), NOW)).toBe(true)

  dispatch.answered(answerTo(1), NOW)
  dispatch.recorded(answerTo(0))
  expect(dispatch.pass(answerTo(0), NOW)).toBe(true)
  expect(dispatch.pass(answerTo(2), NOW)).toBe(false)
})

test("what stayed after all leaves its place to others", () => {
  const dispatch = new Dispatch(new Backlog(), new Budgets(unlimited, () => false))
  for (let chat = 0; chat < 100; chat += 1) dispatch.pass(answerTo(chat), NOW)
  dispatch.stayed(answerTo(7))
  expect(dispatch.pass(answerTo(7), NOW)).toBe(true)
  expect(dispatch.pass(answerTo(100), NOW)).toBe(false)
})
