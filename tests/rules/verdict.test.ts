import { describe, expect, test } from "vitest"
import type { Account } from "../../rules/account.ts"
import type { Finding } from "../../rules/finding.ts"
import type { Obligation } from "../../rules/obligation.ts"
import { quotasFor, silencesFor } from "../../rules/binding.ts"
import { stackFor } from "../../rules/stack.ts"
import { addDays, type Day, endOf, instantOf } from "../../rules/time.ts"
import type { Facts } from "../../rules/verdict/facts.ts"
import { judge, stricter } from "../../rules/verdict/index.ts"
import { levelIn, weeksUntil } from "../../rules/verdict/week.ts"
import { bookOf } from "./books.ts"
import { china } from "./china.ts"

const NOW = instantOf("2026-03-20", "10:00")

const account: Account = {
  ...{ id: "a", unitId: "u", platform: "weibo", name: "示例县发布", link: null, verification: null },
  ...{
    operator: null,
    custodian: null,
    editors: [],
    openedOn: null,
    main: true,
    state: "live",
    retired: null,
  },
  ...{ exceptions: [], registeredAt: instantOf("2025-01-01"), lastPostAt: null },
}

/** An account under these rules that posted on these days. */
const facts = (rules: readonly string[], posted: readonly Day[], more: Partial<Facts> = {}): Facts => {
  const stack = stackFor({ rulebooks: ["book"] }, [], [bookOf("book", ...rules)])
  const posts = posted.map((day) => ({
    at: instantOf(day, "12:00"),
    original: true,
    recordedAt: instantOf(day, "12:00"),
  }))
  return {
    account: { ...account, lastPostAt: posts.at(-1)?.at ?? null },
    ...{ earlier: [], windows: [], obligations: [], findings: [], posts, now: NOW, calendar: china },
    quotas: quotasFor(stack, "county-department", "weibo"),
    silences: silencesFor(stack, "county-department", "weibo"),
    leave: { unapproved: ["b:W"], "offline-unapproved": [] },
    ...more,
  }
}

const FORTNIGHT = "kind: quota, atLeast: every 14 days, warn: [4 days]"
const TWICE = "kind: quota, atLeast: 2 per week, warn: [2 days]"

const on = (it: Facts, day: Day) => judge(it, instantOf(day, "10:00"))

describe("silence", () => {
  const it = facts([FORTNIGHT], ["2026-02-10"])

  test.each([
    ["2026-02-19", "green", undefined],
    ["2026-02-20", "soon", 4],
    ["2026-02-24", "soon", 0],
    ["2026-02-25", "red", -1],
  ])("a last post on 10 February: on %s it is %s", (day, level, left) => {
    const verdict = on(it, day)
    expect([verdict.level, verdict.reasons[0]?.left]).toEqual([level, left])
  })

  test("the arithmetic names the last post, the last day and the rule", () => {
    expect(on(it, "2026-02-25").reasons).toMatchObject([
      { kind: "silence", from: "2026-02-10", posted: true, until: "2026-02-24", rules: ["book:T-1"] },
    ])
  })

  test("a post that was reported afterwards counts from when it came out, and is told apart", () => {
    const late = facts([FORTNIGHT], ["2026-02-10", "2026-02-23"])
    const [first, second] = late.posts
    if (!first || !second) throw new Error("two posts")
    const verdict = on({ ...late, posts: [first, { ...second, recordedAt: NOW }] }, "2026-02-26")
    expect([verdict.level, verdict.reportedLater]).toEqual(["green", 1])
  })

  test("what lies ahead is played forward with nothing more posted", () => {
    const ahead = facts([FORTNIGHT], ["2026-03-18"])
    expect(
      ["2026-03-20", "2026-03-28", "2026-04-01", "2026-04-02"].map((day) => on(ahead, day).level),
    ).toEqual(["green", "soon", "soon", "red"])
  })
})

