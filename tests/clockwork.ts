import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Heart, openHeart } from "../bot/heart.ts"
import { act, type Act, type App } from "../services/app.ts"
import { jobs } from "../services/jobs.ts"
import { openFile } from "../storage/file.ts"
import type { Store } from "../storage/store.ts"
import { zh } from "../text/zh/index.ts"

/** A store on a disk, the heart that does what falls due, and a clock that moves only when told; nothing is sent. */
export class Clockwork {
  now: number
  #folder: string | null = null
  #numbers = 0
  #store: Store | null = null
  #heart: Heart | null = null

  constructor(now: number) {
    this.now = now
  }

  /** As a start does; what was there is there again. */
  async open(): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), "zhishou-clockwork-"))
    const fatal = (fault: Error): void => {
      throw fault
    }
    const options = { folder: this.#folder, now: () => this.now, notice: () => null, fatal, watched: false }
    this.#store = await openFile(options)
    this.#heart = openHeart(this.#app(), jobs)
  }

  /** As a stop does. */
  async close(): Promise<void> {
    await this.#heart?.stop()
    await this.#store?.close()
    this.#heart = null
    this.#store = null
  }

  async end(): Promise<void> {
    await this.close()
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true })
  }

  #app(): App {
    if (!this.#store) throw new Error("the store is closed")
    return {
      store: this.#store,
      now: () => this.now,
      newId: () => `id${String((this.#numbers += 1)).padStart(8, "0")}`,
      text: zh,
      report: (fault) => {
        throw fault
      },
    }
  }

  async act<T>(work: (turn: Act) => Promise<T>, by = "test"): Promise<T> {
    const done = await act(this.#app(), { by, why: "test" }, work)
    if (done.repeated) throw new Error("never a repeat")
    return done.value
  }

  /** Does what is due now. */
  async settle(): Promise<void> {
    await this.#heart?.settle()
  }

  /** Lets pass whatever falls due on the way, and tells of each moment at which something did. */
  async turnTo(at: number, listen: () => Promise<void>): Promise<void> {
    for (;;) {
      const next = (await this.#heart?.nextDue()) ?? null
      if (next === null || next > at) break
      this.now = Math.max(this.now, next)
      await this.settle()
      await listen()
    }
    this.now = at
  }
}
