import { describe, expect, test } from "vitest"
import { type Publishing, reviewOf, spread } from "../../rules/gates.ts"
import type { Special } from "../../rules/item.ts"
import { isListed } from "../../rules/source.ts"
import { askedFact, categories, linesFor, offered, sources } from "../../rules/special.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf, shipped } from "./books.ts"

const account = {
  unitKind: "county-department",
  platform: "weibo",
  main: true,
  operator: null,
  news: false,
} as const
const under = (...books: string[]): Publishing => ({
  stack: stackFor({ rulebooks: books }, [], shipped),
  accounts: [account],
})
const own = (...rules: string[]): Publishing => ({
  stack: stackFor({ rulebooks: ["own"] }, [], [bookOf("own", ...rules)]),
  accounts: [account],
})
const asks = (where: Publishing, about: readonly Special[] = [], doubted: readonly string[] = []) =>
  reviewOf(where, about, doubted)
const steps = (where: Publishing, about?: readonly Special[]) =>
  asks(where, about).chain.map(({ step }) => step)
const gates = (where: Publishing, about?: readonly Special[]) =>
  asks(where, about)
    .gates.filter(({ needed }) => needed)
    .map(({ id }) => id)
    .sort()

describe("who looks at an item, by its rulebooks", () => {
  test("the transport system asks for three different people in order (SJ-25)", () => {
    expect(steps(under("sxjt"))).toEqual(["reviewer", "editor-in-chief", "leader"])
    expect(asks(under("sxjt")).chain[0]?.rules).toEqual(["sxjt:SJ-25"])
  })

  test.each([
    ["wubu", "WB-41b"],
    ["longzihu", "LZ-21b"],
    ["xuancheng", "XC-25b"],
    ["jiangxi", "JX-31c"],
  ])("%s asks for levels and not how many: the house says two, and %s is cited", (book, rule) => {
    expect(steps(under(book))).toEqual(["reviewer", "leader"])
    expect(asks(under(book)).rules).toEqual([`${book}:${rule}`])
  })

  test("where no rulebook asks, nobody does", () => {
    expect(asks({ stack: stackFor({ rulebooks: [] }, [], shipped), accounts: [account] }).chain).toEqual([])
  })

  test("under two rulebooks the most levels count, and both are cited", () => {
    const both = asks(under("wubu", "sxjt"))
    expect(both.chain.map(({ step }) => step)).toEqual(["reviewer", "editor-in-chief", "leader"])
    expect([...both.rules].sort()).toEqual(["sxjt:SJ-25", "wubu:WB-41b"])
  })

  test("what touches public safety is looked at by one more (SJ-15)", () => {
    expect(steps(under("sxjt"), ["public-safety"])).toEqual([
      "reviewer",
      "reviewer",
      "editor-in-chief",
      "leader",
    ])
    expect(asks(under("sxjt"), ["public-safety"]).chain[0]?.rules).toEqual(["sxjt:SJ-25", "sxjt:SJ-15"])
  })

  test("for the policy column two more offices follow the unit's own levels (XC-07)", () => {
    expect(steps(under("xuancheng"), ["policy-column"])).toEqual([
      "reviewer",
      "leader",
      "drafting-department",
      "openness-office",
    ])
  })

  test("an emergency is let out by the leader alone, the others follow within a day (decision E7)", () => {
    const { chain, pace } = asks(under("sxjt"), ["emergency"])
    expect(chain.map(({ step, before }) => [step, before])).toEqual([
      ["leader", true],
      ["reviewer", false],
      ["editor-in-chief", false],
    ])
    expect(pace).toMatchObject({ rest: 24 * 3_600_000, answer: 600_000 })
  })

  test("a doubt is passed by the leader, who is added where the chain has none", () => {
    const where = own("kind: approval, for: item.publish, levels: 1, reviewers: [reviewer]")
    expect(asks(where, [], ["own:T-9"]).chain).toEqual([
      { step: "reviewer", rules: ["own:T-1"], before: true, reason: false },
      { step: "leader", rules: ["own:T-9"], before: true, reason: true },
    ])
    expect(asks(under("sxjt"), [], ["x:X-1"]).chain.map(({ reason }) => reason)).toEqual([false, false, true])
  })

  test("a rulebook may name its levels, and ask for more than it names", () => {
    expect(steps(own("kind: approval, for: item.publish, steps: [editor-in-chief, chief]"))).toEqual([
      "editor-in-chief",
      "chief",
    ])
    const more = "kind: approval, for: item.publish, levels: 3, steps: [chief], reviewers: [reviewer, leader]"
    expect(steps(own(more))).toEqual(["reviewer", "leader", "chief"])
  })

  test("levels are spread over the roles: fewer leave out of the middle, more repeat the first", () => {
    const roles = ["reviewer", "editor-in-chief", "leader"] as const
    expect([1, 2, 3, 4].map((count) => spread(count, roles))).toEqual([
      ["leader"],
      ["reviewer", "leader"],
      ["reviewer", "editor-in-chief", "leader"],
      ["reviewer", "reviewer", "editor-in-chief", "leader"],
    ])
  })
})

