import { expect, onTestFinished } from "vitest"
import { cast, setUp } from "../bot/county.ts"
import { openLog } from "../bot/log.ts"
import type { Limits } from "../bot/messenger.ts"
import { type Given, type Running, start } from "../bot/main.ts"
import { readSettings, type Settings } from "../bot/settings.ts"
import { createPlayground, type Playground, type PlaygroundSettings } from "../playground/playground.ts"
import { instantOf } from "../rules/time.ts"
import { act, type Act, type App } from "../services/app.ts"
import { openFile } from "../storage/file.ts"
import { openMemory } from "../storage/memory.ts"

/** The people everybody knows: 张敏 operates, 李国强 is in charge, 王芳 supervises; 赵六 is nobody, 周静 is new. */
export const [zhang, li, wang] = cast.people.map(({ id }) => id) as [number, number, number]
export const zhao = 1004
export const zhou = 1005
export const group = cast.group.id

/** A Monday morning, with no holiday in sight. */
export const MORNING = instantOf("2026-03-02", "10:00")

interface Message {
  readonly to: number
  readonly text: string
  readonly buttons: readonly string[]
  readonly id: number
}

const settings = (changes: Partial<Settings>): Settings => ({
  ...readSettings({
    LANGUAGE: "zh",
    LOG_LEVEL: "error",
    DATA_DIR: "/nowhere",
    // Chosen stories run once with each library that talks to Telegram (vitest.config.ts).
    MESSENGER: process.env["MESSENGER"],
  }),
  ...changes,
})

interface Wanted {
  readonly at?: number
  /** What is there before anybody says anything; the small county unless something else is given. */
  readonly prepare?: (app: App) => Promise<void>
  readonly settings?: Partial<Settings>
  /** How much the bot thinks may leave; as good as no limit unless something else is given. */
  readonly limits?: Partial<Limits>
  readonly playground?: PlaygroundSettings
  /** Where everything is kept on disk, so that the bot can be started again. */
  readonly folder?: string
  /** Another store or log than the usual ones, and the bot in which Zhishou is mounted. */
  readonly given?: Partial<Pick<Given, "open" | "log" | "host">>
}

/** A county with phones, a clock that moves only when told, and the whole bot, over real HTTP. */
export const world = async (wanted: Wanted = {}): Promise<World> => {
  const playground = await createPlayground({
    people: [...cast.people, { id: zhao, name: "赵六" }, { id: zhou, name: "周静" }],
    groups: [{ ...cast.group, members: [zhang, li, zhao, zhou], admins: [wang] }],
    clock: { at: wanted.at ?? MORNING, running: false },
    limits: "none",
    ...wanted.playground,
  })
  const { folder } = wanted
  const now = () => playground.clock.now()
  let ids = 0
  const begin = (prepare: Given["prepare"]) =>
    start(
      settings({
        TELEGRAM_TOKEN: playground.token,
        TELEGRAM_API_ROOT: playground.apiRoot,
        ...wanted.settings,
      }),
      {
        now,
        newId: () => `id${String((ids += 1)).padStart(10, "0")}`,
        open: (_log, fatal) =>
          folder === undefined
            ? openMemory({ now })
            : openFile({ folder, now, notice: () => undefined, fatal, watched: false }),
        log: openLog({ level: "error", secrets: [playground.token] }),
        limits: wanted.limits ?? { perSecond: 1e6, perChatSecond: 1e6, chatBurst: 1e6, perGroupMinute: 1e6 },
        prepare,
        ticking: false,
        ...wanted.given,
      },
    )
  const opened = new World(playground, await begin(wanted.prepare ?? setUp), () =>
    begin(() => Promise.resolve()),
  )
  onTestFinished(() => opened.close())
  return opened
}

export class World {
  readonly playground: Playground
  running: Running
  readonly #again: () => Promise<Running>
  #heard: number

  constructor(playground: Playground, running: Running, again: () => Promise<Running>) {
    this.playground = playground
    this.running = running
    this.#again = again
    playground.watch(running)
    this.#heard = playground.doings().at(-1)?.seq ?? 0
  }

  /** Somebody types in private, or in a group; the bot finishes. */
  async say(
    who: number,
    text: string,
    more: { in?: number; replyTo?: number; topic?: number; anonymous?: boolean } = {},
  ): Promise<number> {
    const { in: chat, ...rest } = more
    const id = this.playground.say({ who, text, ...(chat === undefined ? {} : { chat }), ...rest })
    await this.playground.settled()
    return id
  }

  /** Somebody sends a file in private. */
  async send(who: number, name: string, content: Uint8Array | number, text?: string): Promise<void> {
    this.playground.say({ who, file: { name, content }, ...(text === undefined ? {} : { text }) })
    await this.playground.settled()
  }

  /** Somebody presses a button of the latest message that has it; gives back what they are shown at once. */
  async press(
    who: number,
    button: string,
    where: { in?: number; message?: number } = {},
  ): Promise<string | null> {
    const chat = where.in ?? who
    const shown = this.playground.transcript({ chat, as: who })
    const message =
      where.message ??
      shown.findLast(({ buttons }) =>
        buttons.flat().some(({ label, data }) => label === button || data === button),
      )?.id
    if (message === undefined)
      throw new Error(`nobody offered "${button}"; the last message: ${shown.at(-1)?.text ?? ""}`)
    const answer = await this.playground.press({ who, chat, message, button })
    await this.playground.settled()
    return answer.text
  }

  async openLink(who: number, link: string): Promise<void> {
    this.playground.openLink({ who, link })
    await this.playground.settled()
  }

  /** Turns the clock to a day and time of China, letting everything happen on the way. */
  async turnTo(day: string, time = "00:00"): Promise<void> {
    await this.playground.turn(instantOf(day, time))
  }

  /** What the bot said since this was asked last: sent and edited, to whom, in order. */
  said(): readonly Message[] {
    const doings = this.playground.doings(this.#heard)
    this.#heard = doings.at(-1)?.seq ?? this.#heard
    return doings
      .filter(({ kind }) => kind !== "deleted")
      .map(({ chat, message, text }) => {
        const shown = this.playground.transcript({ chat }).find(({ id }) => id === message)
        return {
          to: chat,
          text,
          id: message,
          buttons: (shown?.buttons ?? []).flat().map(({ label }) => label),
        }
      })
  }

  /** The texts said since this was asked last, each with its reader. */
  heard(): readonly (readonly [to: number, text: string])[] {
    return this.said().map(({ to, text }) => [to, text])
  }

  /** The only message said since this was asked last, to this reader. */
  only(to: number): Message {
    const said = this.said()
    expect(said.map((message) => message.to)).toEqual([to])
    return said[0] ?? { to, text: "", id: 0, buttons: [] }
  }

  /** Nobody was told anything. */
  silence(): void {
    expect(this.heard()).toEqual([])
  }

  /** Looks into the store. */
  async look<T>(work: (turn: Act) => Promise<T>): Promise<T> {
    const found = await act(this.running.app, { by: "test", why: "look" }, work)
    if (found.repeated) throw new Error("a look is never a repeat")
    return found.value
  }

  /** The bot is stopped, and started again at some time on what it has kept in its folder. */
  async restart(day: string, time: string): Promise<void> {
    await this.running.stop()
    this.playground.clock.set(instantOf(day, time))
    this.running = await this.#again()
    this.playground.watch(this.running)
    await this.running.settle()
    await this.playground.settled()
  }

  async close(): Promise<void> {
    await this.running.stop()
    await this.playground.close()
  }
}
