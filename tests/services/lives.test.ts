import fc from "fast-check"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { isOpen as isLeftOpen } from "../../rules/figure.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import { addDays, dayOf, instantOf } from "../../rules/time.ts"
import * as settling from "../../services/settling.ts"
import { openFile } from "../../storage/file.ts"
import { bookOf } from "../rules/books.ts"
import { askedBy, booksOf, naiveDue } from "./asked.ts"
import { anyLife, type Story } from "./anylife.ts"
import { Life } from "./lives.ts"

const live = async (story: Story): Promise<Life> => {
  const life = await Life.begin(story)
  for (const step of story.steps) await life.take(step)
  expect(life.faults).toEqual([])
  return life
}

const runs = (count: number) => ({
  numRuns: Number(process.env["LIVES"] ?? count),
  // The same lives every time, unless more are asked for.
  ...(process.env["LIVES"] === undefined ? { seed: 20260302 } : {}),
})

describe("whatever happens in the life of an account, under whatever rulebooks", () => {
  test("every deadline of every occasion has its duty, and its date is the one that is counted day by day", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (story) => {
        const life = await live(story)
        // Since when a rulebook has held may have been noted after what it speaks of.
        await life.take({ kind: "recount" })
        const books = booksOf(story)
        const rows = new Map((await life.rows()).map((row) => [row.key, row]))
        const noted = await life.do(({ tables }) => tables.occasions.all())
        for (const occasion of noted)
          for (const [key, rules] of askedBy(books, occasion, noted)) {
            const row = rows.get(key)
            expect(row, key).toBeDefined()
            const waits = rules.flatMap(({ wait }) => (wait === undefined ? [] : [wait]))
            const free = waits
              .map((wait) => addDays(naiveDue(String(occasion.on), wait), 1))
              .sort()
              .at(-1)
            expect(row?.freeAt ?? null, key).toBe(free === undefined ? null : instantOf(free))
            const lengths = rules.flatMap(({ within }) =>
              within === undefined || isLeftOpen(within) ? [] : [within],
            )
            if (lengths.length < rules.length || lengths.some(({ unit }) => /hour|minute/.test(unit)))
              continue
            const due = lengths.map((length) => naiveDue(String(occasion.on), length)).sort()[0]
            expect(row?.due?.day, key).toBe(due)
          }
      }),
      runs(25),
    )
  })

  test("no duty is both done and open, none is there twice, and what is open stands as its dates say", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (story) => {
        const life = await live(story)
        const rows = await life.rows()
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        for (const row of rows) {
          expect(row.settled !== null && isOpen(row), row.key).toBe(false)
          if (row.phase === "done" || row.phase === "late")
            expect(row.phase, row.key).toBe(isLate(row) ? "late" : "done")
          if (isOpen(row) && row.due !== null)
            expect(["overdue", "escalated"].includes(row.phase), row.key).toBe(row.due.at <= life.now)
        }
      }),
      runs(25),
    )
  })

  test("a password is due again so long after the day on which it was changed last, whoever confirms that or not", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, fc.nat(40), fc.nat(40), async (story, more, back) => {
        const late = [45, 45, more].map((count) => ({ kind: "pass" as const, count }))
        const steps = [...story.steps, ...late, { kind: "attest" as const, back }]
        const life = await live({ ...story, stack: ["longzihu"], steps })
        const changed = (await life.do(({ tables }) => tables.attestations.all())).map(({ on }) => on)
        const rows = (await life.rows()).filter(({ act }) => act === "password.change")
        const last = [...changed, ...rows.flatMap(({ settled }) => settled?.on ?? [])].sort().at(-1)
        const open = rows.filter((row) => isOpen(row) && row.occasionId === null)
        expect(open).toHaveLength(1)
        expect(open.map(({ due }) => due?.day)).toEqual([naiveDue(last ?? "", { amount: 90, unit: "day" })])
        for (const { settled, due, phase } of rows)
          if (settled !== null && due !== null && settled.at >= due.at) expect(phase).toBe("late")
      }),
      runs(10),
    )
  })

  test("what comes round again leaves no period out, up to today", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (story) => {
        const life = await live(story)
        const again = new Map<string, Obligation[]>()
        for (const row of await life.rows()) {
          const [, , , span = "", , nth] = row.key.split("/")
          if (row.occasionId === null && row.phase !== "void" && span !== "since" && nth === undefined)
            again.set(`${row.act}/${row.to ?? ""}/${span}`, [
              ...(again.get(`${row.act}/${row.to ?? ""}/${span}`) ?? []),
              row,
            ])
        }
        for (const rows of again.values()) {
          rows.sort((a, b) => (String(a.since) < String(b.since) ? -1 : 1))
          rows.slice(1).forEach((row, at) => expect(row.since).toBe(addDays(rows[at]?.due?.day ?? "", 1)))
          expect((rows.at(-1)?.due?.day ?? "") >= dayOf(life.now)).toBe(true)
        }
      }),
      runs(25),
    )
  })

  test("replaying the journal gives the same duties", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zhishou-lives-"))
    let count = 0
    await fc.assert(
      fc.asyncProperty(anyLife, async (story) => {
        const path = join(folder, String((count += 1)))
        const open = (now: () => number) =>
          openFile({ folder: path, now, notice: () => null, fatal: () => null })
        const life = await Life.begin(story, open)
        for (const step of story.steps) await life.take(step)
        const rows = await life.rows()
        await life.app.store.close()
        await rm(join(path, "checkpoint.json"), { force: true })
        const store = await open(() => life.now)
        const again = await store.transaction({ by: "test", why: "look" }, ({ obligations }) =>
          obligations.all(),
        )
        await store.close()
        expect(again).toEqual({ repeated: false, value: rows })
      }),
      runs(5),
    )
    await rm(folder, { recursive: true })
  })

  test("stopping the bot for any stretch changes nothing but lateness", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (story) => {
        const [awake, asleep] = [await Life.begin(story), await Life.begin(story)]
        for (const step of story.steps) {
          await awake.take(step, true)
          await asleep.take(step, false)
          expect((await asleep.rows()).map(said).sort()).toEqual((await awake.rows()).map(said).sort())
        }
      }),
      runs(15),
    )
  })
})

