import { cpSync, existsSync, mkdirSync } from "node:fs"
import { rm } from "node:fs/promises"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { openFile } from "../../storage/file.ts"
import { openMemory } from "../../storage/memory.ts"
import type { Store, Tables } from "../../storage/store.ts"
import { verify } from "../../storage/audit.ts"
import { account, clock, MONDAY, put } from "./cast.ts"
import { ask, freshFolder } from "./folder.ts"

type Edit =
  | { readonly do: "account"; readonly id: string; readonly unit: string }
  | { readonly do: "clock"; readonly id: string; readonly after: number }
  | { readonly do: "remove"; readonly table: "accounts" | "clocks"; readonly id: string }

type Step =
  | {
      readonly do: "work"
      readonly edits: readonly Edit[]
      readonly fails: boolean
      readonly incoming: string | null
    }
  | { readonly do: "stop" | "lose the checkpoint" }

const id = fc.constantFrom("a", "b", "c", "d")
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant("account" as const), id, unit: fc.constantFrom("transport", "health") }),
  fc.record({ do: fc.constant("clock" as const), id, after: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ do: fc.constant("remove" as const), table: fc.constantFrom("accounts", "clocks"), id }),
)
const work: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("work" as const),
  edits: fc.array(edit, { maxLength: 5 }),
  fails: fc.boolean(),
  incoming: fc.constantFrom(null, "u-1", "u-2", "u-3"),
})
const interruption: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom("stop", "lose the checkpoint"),
})

/** The plainest thing that could be right: two maps, copied before each transaction. */
class Model {
  accounts = new Map<string, ReturnType<typeof account>>()
  clocks = new Map<string, ReturnType<typeof clock>>()
  readonly incomings = new Set<string>()

  work(step: Extract<Step, { do: "work" }>): void {
    if (step.fails || (step.incoming !== null && this.incomings.has(step.incoming))) return
    if (step.incoming !== null) this.incomings.add(step.incoming)
    for (const edit of step.edits) {
      if (edit.do === "account") this.accounts.set(edit.id, account(edit.id, { unitId: edit.unit }))
      if (edit.do === "clock") this.clocks.set(edit.id, clock(edit.id, MONDAY + edit.after))
      if (edit.do === "remove") this[edit.table].delete(edit.id)
    }
  }

  get answers() {
    const accounts = [...this.accounts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const clocks = [...this.clocks.values()].sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
    return {
      accounts,
      health: accounts.filter(({ unitId }) => unitId === "health"),
      due: clocks.filter(({ dueAt }) => dueAt <= MONDAY),
      clocks,
    }
  }
}

const answersOf = (store: Store) =>
  ask(store, async ({ accounts, clocks }) => ({
    accounts: await accounts.all(),
    health: await accounts.where("unit", "health"),
    due: await clocks.due(MONDAY, 99),
    clocks: await clocks.due(Infinity, 99),
  }))

const change = async ({ accounts, clocks }: Tables, edit: Edit): Promise<void> => {
  if (edit.do === "account") await accounts.put(account(edit.id, { unitId: edit.unit }))
  else if (edit.do === "clock") await clocks.put(clock(edit.id, MONDAY + edit.after))
  else await (edit.table === "accounts" ? accounts : clocks).remove(edit.id)
}

const perform = (store: Store, { edits, fails, incoming }: Extract<Step, { do: "work" }>): Promise<unknown> =>
  store
    .transaction({ by: "li", why: "test", ...(incoming === null ? {} : { incoming }) }, async (tables) => {
      for (const edit of edits) await change(tables, edit)
      if (fails) throw new Error("changed my mind")
    })
    .catch((fault: unknown) => expect(fault).toEqual(new Error("changed my mind")))

describe("whatever is done to a store, it answers as two maps would", () => {
  test("in memory", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 40 }), async (steps) => {
        const store = await openMemory({ now: () => MONDAY })
        const model = new Model()
        for (const step of steps) {
          if (step.do !== "work") continue
          await perform(store, step)
          model.work(step)
          expect(await answersOf(store)).toEqual(model.answers)
        }
      }),
    )
  })

  test("on disk, through stops and lost checkpoints, with many at once", async () => {
    const step = fc.oneof({ weight: 6, arbitrary: work }, { weight: 1, arbitrary: interruption })
    const folder = await freshFolder()
    const said = { now: () => MONDAY, notice: () => null, fatal: () => null }
    let runs = 0

    const run = async (steps: readonly Step[]): Promise<void> => {
      const path = folder.at(`${(runs += 1)}`)
      const open = () => openFile({ folder: path, checkpointEvery: { lines: 3, bytes: Infinity }, ...said })
      let store = await open()
      const model = new Model()
      let under: Promise<unknown>[] = []
      for (const step of steps) {
        if (step.do === "work") {
          under.push(perform(store, step))
          model.work(step)
          continue
        }
        await Promise.all(under)
        under = []
        await store.close()
        if (step.do === "lose the checkpoint") await rm(`${path}/checkpoint.json`, { force: true })
        store = await open()
        expect(await answersOf(store)).toEqual(model.answers)
      }
      await Promise.all(under)
      expect(await answersOf(store)).toEqual(model.answers)
      await store.close()
      expect((await verify(path)).sound).toBe(true)
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), run), { numRuns: 40 })
  })

  test("whenever the power is cut, whatever was answered is there, and nothing without what came before it", async () => {
    const folder = await freshFolder()
    const writers = ["a", "b", "c", "d", "e"].map((writer) =>
      Array.from({ length: 9 }, (_, at) => `${writer}${at}`),
    )
    for (let moment = 1; moment <= 45; moment += 2) {
      const [path, cut] = [folder.at(`${moment}`), folder.at(`${moment} cut`)]
      const store = await folder.open({ folder: path, checkpointEvery: { lines: 4, bytes: Infinity } })
      const answered: string[] = []
      let known: readonly string[] = []
      const write = async (ids: readonly string[]) => {
        for (const id of ids) {
          await put(store, id)
          answered.push(id)
          if (answered.length !== moment) continue
          known = [...answered]
          mkdirSync(cut)
          // The checkpoint first: the journal only grows, so the copy is one that a power cut might leave.
          if (existsSync(`${path}/checkpoint.json`))
            cpSync(`${path}/checkpoint.json`, `${cut}/checkpoint.json`)
          cpSync(`${path}/journal.jsonl`, `${cut}/journal.jsonl`)
        }
      }
      await Promise.all(writers.map(write))
      const again = await folder.open({ folder: cut })
      const found = await ask(again, async ({ accounts }) => (await accounts.all()).map(({ id }) => id))
      expect(found).toEqual(expect.arrayContaining([...known]))
      expect(found).toEqual(
        writers.flatMap((ids) => ids.slice(0, ids.filter((id) => found.includes(id)).length)),
      )
    }
  })
})
