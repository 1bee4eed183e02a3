import { describe, expect, test } from "vitest"
import { asked, lacking, together } from "../../rules/chain.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf, shipped } from "./books.ts"

const account = {
  unitKind: "county-department",
  platform: "weibo",
  main: true,
  operator: null,
  news: false,
} as const
const under = (...books: string[]) =>
  asked(stackFor({ rulebooks: books }, [], shipped), "account.open", account)
const own = (...rules: string[]) =>
  asked(stackFor({ rulebooks: ["own"] }, [], [bookOf("own", ...rules)]), "account.close", account)

describe("chains of several rulebooks", () => {
  test("keep every level, and the order of each", () => {
    expect(
      together([
        ["chief", "county-office"],
        ["leader", "chief"],
      ]),
    ).toEqual(["leader", "chief", "county-office"])
    expect(together([["chief"], ["chief", "city-office"], []])).toEqual(["chief", "city-office"])
  })

  test("a transport body in Wubu goes through four levels; the chief's rests on both books (WB-02, WB-03, SJ-04)", () => {
    const { chain } = under("wubu", "sxjt")
    expect(chain.map(({ step }) => step)).toEqual([
      "chief",
      "county-office",
      "city-office",
      "provincial-office",
    ])
    expect([...(chain[0]?.rules ?? [])].sort()).toEqual(["sxjt:SJ-04", "wubu:WB-02", "wubu:WB-03"])
    expect(chain[1]?.rules).toEqual(["wubu:WB-03"])
  })

  test.each([["longzihu"], ["jiangxi"], ["xuancheng"]])("under %s alone the house asks the chief", (book) => {
    expect(under(book).chain).toEqual([{ step: "chief", rules: ["house:H-15"] }])
  })

  test("the chief decides in person wherever an opening is decided (decision E5)", () => {
    for (const book of ["wubu", "sxjt", "longzihu"]) expect(under(book).inPerson).toEqual(["chief"])
  })

  test("every attachment is asked for, and only reasons that suit all", () => {
    const asks = own(
      "kind: approval, for: account.close, steps: [chief], attach: [方案], reasons: [撤并, 无力维护]",
      "kind: approval, for: account.close, steps: [leader], attach: [批文], reasons: [撤并]",
    )
    expect(asks.attach.map(({ what }) => what).sort()).toEqual(["批文", "方案"])
    expect(asks.reasons).toEqual(["撤并"])
  })
})

test("what is missing is named: ticks, attachments, the reason", () => {
  const asks = own(
    "kind: approval, for: account.close, steps: [chief], attach: [方案], reasons: [撤并]",
    "kind: checklist, for: account.close, ticks: [{ id: moved, says: 已迁移 }, { id: told, says: 已告知 }]",
  )
  const missing = lacking(asks, { ticks: ["moved"], attachments: [], reason: "无力维护" })
  expect(missing.ticks.map(({ id }) => id)).toEqual(["told"])
  expect(missing.attachments.map(({ what }) => what)).toEqual(["方案"])
  expect(missing.reason).toBe(true)
  const given = { ticks: ["moved", "told"], attachments: [{ what: "方案", paper: "1号" }], reason: "撤并" }
  expect(lacking(asks, given)).toEqual({ ticks: [], attachments: [], reason: false })
})
