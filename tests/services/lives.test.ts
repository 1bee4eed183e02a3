import fc from "fast-check"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { isCarried } from "../../rules/acts.ts"
import { isOpen as isLeftOpen } from "../../rules/figure.ts"
import type { Deadline } from "../../rules/kinds/deadline.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import type { Occasion } from "../../rules/occasion.ts"
import type { Quantity } from "../../rules/quantity.ts"
import type { Rulebook } from "../../rules/rulebook.ts"
import { addDays, type Day, dayOf, weekdayOf } from "../../rules/time.ts"
import { openFile } from "../../storage/file.ts"
import { shippedYears } from "../rules/china.ts"
import { bookOf, shipped } from "../rules/books.ts"
import { anyLife, Life, type Story } from "./lives.ts"

const holidays = new Set(shippedYears.flatMap((year) => year.holidays))
const makeUpDays = new Set(shippedYears.flatMap((year) => year.makeUpDays))
const works = (day: Day): boolean => makeUpDays.has(day) || (weekdayOf(day) <= 5 && !holidays.has(day))

/** Counts on the fingers, day by day. */
const naiveDue = (from: Day, { amount, unit }: Quantity): Day => {
  let day = from
  if (unit === "working day") {
    for (let left = amount; left > 0;) {
      day = addDays(day, 1)
      if (works(day)) left -= 1
    }
    return day
  }
  if (unit === "day" || unit === "week") {
    for (let left = unit === "day" ? amount : 7 * amount; left > 0; left -= 1) day = addDays(day, 1)
    return day
  }
  return naiveMonths(from, unit === "year" ? 12 * amount : amount)
}

/** The same date so many months later, or the last day of that month. */
const naiveMonths = (from: Day, count: number): Day => {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number)
  const months = year * 12 + (month - 1) + count
  const first = `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, "0")}`
  let day = `${first}-01`
  for (let left = date - 1; left > 0 && addDays(day, 1).startsWith(first); left -= 1) day = addDays(day, 1)
  return day
}

const booksOf = ({ stack, own }: Pick<Story, "stack" | "own">): readonly Rulebook[] =>
  [...shipped, ...own].filter(
    ({ id, binds, status }) =>
      (binds === "everywhere" || stack.includes(id) || own.some((book) => book.id === id)) &&
      (status === "in-force" || status === "trial"),
  )

/** What an occasion has to lead to, by the rulebooks as they are written: nothing of the engine is asked. */
const askedBy = (
  books: readonly Rulebook[],
  occasion: Occasion,
): ReadonlyMap<string, readonly Deadline[]> => {
  const asked = new Map<string, Deadline[]>()
  for (const book of books)
    for (const rule of book.rules) {
      if (rule.kind !== "deadline" || rule.starts !== occasion.kind || !isCarried(rule.do)) continue
      const { units, platforms, accounts } = rule.applies
      if (units && !units.includes("county-department")) continue
      if (platforms && !platforms.includes("weibo")) continue
      if (accounts === "outsourced" || accounts === "news") continue
      if (occasion.book !== null && occasion.book !== book.id) continue
      if (book.inForceFrom !== undefined && String(occasion.on) < book.inForceFrom) continue
      const key = `${rule.do}/${rule.to ?? ""}/${occasion.id}`
      asked.set(key, [...(asked.get(key) ?? []), rule])
    }
  return asked
}

const live = async (story: Story): Promise<Life> => {
  const life = await Life.begin(story)
  for (const step of story.steps) await life.take(step)
  expect(life.faults).toEqual([])
  return life
}

const runs = (count: number) => ({ numRuns: Number(process.env["LIVES"] ?? count) })

describe("whatever happens in the life of an account, under whatever rulebooks", () => {
  test("every deadline of every occasion has its duty, and its date is the one that is counted day by day", async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (story) => {
        const life = await live(story)
        const books = booksOf(story)
        const rows = new Map((await life.rows()).map((row) => [row.key, row]))
        const noted = await life.do(({ tables }) => tables.occasions.all())
        for (const occasion of noted)
          for (const [key, rules] of askedBy(books, occasion)) {
            const row = rows.get(key)
            expect(row, key).toBeDefined()
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
            expect(row.phase).toBe(
              row.due !== null && (row.settled?.on ?? "") > row.due.day ? "late" : "done",
            )
          if (isOpen(row) && row.due !== null)
            expect(["overdue", "escalated"].includes(row.phase), row.key).toBe(row.due.at <= life.now)
        }
      }),
      runs(25),
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
  const life = await live({
    stack: [],
    own,
    steps: [
      // The first that is open is the account's change of password.
      { kind: "done", which: 1, back: 0 },
      { kind: "pass", count: 15 },
    ],
  })
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

/** A duty without what only says when the bot looked at it. */
const said = (row: Obligation): string => {
  const { key, rules, since, due, freeAt, settled, phase, again } = row
  const stands = !isOpen(row) ? phase : phase === "overdue" || phase === "escalated" ? "overdue" : "open"
  return JSON.stringify({ key, rules, since, due, freeAt, settled, stands, again })
}
