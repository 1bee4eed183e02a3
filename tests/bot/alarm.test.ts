import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { openAlarm } from "../../bot/alarm.ts"

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const rings: number[] = []
const alarm = openAlarm(
  () => Date.now(),
  () => rings.push(Date.now()),
)

test("an alarm rings once, at the time set last", async () => {
  alarm.set(5_000)
  alarm.set(7_000)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(rings.splice(0)).toEqual([7_000])
  alarm.set(3_000)
  await vi.advanceTimersByTimeAsync(1)
  expect(rings.splice(0)).toEqual([20_000])
})

test("an alarm that was taken back does not ring, and a distant one looks again within a minute", async () => {
  alarm.set(5_000)
  alarm.set(null)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(rings).toEqual([])
  alarm.set(1e12)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(rings.splice(0)).toEqual([80_000])
})
