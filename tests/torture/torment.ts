import { renameSync, writeFileSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { openLog } from "../../bot/log.ts"
import { start } from "../../bot/main.ts"
import { readSettings } from "../../bot/settings.ts"
import { days, hours, minutes } from "../../rules/time.ts"
import { createPlayground, type Playground } from "../../playground/playground.ts"
import type { Doing } from "../../playground/world/world.ts"
import { Child } from "./child.ts"
import { crew, reporter, upperGroup } from "./crew.ts"
import { Dice } from "./dice.ts"
import { drained } from "./draining.ts"
import { nextWord } from "./hearing.ts"
import { everybody, furnish, group, notice, operators, type Plan } from "./office.ts"
import { Stream } from "./stream.ts"
import { trouble } from "./trouble.ts"

const FIRST_UPDATE = 1_000_001
/** Real milliseconds between two deeds, and more of them than this do not wait for the bot. */
const PAUSE = 40
const UNHEARD = 40
const SILENCE = 1_000
/** About what a life takes, from one start to the next. */
const LIFE = 800

export interface Torment {
  readonly kills: number
  readonly seed: number
  readonly progress?: (kills: number) => void
}

/** What is left for the reckoning. */
export interface Remains {
  readonly folder: string
  readonly deeds: Stream["deeds"]
  readonly doings: readonly Doing[]
  /** Starts that ended by themselves, with what they said. */
  readonly failures: readonly string[]
  readonly exit: number | null
  readonly plan: Plan
  /** The group's ids, one after the other. */
  readonly groups: readonly number[]
  /** Everybody who has shut the bot out for a while. */
  readonly blockers: ReadonlySet<number>
  /** Every digest planned before this moment has been written. */
  readonly lastStart: number
  readonly kills: Readonly<Record<string, number>>
}

/** Kills the built bot so many times in the middle of its work, lets it finish, and looks at what is left. */
export const torment = async <T>(
  { kills, seed, progress }: Torment,
  reckon: (remains: Remains) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-torture-"))
  const now = Date.now()
  const plan = { readers: kills, notices: kills * 2, from: now, until: now + kills * LIFE * 0.9 }
  const playground = await createPlayground({
    people: everybody(plan.readers),
    groups: [
      { id: group, title: "示例县政务新媒体工作群", members: operators.map(({ user }) => user) },
      { id: upperGroup, title: "主管单位工作群", members: [...crew, reporter].map(({ user }) => user) },
    ],
    limits: "none",
    firstUpdateId: FIRST_UPDATE,
  })
  try {
    const tormentor = new Tormentor(playground, folder, new Dice(seed))
    await tormentor.prepare(plan)
    return await reckon({ ...(await tormentor.run(kills, progress)), plan })
  } finally {
    await playground.close()
    await rm(folder, { recursive: true, force: true })
  }
}

class Tormentor {
  readonly #playground: Playground
  readonly #folder: string
  readonly #dice: Dice
  readonly #stream: Stream
  readonly #doings: Doing[] = []
  readonly #failures: string[] = []
  readonly #kills: Record<string, number> = {}
  /** How far the bot's clock is ahead of the machine's. */
  #ahead = 0
  /** How long a start takes here, in real milliseconds. */
  #starting = LIFE

  constructor(playground: Playground, folder: string, dice: Dice) {
    this.#playground = playground
    this.#folder = folder
    this.#dice = dice
    this.#stream = new Stream(playground, dice, FIRST_UPDATE)
  }

  get #settings(): Record<string, string> {
    return {
      TELEGRAM_TOKEN: this.#playground.token,
      TELEGRAM_API_ROOT: this.#playground.apiRoot,
      DATA_DIR: this.#folder,
      CLOCK_AHEAD: join(this.#folder, "ahead"),
      MESSAGES_PER_SECOND: "1000",
      MESSAGES_PER_GROUP_MINUTE: "6000",
    }
  }

  /** The office is set up by the bot itself, in this process, before the first life. */
  async prepare(plan: Plan): Promise<void> {
    await writeFile(join(this.#folder, "holidays.json"), notice(plan.from))
    const running = await start(readSettings(this.#settings), {
      prepare: (app) => furnish(app, plan),
      log: openLog({ level: "silent", secrets: [] }),
      ticking: false,
    })
    await running.stop()
  }

  async run(kills: number, progress?: (kills: number) => void): Promise<Omit<Remains, "plan">> {
    let speaking = true
    const speaker = this.#speak(() => speaking)
    for (let count = 0; count < kills;) {
      if (await this.#life()) count += 1
      this.#listen()
      this.#turn(count, kills)
      if (this.#failures.length > 3) break
      if (count > 0 && count % 100 === 0) progress?.(count)
    }
    speaking = false
    await speaker
    this.#stream.letIn()
    this.#playground.clearFaults()
    const lastStart = Date.now()
    // Whatever nobody has taken climbs to the end of its ladder, and says so.
    this.#turnBy(hours(2))
    const exits = [await this.#finish()]
    this.#turnBy(minutes(20))
    exits.push(await this.#finish())
    return {
      groups: [group, this.#stream.group],
      blockers: this.#stream.blockers,
      folder: this.#folder,
      deeds: this.#stream.deeds,
      doings: this.#doings,
      failures: this.#failures,
      exit: exits.find((each) => each !== 0) ?? 0,
      lastStart,
      kills: this.#kills,
    }
  }

  /** A life that ends as an administrator would end it, once all is done. */
  async #finish(): Promise<number | null> {
    const child = this.#bear()
    await child.onWatch()
    await drained(this.#playground, this.#folder, () => Date.now() + this.#ahead)
    const exit = await child.stop()
    this.#listen()
    if (exit !== 0) this.#failures.push(child.said)
    return exit
  }

  /** Some minutes pass between two lives; once the clock jumps back by an hour, and once ahead by a day. */
  #turn(count: number, kills: number): void {
    if (count === Math.floor(kills / 3)) this.#turnBy(-hours(1))
    else if (count === Math.floor((kills * 2) / 3)) this.#turnBy(days(1))
    else if (this.#dice.next() < 0.7) this.#turnBy(minutes(1 + this.#dice.below(7)))
    if (count === Math.floor(kills / 2)) this.#migrateOnce()
  }

  #migrateOnce(): void {
    if (this.#stream.group === group) this.#stream.migrate()
  }

  #turnBy(duration: number): void {
    this.#ahead += duration
    const file = join(this.#folder, "ahead")
    writeFileSync(`${file}.new`, String(this.#ahead))
    renameSync(`${file}.new`, file)
  }

  #bear(): Child {
    return new Child(this.#settings, this.#folder)
  }

  async #speak(isGoingOn: () => boolean): Promise<void> {
    while (isGoingOn()) {
      if (this.#playground.counts().pending < UNHEARD) this.#stream.go()
      if (this.#dice.next() < 0.03) trouble(this.#playground, this.#dice)
      if (this.#dice.next() < 0.01) this.#stream.shutOut()
      await wait(PAUSE)
    }
  }

  /** From a start to a kill; false when it ended by itself. */
  async #life(): Promise<boolean> {
    const child = this.#bear()
    const begun = Date.now()
    const way = this.#dice.one(["starting", "working", "working", "heard", "sent"] as const)
    if (way === "starting") await wait(this.#dice.next() * this.#starting)
    else if (await child.onWatch()) {
      this.#starting = (this.#starting + Date.now() - begun) / 2
      await this.#moment(way)
    }
    if (child.isOver) {
      this.#failures.push(child.said)
      return false
    }
    this.#kills[way] = (this.#kills[way] ?? 0) + 1
    await child.kill()
    return true
  }

  /** Lives are measured in words, so that a slow machine gets as much done in one as a quick one. */
  async #moment(way: "working" | "heard" | "sent"): Promise<void> {
    switch (way) {
      case "working":
        await this.#words(this.#dice.below(30))
        return wait(this.#dice.below(20))
      case "heard":
        await this.#words(this.#dice.below(20))
        this.#stream.go()
        return wait(this.#dice.below(12))
      case "sent":
        return this.#words(1 + this.#dice.below(20))
    }
  }

  /** Resolves the moment so many messages of the bot have arrived; or when it has been silent for long. */
  async #words(count: number): Promise<void> {
    for (let heard = 0; heard < count; heard += 1) {
      const giveUp = new AbortController()
      const silence = wait(SILENCE, false, { signal: giveUp.signal }).catch(() => false)
      const goesOn = await Promise.race([nextWord(this.#playground).then(() => true), silence])
      giveUp.abort()
      if (!goesOn) return
    }
  }

  #listen(): void {
    this.#doings.push(...this.#playground.doings(this.#doings.at(-1)?.seq ?? 0))
  }
}
