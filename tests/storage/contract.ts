import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect } from "vitest"
import type { Account } from "../../rules/account.ts"
import { drivers } from "../../storage/drivers.ts"
import type { Store, Tables } from "../../storage/store.ts"
import { about, MONDAY } from "./cast.ts"

/** A store of the driver under test, freshly opened, with a clock that moves when told. */
export class Bench {
  now = MONDAY
  folder = ""
  #store: Store | null = null

  get store(): Store {
    if (!this.#store) throw new Error("no store is open")
    return this.#store
  }

  set store(store: Store) {
    this.#store = store
  }

  async run<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    const outcome = await this.store.transaction(about(), work)
    if (outcome.repeated) throw new Error("repeated")
    return outcome.value
  }

  accounts(): Promise<string[]> {
    return this.run(async ({ accounts }) => ids(await accounts.all()))
  }
}

export const putAll =
  (...rows: readonly Account[]) =>
  async ({ accounts }: Tables): Promise<void> => {
    for (const row of rows) await accounts.put(row)
  }

export const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id)

/** The promises every driver makes: the same tests, run on each. */
export const everyDriver = (tests: (bench: Bench) => void): void => {
  describe.each(drivers)("a store kept by $name", (driver) => {
    const bench = new Bench()

    beforeEach(async () => {
      bench.folder = await mkdtemp(join(tmpdir(), "zhishou-store-"))
      bench.now = MONDAY
      bench.store = await driver.open({
        folder: bench.folder,
        now: () => bench.now,
        notice: (text) => expect.unreachable(text),
        fatal: (fault) => expect.unreachable(fault.message),
      })
    })

    afterEach(async () => {
      await bench.store.close()
      await rm(bench.folder, { recursive: true })
    })

    tests(bench)
  })
}
