import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openAlarm } from "../bot/alarm.ts"
import { openLog } from "../bot/log.ts"
import { openTelegram } from "../bot/messengers/telegram.ts"
import { openSender } from "../bot/sender.ts"
import { createPlayground } from "../playground/playground.ts"
import { act, type App } from "../services/app.ts"
import { post } from "../services/outbox.ts"
import { openFile } from "../storage/file.ts"
import { zh } from "../text/zh/index.ts"
import type { Benchmark, Measurement } from "./benchmark.ts"

const COUNT = 1_000
/** Telegram's figure. */
const PER_SECOND = 30
const ABOUT = { by: "bench", why: "bench" }

const people = Array.from({ length: COUNT }, (_, index) => ({
  id: index + 1,
  name: `第${index + 1}人`,
  started: true,
}))

const emergency = {
  to: { kind: "chat", id: "1" },
  lane: "emergency",
  body: { text: "紧急" },
} as const

const refuse = (fault: unknown): never => {
  throw new Error("this must not happen", { cause: fault })
}

/** A thousand digests to a thousand chats through real grammY, Telegram's limits enforced, with an emergency amidst. */
const run = async (): Promise<Measurement> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-bench-"))
  const playground = await createPlayground({ people })
  const now = (): number => Date.now()
  const store = await openFile({ folder, now, notice: refuse, fatal: refuse })
  let ids = 0
  const app: App = { store, now, newId: () => `id-${(ids += 1)}`, text: zh, report: refuse }
  const messenger = openTelegram({
    token: playground.token,
    apiRoot: playground.apiRoot,
    log: openLog({ level: "silent", secrets: [] }),
    fatal: refuse,
  })
  const alarm = openAlarm(now, () => sender.wake())
  const sender = openSender(app, messenger, { alarm: (at) => alarm.set(at) })
  let left = 0
  let posted = Number.NaN
  let late = Number.NaN
  const done = new Promise<void>((resolve) => {
    playground.onChange((change) => {
      if (change.kind !== "message") return
      left += 1
      if (left === COUNT / 2) {
        posted = performance.now()
        void act(app, ABOUT, (turn) => post(turn, emergency))
      }
      // The first chat's second message.
      if (change.chat === 1 && change.message === 2) late = performance.now() - posted
      if (left > COUNT) resolve()
    })
  })
  const begun = performance.now()
  await act(app, ABOUT, async (turn) => {
    for (const { id } of people) {
      await post(turn, {
        to: { kind: "chat", id: String(id) },
        lane: "digest",
        body: { text: "今天没有到期的账号" },
      })
    }
  })
  await done
  const seconds = (performance.now() - begun) / 1_000
  const ratio = (COUNT + 1) / seconds / PER_SECOND
  const { tooMany } = playground.counts()
  await sender.stop()
  alarm.set(null)
  await messenger.stop()
  await store.close()
  await playground.close()
  await rm(folder, { recursive: true })
  return {
    measured: `${COUNT} digests in ${seconds.toFixed(1)} s, ${tooMany} times 429, an emergency amidst left after ${late.toFixed(0)} ms`,
    ratio,
    goal: "at least 0.95 of the allowed rate, not one 429, the emergency within 1 s",
    met: ratio >= 0.95 && tooMany === 0 && late < 1_000,
  }
}

export const digests: Benchmark = { name: "1,000 digests to 1,000 chats within Telegram's limits", run }
