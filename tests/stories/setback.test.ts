import { expect, test } from "vitest"
import { hours, minutes } from "../../rules/time.ts"
import * as outbox from "../../services/outbox.ts"
import * as setback from "../../services/setback.ts"
import { emergency, latest, told } from "../emergency.ts"
import { li, type World } from "../world.ts"

/** As it is done at every start, and by the beat of the clock. */
const putBack = async (w: World, by: number): Promise<void> => {
  w.playground.clock.advance(-by)
  await w.look((turn) => setback.putRight(turn))
  await w.playground.settled()
}

test("a clock that is put back by an hour delays no call by an hour", async () => {
  const w = await emergency()
  await w.say(li, "/sos 舆情 一般 https://example.com/1")
  await w.turnTo("2026-03-02", "10:11")
  expect((await latest(w)).called).toHaveLength(2)
  await putBack(w, hours(1))
  w.said()
  await w.turnTo("2026-03-02", "09:41")
  expect((await latest(w)).called.length).toBeGreaterThan(2)
  expect(told(w, "🚨").length).toBeGreaterThan(0)
})

test("nor does it keep a holder's silence an hour longer, or a message that is about to leave", async () => {
  const w = await emergency()
  await w.say(li, "/sos 舆情 一般 https://example.com/1")
  await w.press(li, "我来处理")
  w.said()
  await w.look((turn) =>
    outbox.post(turn, {
      to: { kind: "chat", id: String(li) },
      lane: "notice",
      dueAt: turn.now + minutes(1),
      body: { text: "一分钟后" },
    }),
  )
  await putBack(w, hours(1))
  await w.turnTo("2026-03-02", "09:02")
  expect(told(w, "一分钟后")).toEqual([li])
  await w.turnTo("2026-03-02", "10:01")
  expect(told(w, "超过 60 分钟没有消息").length).toBeGreaterThan(0)
})