describe("so many a week", () => {
  const it = facts([TWICE], ["2026-03-02", "2026-03-04", "2026-03-10", "2026-03-17", "2026-03-18"])

  test("what was missed in the last whole week stands until the running one is met", () => {
    expect(
      ["2026-03-09", "2026-03-14", "2026-03-16", "2026-03-18", "2026-03-19"].map((day) => on(it, day).level),
    ).toEqual(["green", "soon", "red", "red", "green"])
    expect(on(it, "2026-03-17").reasons).toMatchObject([
      { kind: "quota", from: "2026-03-09", until: "2026-03-15", needed: 2, count: 1 },
    ])
  })

  test("in the matrix the week that was missed is red, and not the one after it", () => {
    const weeks = weeksUntil(NOW, 3)
    expect(weeks.map(({ from }) => from)).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"])
    expect(weeks.map((week) => levelIn(it, week))).toEqual(["green", "red", "green"])
  })

  test("a silence that ended within a week makes the week red", () => {
    const silent = facts([FORTNIGHT], ["2026-02-22", "2026-03-11"])
    expect(weeksUntil(NOW, 3).map((week) => levelIn(silent, week))).toEqual(["soon", "red", "green"])
  })
})

const obligation: Obligation = {
  ...{ id: "o", key: "o", act: "filing.open", rules: ["b:F"], unitId: "u", accountId: "a", personId: null },
  ...{ occasionId: null, to: null, who: null, since: "2026-03-02", freeAt: null, lastOn: null, late: [] },
  due: { day: "2026-03-09", at: endOf("2026-03-09"), provisional: false },
  ...{ warnOn: ["2026-03-06"], aim: false, again: false, phase: "overdue", settled: null, path: [] },
  ...{ bornLate: false, notedAt: instantOf("2026-03-02", "09:00"), dueAt: null },
}

const withDuty = (changes: Partial<Obligation>, day: Day) =>
  on(facts([], [], { obligations: [{ ...obligation, ...changes }] }), day).level

describe("a dated duty", () => {
  test("is near when its owner is reminded, and fails when its day is over", () => {
    expect(
      ["2026-03-01", "2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"].map((day) => withDuty({}, day)),
    ).toEqual(["green", "green", "soon", "soon", "red"])
  })

  test("that was done counts as done from its day, and failed before", () => {
    const settled = {
      on: "2026-03-12",
      by: "p",
      at: instantOf("2026-03-16", "9:00"),
      proof: null,
      note: null,
    }
    const late = { phase: "late", settled } as const
    expect(["2026-03-11", "2026-03-12"].map((day) => withDuty(late, day))).toEqual(["red", "green"])
    const alone = { phase: "late", settled: { ...settled, alone: true } } as const
    expect(["2026-03-15", "2026-03-17"].map((day) => withDuty(alone, day))).toEqual(["red", "green"])
  })

  test("has the date that it had then, whatever it was moved to later", () => {
    const moved = [{ from: "2026-03-04", at: instantOf("2026-03-06", "9:00"), by: "p" }]
    expect(["2026-03-05", "2026-03-07"].map((day) => withDuty({ moved }, day))).toEqual(["red", "soon"])
  })

  test("that only aims at a day fails nobody, and one that lost its cause no longer does", () => {
    expect(withDuty({ aim: true }, "2026-03-18")).toBe("green")
    const path = [{ phase: "void", at: instantOf("2026-03-12", "9:00"), by: "p" }] as const
    expect(["2026-03-11", "2026-03-13"].map((day) => withDuty({ phase: "void", path }, day))).toEqual([
      "red",
      "green",
    ])
  })
})

