import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { openLog } from "../bot/log.ts"
import { start } from "../bot/main.ts"
import { readSettings } from "../bot/settings.ts"
import { createPlayground } from "../playground/playground.ts"
import { act } from "../services/app.ts"
import * as units from "../services/units.ts"
import { member } from "../tests/torture/office.ts"
import type { Benchmark, Measurement } from "./benchmark.ts"
import { distribution, percentile } from "./due.ts"

const PEOPLE = 400
const PER_SECOND = 200
const FOR_SECONDS = 10
/** The first presses warm up. */
const WARMING = PER_SECOND

const userOf = (number: number): number => 10_000 + number

/**
 * People press the buttons below their latest report, which changes it, its account's clocks and the card: from the press
 * to the moment at which the one who pressed is shown the answer.
 */
const pressing = async (): Promise<Measurement> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-bench-"))
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    id: userOf(at),
    name: `账号${at}`,
    started: true,
  }))
  const playground = await createPlayground({ people, limits: "none" })
  const settings = readSettings({
    TELEGRAM_TOKEN: playground.token,
    TELEGRAM_API_ROOT: playground.apiRoot,
    DATA_DIR: join(folder, "data"),
    MESSAGES_PER_SECOND: "100000",
  })
  const running = await start(settings, {
    log: openLog({ level: "silent", secrets: [] }),
    limits: { perChatSecond: 1e6, chatBurst: 1e6 },
    prepare: async (app) => {
      await act(app, { by: "setup", why: "bench" }, async (turn) => {
        const office = { name: "示例县", kind: "county-government", parentId: null, rulebooks: [] } as const
        const top = await units.create(turn, office)
        for (let number = 0; number < PEOPLE; number += 1)
          await member(turn, top, userOf(number), `账号${number}`, 0)
      })
    },
  })
  playground.watch(running)
  try {
    for (let number = 0; number < PEOPLE; number += 1)
      playground.say({ who: userOf(number), text: `/post 账号${number} https://example.com/${number}` })
    await playground.settled()
    /** Whoever is pressed for a second time before the first is done presses what stands there still. */
    const cardOf = (who: number) => {
      const shown = playground
        .transcript({ chat: who, as: who })
        .findLast(({ buttons }) => buttons.length > 0)
      return { message: shown?.id ?? 0, button: shown?.buttons[0]?.[0]?.label ?? "" }
    }
    const spans: number[] = []
    const under: Promise<void>[] = []
    const begun = performance.now()
    const total = PER_SECOND * FOR_SECONDS + WARMING
    for (let count = 0; count < total; count += 1) {
      const due = begun + (count * 1_000) / PER_SECOND
      if (due > performance.now()) await wait(due - performance.now())
      const who = userOf(count % PEOPLE)
      const press = { who, chat: who, ...cardOf(who) }
      const from = performance.now()
      under.push(
        playground.press(press).then(({ text }) => {
          if (text === null) throw new Error("a press was not answered")
          if (count >= WARMING) spans.push(performance.now() - from)
        }),
      )
    }
    await Promise.all(under)
    const nearly = percentile(
      spans.toSorted((a, b) => a - b),
      0.99,
    )
    return {
      measured: `${distribution(spans)} for ${spans.length} presses, synced to the disk, with Telegram's stand-in in the same process`,
      ratio: null,
      goal: "p99 at most 300 ms",
      met: nearly <= 300,
    }
  } finally {
    await running.stop()
    await playground.close()
    await rm(folder, { recursive: true, force: true })
  }
}

export const pressingBenchmarks: readonly Benchmark[] = [
  { name: `A press, answered at ${PER_SECOND} presses a second`, run: pressing },
]