describe("the gates", () => {
  test("of Longzihu are six, and three bans and the national five are among them (LZ-20, LZ-21)", () => {
    expect(gates(under("longzihu"))).toEqual(
      [
        "law",
        "no-ads",
        "no-opinion",
        "no-secret",
        "opinion",
        "policy",
        "politics",
        "secrecy",
        "wording",
      ].sort(),
    )
  })

  test("of Jiangxi are five, with the discipline of publicity and four bans (JX-30, JX-31b, JX-34)", () => {
    expect(gates(under("jiangxi"))).toEqual(
      [
        ...["politics", "law", "policy", "secrecy", "wording"],
        ...["discipline", "no-opinion", "no-ads", "verified", "lawful-pictures"],
      ].sort(),
    )
  })

  test("of Jiangxi hold for comments too, with two levels (JX-31, JX-31d)", () => {
    expect(gates(under("jiangxi"), ["comment"])).toEqual(["law", "policy", "politics", "secrecy", "wording"])
    expect(steps(under("jiangxi"), ["comment"])).toEqual(["reviewer", "leader"])
  })

  test("of Xuancheng's own text are three, secrecy among them (XC-03, XC-25)", () => {
    const three = asks({
      stack: stackFor(
        { rulebooks: ["xuancheng"] },
        [],
        shipped.filter(({ binds }) => binds !== "everywhere"),
      ),
      accounts: [account],
    }).gates.filter(({ needed }) => needed)
    expect(three.map(({ id }) => id).sort()).toEqual(["law", "politics", "secrecy"])
    expect([...(three.find(({ id }) => id === "secrecy")?.rules ?? [])].sort()).toEqual([
      "xuancheng:XC-03",
      "xuancheng:XC-25",
    ])
  })

  test("that the website has it first is pointed at and hinders nothing (XC-02)", () => {
    expect(asks(under("xuancheng")).gates.find(({ id }) => id === "website-first")).toMatchObject({
      needed: false,
      rules: ["xuancheng:XC-02"],
    })
  })

  test("of the transport system are true, lawful, unambiguous and friendly words (SJ-18, SJ-19)", () => {
    expect(gates(under("sxjt"))).toEqual(
      expect.arrayContaining(["truthful", "secrecy", "lawful", "unambiguous", "friendly"]),
    )
  })
})

describe("what is special", () => {
  test("is offered only where a rulebook speaks of it", () => {
    expect(offered(under("wubu"))).toEqual(["service", "emergency"])
    expect(offered(under("sxjt"))).toEqual(["repost", "public-safety", "emergency"])
    expect(offered(under("longzihu"))).toEqual(["repost", "others", "interpretation", "service", "emergency"])
    expect(offered(under("xuancheng"))).toEqual([
      "policy",
      "policy-column",
      "major-decision",
      "event",
      "emergency",
    ])
    expect(offered(under("jiangxi"))).toContain("comment")
  })

  test("asks for its lines, each with how firmly it is asked (XC-06, XC-16, XC-04, JX-10, JX-12, LZ-04, LZ-07)", () => {
    const lines = (book: string, ...about: Special[]) =>
      linesFor(under(book), about).map(({ line, strength }) => [line, strength])
    expect(lines("xuancheng", "policy")).toEqual([["item.interpretation-link", "hard"]])
    expect(lines("xuancheng", "major-decision")).toEqual([
      ["risk-level", "hard"],
      ["plan", "hard"],
    ])
    expect(lines("xuancheng", "event")).toEqual([["website-first", "hard"]])
    expect(lines("jiangxi", "major-decision")).toEqual([["consultation", "hard"]])
    expect(lines("jiangxi", "interpretation")).toEqual([["item.policy-link", "soft"]])
    expect(lines("longzihu", "interpretation")).toEqual([["popular-form", "note"]])
    expect(lines("longzihu", "service")).toEqual([["rests-on", "hard"]])
  })

  test("content is of six kinds in Longzihu and five in the transport system (LZ-18, SJ-16)", () => {
    expect(categories(under("longzihu")).map(({ name }) => name)).toHaveLength(6)
    expect(categories(under("sxjt")).map(({ name }) => name)).toHaveLength(5)
    expect(categories(under("longzihu")).find(({ name }) => name === "突发事件")?.providers).toEqual([
      "宣传部门",
      "网信部门",
    ])
  })

  test("a fact is asked for as firmly as its hardest rule", () => {
    expect(askedFact(under("longzihu"), "item.source-listed")).toMatchObject({ strength: "soft" })
    expect(askedFact(under("longzihu", "jiangxi"), "item.other-units-agree")?.rules.toSorted()).toEqual([
      "jiangxi:JX-36",
      "longzihu:LZ-23",
    ])
    expect(askedFact(under("wubu"), "item.source-listed")).toBeNull()
  })
})

describe("sources", () => {
  const list = sources(under("longzihu"))
  test("of the party and government are on the list, with everything below them, and an office adds its own", () => {
    expect(isListed("https://www.ah.gov.cn/zwgk/1.html", list)).toBe(true)
    expect(isListed("新华社 https://www.news.cn/2026/1.html", list)).toBe(true)
    expect(isListed("《人民日报》", list)).toBe(true)
    const more = own("kind: record, record: item.sources, fields: [example.com]")
    expect(isListed("https://a.example.com/1", sources(more))).toBe(true)
  })

  test("that only look like it are not", () => {
    expect(isListed("https://www.gov.cn.example.com/1", list)).toBe(false)
    expect(isListed("https://fakegov.cn/1", list)).toBe(false)
    expect(isListed("新华社 https://example.com/1", list)).toBe(false)
    expect(isListed("某自媒体", list)).toBe(false)
  })
})
