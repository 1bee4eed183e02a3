import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isCleared, type Item } from "../../rules/item.ts"
import {
  again,
  hindrance,
  marked,
  nextLevel,
  openGates,
  said,
  wakeOf,
  type Word,
} from "../../rules/review.ts"
import { canFill, emptyPlace, firstOf } from "../../rules/staffing.ts"
import { item } from "./items.ts"

const ALL = ["politics", "law", "secrecy"]
const word = (by: string, level: number, changes: Partial<Word> = {}): Word => ({
  level,
  verdict: "approved",
  by,
  at: 10,
  gates: ALL,
  note: null,
  paper: null,
  standIn: null,
  ...changes,
})
const code = (of: Item, that: Word) => hindrance(of, that)?.code ?? null

describe("an item before it is published", () => {
  test("may come out once every level has agreed, and not a word earlier", () => {
    const once = said(item(), word("a", 0))
    expect([once.state, isCleared(once), nextLevel(once)?.step]).toEqual(["waiting", false, "leader"])
    const twice = said(once, word("b", 1))
    expect([twice.state, isCleared(twice), nextLevel(twice)]).toEqual(["approved", true, null])
  })

  test("nobody has two levels, nobody their own item, nobody a level out of turn", () => {
    const once = said(item(), word("a", 0))
    expect(code(once, word("a", 1))).toBe("twice")
    expect(code(item(), word("author", 0))).toBe("own")
    expect(code(item(), word("a", 1))).toBe("out-of-turn")
    expect(code(once, word("b", 0))).toBe("out-of-turn")
    expect(code(said(once, word("b", 1)), word("c", 1))).toBe("over")
  })

  test("with one gate less nobody agrees, and it says which is missing", () => {
    const found = hindrance(item(), word("a", 0, { gates: ["politics", "law"] }))
    expect(found).toMatchObject({ code: "gates", missing: [{ id: "secrecy" }] })
  })

  test("what is only to be thought of hinders nobody", () => {
    const gates = item().gates.map((gate) => ({ ...gate, needed: gate.id !== "politics" }))
    expect(code(item({ gates }), word("a", 0, { gates: ["law", "secrecy"] }))).toBeNull()
  })

  test("gates are ticked one by one, and untouched again by another tap", () => {
    const two = marked(marked(item(), "secrecy"), "politics")
    expect(two.marked).toEqual(["politics", "secrecy"])
    expect(openGates(two).map(({ id }) => id)).toEqual(["law"])
    expect(marked(two, "politics").marked).toEqual(["secrecy"])
  })

  test("is given back with a reason only, and edited it begins anew with everybody", () => {
    const once = said(item(), word("a", 0))
    expect(code(once, word("b", 1, { verdict: "returned" }))).toBe("no-reason")
    const back = said(once, word("b", 1, { verdict: "returned", note: "日期写错" }))
    expect([back.state, nextLevel(back)]).toEqual(["returned", null])
    const anew = again(back, 20)
    expect([anew.state, anew.round, nextLevel(anew)?.at]).toEqual(["waiting", 2, 0])
    expect(code(anew, word("a", 0))).toBeNull()
  })

  test("edited after everybody agreed it may come out no longer (decision E6)", () => {
    const done = said(said(item(), word("a", 0)), word("b", 1))
    expect(isCleared(again(done, 20))).toBe(false)
    expect(nextLevel(again(done, 20))?.at).toBe(0)
  })

  test("what holds in principle is passed with a written reason, by its level alone", () => {
    const chain = item().chain.map((level, at) => ({ ...level, reason: at === 1 }))
    const once = said(item({ chain }), word("a", 0))
    expect(code(once, word("b", 1))).toBe("no-reason")
    expect(code(once, word("b", 1, { note: "省厅来文要求转发" }))).toBeNull()
  })

  test("an office outside answers on paper", () => {
    const chain = [{ step: "openness-office", rules: [], before: true, reason: false }] as const
    expect(code(item({ chain }), word("author", 0))).toBe("no-paper")
    expect(code(item({ chain }), word("author", 0, { paper: "公开办〔2026〕3号" }))).toBeNull()
  })

  test("in an emergency one lets it out, and it is done when the others have seen it (decision E7)", () => {
    const chain = item()
      .chain.toReversed()
      .map((level, at) => ({ ...level, before: at === 0 }))
    const out = said(item({ chain }), word("b", 0))
    expect([out.state, isCleared(out), out.clearedAt]).toEqual(["waiting", true, 10])
    expect(said(out, word("a", 1, { at: 30 }))).toMatchObject({ state: "approved", clearedAt: 10 })
    const back = said(out, word("a", 1, { verdict: "returned", note: "数字不对" }))
    expect([back.state, isCleared(back)]).toEqual(["returned", false])
  })
})