test("what comes round again and was done before its time begins anew when its time is over", async () => {
  const own = [bookOf("one", "kind: periodic, do: training.hold, atLeast: 1 per week")]
  const life = await live({ stack: [], own, steps: [] })
  await life.do(async (turn) => {
    const [row] = (await turn.tables.obligations.all()).filter(({ rules }) => rules[0] === "one:T-1")
    if (row) await settling.settle(turn, row, { on: "2025-06-02", proof: null, note: null })
  })
  await life.take({ kind: "pass", count: 15 })
  expect(life.faults).toEqual([])
  const rows = (await life.rows()).filter(({ rules }) => rules[0] === "one:T-1")
  expect(rows.map(({ since, phase }) => [since, phase]).sort()).toEqual([
    ["2025-06-02", "done"],
    ["2025-06-09", "escalated"],
    ["2025-06-16", "open"],
  ])
})

test("what is asked for by the week and by the year comes round in both rhythms", async () => {
  const own = [
    bookOf("one", "kind: periodic, do: training.hold, atLeast: 1 per week"),
    bookOf("two", "kind: periodic, do: training.hold, atLeast: 1 per year"),
  ]
  const life = await live({ stack: [], own, steps: [{ kind: "pass", count: 240 }] })
  const rows = (await life.rows()).filter(
    ({ rules }) => rules[0]?.startsWith("one") || rules[0]?.startsWith("two"),
  )
  const firsts = rows.map(({ rules, since }) => `${rules[0] ?? ""} ${String(since)}`)
  expect(firsts.filter((each) => each.startsWith("two"))).toEqual([
    "two:T-1 2025-01-01",
    "two:T-1 2026-01-01",
  ])
  expect(firsts.filter((each) => each.startsWith("one"))).toHaveLength(35)
})

describe("a rule that goes before another", () => {
  const filing = (within: string) =>
    `kind: deadline, starts: account.changed, do: filing.change, within: ${within}`
  const changed = { kind: "happen", event: "account.changed", back: 0, nth: 1 } as const

  test("does so only for what happens once it is in force", async () => {
    const stricter = { ...bookOf("two", filing("2 working days")), inForceFrom: "2025-06-10" }
    const own = [bookOf("one", filing("5 working days")), stricter]
    const due = async (steps: Story["steps"]) =>
      (await (await live({ stack: [], own, steps })).rows()).find(({ act }) => act === "filing.change")?.due
        ?.day
    expect(await due([changed])).toBe("2025-06-09")
    expect(await due([{ kind: "pass", count: 10 }, changed])).toBe("2025-06-16")
  })

  test("does not where a wait is longer in one month and shorter in another: it is free once both are over", async () => {
    const wait = (time: string) =>
      `kind: deadline, starts: announcement.closing, do: announcement.remove, wait: ${time}`
    const own = [bookOf("one", wait("30 days")), bookOf("two", wait("1 month"))]
    const free = async (back: number, pass: number) => {
      const happen = { kind: "happen", event: "announcement.closing", back, nth: 1 } as const
      const life = await live({ stack: [], own, steps: [{ kind: "pass", count: pass }, happen] })
      return (await life.rows())
        .filter(({ act }) => act === "announcement.remove")
        .map(({ freeAt }) => dayOf(freeAt ?? 0))
    }
    // From 2 July a month is 31 days, from 2 February 2026 it is 28.
    expect(await free(0, 30)).toEqual(["2025-08-03"])
    expect(await free(0, 245)).toEqual(["2026-03-05"])
  })

  test("leaves what the coming into force of the other starts as it is", async () => {
    const rule = "kind: deadline, starts: rulebook.in-force, do: filing.catch-up, within: 20 working days"
    const own = [bookOf("one", rule), bookOf("two", rule)]
    const steps = [1, 2].map((nth) => ({ kind: "happen", event: "rulebook.in-force", back: 0, nth }) as const)
    const rows = (await (await live({ stack: [], own, steps })).rows()).filter(
      ({ act }) => act === "filing.catch-up",
    )
    expect(rows.map(({ rules }) => rules).sort()).toEqual([["one:T-1"], ["two:T-1"]])
  })
})

/** Done after its last day, or said by one person alone when that was over. */
const isLate = ({ due, settled, act }: Obligation): boolean =>
  due !== null &&
  settled !== null &&
  (settled.on > due.day || (act === "password.change" && settled.at >= due.at))

/** A duty without what only says when the bot looked at it. */
const said = (row: Obligation): string => {
  const { key, rules, since, due, freeAt, settled, phase, again } = row
  const stands = !isOpen(row) ? phase : phase === "overdue" || phase === "escalated" ? "overdue" : "open"
  return JSON.stringify({ key, rules, since, due, freeAt, settled, stands, again })
}
