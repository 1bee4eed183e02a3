import { openHeart } from "../bot/heart.ts"
import { openLog } from "../bot/log.ts"
import { grammy } from "../bot/messengers/grammy.ts"
import { openTelegram } from "../bot/messengers/telegram.ts"
import { openSender, type Sender } from "../bot/sender.ts"
import { createPlayground, type Playground } from "../playground/playground.ts"
import type { Message } from "../rules/outbox.ts"
import type { Lane } from "../rules/outgoing.ts"
import { hours, seconds } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import { jobs } from "../services/jobs.ts"
import { post } from "../services/outbox.ts"
import { openMemory } from "../storage/memory.ts"
import { zh } from "../text/zh/index.ts"
import { type Benchmark, median, type Measurement } from "./benchmark.ts"
import { accountOf, clockOf, fill, NOW, timed } from "./storage.ts"

const CHATS = 1_000
const PER_SECOND = 30
const ABOUT = { by: "bench", why: "bench" }

const appOn = async (now: () => number): Promise<App> => {
  let ids = 0
  return {
    store: await openMemory({ now }),
    now,
    newId: () => `id-${++ids}`,
    text: zh,
    report: (fault) => {
      throw fault
    },
  }
}

const telegram = (playground: Playground) =>
  openTelegram(
    {
      token: playground.token,
      apiRoot: playground.apiRoot,
      log: openLog({ level: "silent", secrets: [] }),
      fatal: (line) => console.error(line),
    },
    grammy,
  )

const message = (chat: number, lane: Lane, text: string): Message => ({
  to: { kind: "chat", id: String(chat) },
  lane,
  body: { text },
})

/** Lets everything leave that may, turning the clock from one moment to the next; ends when nothing waits or `until` says so. */
const sendAll = async (playground: Playground, sender: Sender, until: () => boolean): Promise<void> => {
  for (;;) {
    sender.wake()
    await sender.settle()
    const next = await sender.nextDue()
    if (next === null || until()) return
    playground.clock.set(Math.max(next, playground.clock.now() + 1))
  }
}

/** By the clock of the playground, which counts the limits and answers 429 to whatever goes beyond them. */
const digesting = async (): Promise<Measurement> => {
  const chats = Array.from({ length: CHATS + 1 }, (_, at) => ({
    id: 10_000 + at,
    name: `读者${at}`,
    started: true,
  }))
  const playground = await createPlayground({ people: chats, clock: { at: NOW, running: false } })
  const app = await appOn(() => playground.clock.now())
  const sender = openSender(app, telegram(playground))
  try {
    await act(app, ABOUT, async (turn) => {
      for (const { id } of chats.slice(0, CHATS)) await post(turn, message(id, "digest", `${id}，早上好`))
    })
    await sendAll(playground, sender, () => playground.doings().length >= CHATS / 2)
    const raised = playground.clock.now()
    await act(app, ABOUT, (turn) => post(turn, message(10_000 + CHATS, "emergency", "紧急")))
    await sendAll(playground, sender, () => false)
    const doings = playground.doings()
    const [first, last] = [doings[0]?.at ?? 0, doings.at(-1)?.at ?? 0]
    const urgent = (doings.find(({ text }) => text === "紧急")?.at ?? Infinity) - raised
    // The first thirty leave at once, the others thirty to a second.
    const share = (CHATS + 1 - PER_SECOND) / PER_SECOND / ((last - first) / seconds(1))
    const { tooMany } = playground.counts()
    const whole = doings.length === CHATS + 1
    return {
      measured: `${((last - first) / seconds(1)).toFixed(1)} s for ${doings.length} messages, ${tooMany} times 429, the emergency left after ${(urgent / seconds(1)).toFixed(2)} s`,
      ratio: share,
      goal: "at least 0.95 of the allowed rate, no 429, the emergency within 1 s",
      met: whole && share >= 0.95 && tooMany === 0 && urgent <= seconds(1),
    }
  } finally {
    await sender.stop()
    await playground.close()
  }
}

const GROUP = -5_001
const NOTICES = 60