test("what is reminded of months ahead is no worry yet, what has not opened is none in time, and a finding is told once", () => {
  const due = { day: "2026-06-01", at: endOf("2026-06-01"), provisional: false }
  const far = ["2026-05-15", "2026-05-18"].map((day) => withDuty({ due }, day))
  expect(far).toEqual(["green", "soon"])
  const coming = {
    ...facts([], [], { obligations: [obligation] }),
    account: { ...account, state: "planned" },
  } as const
  expect(
    ["2026-03-21", "2026-03-09"].map((day) => judge({ ...coming, now: 0 }, instantOf(day)).level),
  ).toEqual(["red", "none"])
  expect(withDuty({ act: "rectification.finish" }, "2026-03-18")).toBe("green")
})

const found: Finding = {
  ...{
    id: "f",
    number: "2026-1",
    kind: "finding",
    unitId: "u",
    accountId: "a",
    officeId: "o",
    what: "评论已关闭",
  },
  ...{ rules: ["b:C"], line: null, sheetId: null, evidence: null, foundOn: "2026-03-02", by: "p" },
  ...{ at: instantOf("2026-03-02", "9:00"), dueOn: "2026-03-12", round: 1, rectified: null, sentBack: [] },
  ...{ closed: null, state: "open", told: [], dueAt: null },
}

test("a finding is near from the day it is found, fails after the day it had then, waits for whoever closes it", () => {
  const level = (day: Day, changes: Partial<Finding> = {}) =>
    on(facts([], [], { findings: [{ ...found, ...changes }] }), day).level
  expect(["2026-03-01", "2026-03-03", "2026-03-12", "2026-03-13"].map((day) => level(day))).toEqual([
    "green",
    "soon",
    "soon",
    "red",
  ])
  const rectified = {
    on: "2026-03-14",
    by: "p",
    at: instantOf("2026-03-14", "9:00"),
    evidence: "",
    note: null,
  }
  expect(level("2026-03-15", { rectified, state: "rectified" })).toBe("soon")
  expect(level("2026-03-17", { closed: { by: "q", at: instantOf("2026-03-16") }, state: "closed" })).toBe(
    "green",
  )
  expect(level("2026-03-13", { state: "withdrawn" })).toBe("green")
  const back = { rectified, reason: "", by: "q", at: instantOf("2026-03-16", "9:00"), dueOn: "2026-03-12" }
  const again = { dueOn: "2026-03-20", round: 2, sentBack: [back] }
  expect(["2026-03-13", "2026-03-15", "2026-03-17", "2026-03-21"].map((day) => level(day, again))).toEqual([
    "red",
    "soon",
    "soon",
    "red",
  ])
})

test("live without leave fails, offline by leave is not looked at, and neither is what has not opened or is over", () => {
  const state = (changes: Partial<Account>) => {
    const { level, absent } = on(
      { ...facts([FORTNIGHT], []), account: { ...account, ...changes } },
      "2026-03-21",
    )
    return [level, absent]
  }
  expect(state({ state: "unapproved", lastPostAt: NOW })).toEqual(["red", null])
  expect(state({ state: "offline" })).toEqual(["none", "offline"])
  expect(state({ state: "planned" })).toEqual(["none", "coming"])
  expect(state({ state: "retired" })).toEqual(["none", "ended"])
  expect(state({ registeredAt: instantOf("2026-04-01") })).toEqual(["none", "unknown"])
})

test("the strictest comes first: a zombie, a dormant one, the longest overdue, the soonest to fall due", () => {
  const marks = ["dormant", "zombie"].map(
    (mark, nth) => `kind: limit, limit: silence, atMost: ${30 + 60 * nth} days, mark: ${mark}`,
  )
  const last = [1, 16, 12, 20, 50, 100].map((days) => addDays("2026-03-20", -days))
  const sorted = last.map((day) => on(facts([FORTNIGHT, ...marks], [day]), "2026-03-20")).sort(stricter)
  expect(sorted.map(({ reasons: [first] }) => [first?.kind, first?.left])).toEqual([
    ["given-up", -10],
    ["given-up", -20],
    ["silence", -6],
    ["silence", -2],
    ["silence", 2],
    [undefined, undefined],
  ])
})