describe("an item that lies", () => {
  test("is brought up once, then told to the leader once, then left alone", () => {
    expect(wakeOf(item())).toEqual({ what: "remind", at: 100 })
    expect(wakeOf(item({ told: 1 }))).toEqual({ what: "tell", at: 150, step: "leader" })
    expect(wakeOf(item({ told: 2 }))).toBeNull()
  })

  test("begins anew with each level, and ends with the last", () => {
    const once = said(item({ told: 2 }), word("a", 0, { at: 500 }))
    expect(wakeOf(once)).toEqual({ what: "remind", at: 600 })
    expect(wakeOf(said(once, word("b", 1)))).toBeNull()
  })

  test("what went ahead has to be seen by all within its time", () => {
    const pace = { answer: null, late: [], rest: 1000 }
    expect(wakeOf(item({ pace, clearedAt: 10 }))).toEqual({ what: "rest", at: 1010 })
    expect(wakeOf(item({ pace, clearedAt: 10, restTold: true }))).toBeNull()
  })
})

describe("people and places", () => {
  test("one person never fills two places", () => {
    expect(canFill([["a"], ["a", "b"]])).toBe(true)
    expect(canFill([["a", "b"], ["a"], ["b"]])).toBe(false)
    expect(emptyPlace([["a", "b"], ["a"], ["b"]])).toBe(2)
    expect(emptyPlace([["a"], ["b"]])).toBeNull()
  })

  test("whoever alone can take a later place is kept for it", () => {
    expect(firstOf([["a", "b"], ["a"]])).toEqual(["b"])
  })

  test("agrees with trying everything", () => {
    const places = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")), { maxLength: 4 })
    const bySearch = (left: readonly (readonly string[])[], used: readonly string[]): boolean => {
      const [first, ...others] = left
      return (
        first === undefined || first.some((one) => !used.includes(one) && bySearch(others, [...used, one]))
      )
    }
    fc.assert(
      fc.property(places, (them) => canFill(them) === bySearch(them, [])),
      { numRuns: 200 },
    )
  })
})

test("whatever people press, nothing comes out without its levels, its gates and different people", () => {
  const steps = ["reviewer", "editor-in-chief", "leader", "openness-office"] as const
  const press = fc.record({
    by: fc.constantFrom("author", "a", "b", "c", "d"),
    level: fc.nat(4),
    verdict: fc.constantFrom("approved", "approved", "returned"),
    at: fc.nat(1000),
    gates: fc.subarray(ALL, { minLength: 2 }),
    note: fc.constantFrom(null, "理由"),
    paper: fc.constantFrom(null, "文号"),
    standIn: fc.constant(null),
  })
  const act = fc.oneof(
    { weight: 8, arbitrary: press },
    { weight: 1, arbitrary: fc.constant("edit" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...ALL) },
  )
  const levels = fc.array(
    fc.record({
      step: fc.constantFrom(...steps),
      rules: fc.constant([]),
      before: fc.constant(true),
      reason: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(levels, fc.nat(4), fc.array(act, { maxLength: 30 }), (levelsAsked, ahead, acts) => {
      const chain = levelsAsked.map((level, at) => ({ ...level, before: at === 0 || at < ahead }))
      let now: Item = item({ chain })
      for (const each of acts) {
        if (each === "edit") now = again(now, 1)
        else if (typeof each === "string") now = marked(now, each)
        else if (hindrance(now, each) === null) now = said(now, each)
        if (!isCleared(now)) continue
        const agreed = now.opinions.filter(
          ({ round, verdict }) => round === now.round && verdict === "approved",
        )
        const inside = agreed.filter(({ level }) => chain[level]?.step !== "openness-office")
        const wanted = now.state === "approved" ? chain : chain.filter(({ before }) => before)
        expect(agreed.length).toBeGreaterThanOrEqual(wanted.length)
        expect(agreed.map(({ level }) => level)).toEqual(agreed.map((_, at) => at))
        expect(new Set(inside.map(({ by }) => by)).size).toBe(inside.length)
        expect(inside.every(({ by, gates }) => by !== "author" && gates.length === ALL.length)).toBe(true)
        expect(agreed.every(({ level, note }) => !(chain[level]?.reason ?? false) || note !== null)).toBe(
          true,
        )
      }
    }),
    { numRuns: 300 },
  )
})