/** Sixty notices to one group, a thousand digests elsewhere, and an emergency to that very group in their middle. */
const storming = async (): Promise<Measurement> => {
  const chats = Array.from({ length: CHATS }, (_, at) => ({
    id: 10_000 + at,
    name: `读者${at}`,
    started: true,
  }))
  const members = chats.slice(0, 3).map(({ id }) => id)
  const playground = await createPlayground({
    people: chats,
    groups: [{ id: GROUP, title: "示例县政务新媒体工作群", members }],
    clock: { at: NOW, running: false },
  })
  const app = await appOn(() => playground.clock.now())
  const sender = openSender(app, telegram(playground))
  try {
    await act(app, ABOUT, async (turn) => {
      for (const { id } of chats) await post(turn, message(id, "digest", `${id}，早上好`))
      for (let count = 0; count < NOTICES; count += 1)
        await post(turn, {
          ...message(GROUP, "notice", `第 ${count} 件`),
          // With a button each, none of them can share a message.
          body: { text: `第 ${count} 件`, buttons: [[{ label: "知道了", press: `done n=${count}` }]] },
        })
    })
    await sendAll(playground, sender, () => playground.doings().length >= CHATS / 2)
    const raised = playground.clock.now()
    await act(app, ABOUT, (turn) => post(turn, message(GROUP, "emergency", "紧急")))
    await sendAll(playground, sender, () => false)
    const doings = playground.doings()
    const urgent = (doings.find(({ text }) => text === "紧急")?.at ?? Infinity) - raised
    const texts = new Set(doings.map(({ text }) => text))
    const { tooMany } = playground.counts()
    const whole = doings.length === CHATS + NOTICES + 1 && texts.size === doings.length
    return {
      measured: `${doings.length} of ${CHATS + NOTICES + 1} messages, each once, ${tooMany} times 429, the emergency left after ${(urgent / seconds(1)).toFixed(2)} s`,
      ratio: null,
      goal: "nothing dropped, no 429, the emergency within 1 s",
      met: whole && tooMany === 0 && urgent <= seconds(1),
    }
  } finally {
    await sender.stop()
    await playground.close()
  }
}

/** A heart and a sender on so many accounts, with nothing due. */
const idle = async (accounts: number) => {
  const app = await appOn(() => NOW)
  await fill(app.store, "accounts", accountOf, accounts)
  await fill(app.store, "clocks", clockOf, accounts)
  await act(app, ABOUT, async (turn) => {
    for (let unit = 0; unit < accounts / 20; unit += 1) {
      const round = {
        id: `digest:${unit}`,
        unitId: String(unit),
        kind: "digest",
        dueAt: NOW + hours(1),
      } as const
      await turn.tables.rounds.put(round)
      await post(turn, { ...message(10_000 + unit, "notice", "稍后"), dueAt: NOW + hours(1) })
    }
  })
  const playground = await createPlayground()
  const heart = openHeart(app, jobs)
  const sender = openSender(app, telegram(playground))
  return {
    beats: () =>
      timed(async () => {
        for (let count = 0; count < 500; count += 1) {
          await heart.settle()
          await sender.settle()
        }
      }),
    close: () => playground.close(),
  }
}

const beating = async (): Promise<Measurement> => {
  const [few, many] = [await idle(1_000), await idle(100_000)]
  const [small, large]: [number[], number[]] = [[], []]
  await few.beats()
  await many.beats()
  for (let round = 0; round < 21; round += 1) {
    small.push(await few.beats())
    large.push(await many.beats())
  }
  await few.close()
  await many.close()
  const [one, other] = [median(small) * 2, median(large) * 2]
  return {
    measured: `${other.toFixed(0)} µs at 100,000 against ${one.toFixed(0)} µs at 1,000`,
    ratio: other / one,
    goal: "at most 2 times slower",
    met: other / one <= 2,
  }
}

export const sendingBenchmarks: readonly Benchmark[] = [
  { name: "A beat of heart and sender with nothing due at 100,000 accounts against 1,000", run: beating },
  {
    name: "1,000 digests to 1,000 chats within Telegram's limits, an emergency in their middle, by a clock that is turned",
    run: digesting,
  },
  {
    name: "A storm: 60 notices to one group, 1,000 digests elsewhere and an emergency to that group, by a clock that is turned",
    run: storming,
  },
]
