import { describe, expect, test } from "vitest"
import { objections } from "../../rules/registration/objections.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf, shipped } from "./books.ts"
import { account, other, raised, sponsor, under } from "./candidates.ts"

const passed = (rule: string) => ({ rule, reason: "两个业务系统并行", by: "wang", at: 0 })

describe("an account as every rulebook wants it", () => {
  test.each(["wubu", "longzihu", "xuancheng", "jiangxi", "sxjt"])("meets no objection under %s", (book) => {
    expect(raised(under(book), account())).toEqual([])
  })
})

describe("who stands for the account", () => {
  const nobody = sponsor({ roles: ["duty"] })

  test.each([
    ["wubu", ["hard no-role wubu:WB-40"]],
    ["longzihu", ["hard no-role longzihu:LZ-50", "note no-role longzihu:LZ-15"]],
    ["xuancheng", ["hard no-role xuancheng:XC-32", "hard no-role xuancheng:XC-32b"]],
    ["sxjt", ["hard no-role sxjt:SJ-07", "hard no-role sxjt:SJ-07b", "hard no-role sxjt:SJ-07c"]],
    ["jiangxi", []],
  ])(
    "a unit under %s without leaders meets %j (WB-40, LZ-50, LZ-15, XC-32, XC-32b, SJ-07, SJ-07b, SJ-07c)",
    (book, expected) => {
      expect(raised(under(book), account(), [], nobody).sort()).toEqual(expected)
    },
  )

  test("the leader in charge is missed once, though two rulebooks ask", () => {
    expect(raised(under("wubu", "longzihu"), account(), [], sponsor({ roles: ["chief"] }))).toEqual([
      "hard no-role longzihu:LZ-50",
      "note no-role longzihu:LZ-15",
    ])
  })

  test("a missing editor-in-chief is refused where the rulebook knows one", () => {
    const without = sponsor({ roles: ["leader", "chief"] })
    expect(raised(under("sxjt"), account(), [], without)).toEqual(["hard no-role sxjt:SJ-07c"])
    expect(raised(under("wubu"), account(), [], without)).toEqual([])
  })
})

describe("who runs the account", () => {
  test.each([
    ["wubu", 0, ["hard no-editor wubu:WB-01"]],
    ["wubu", 1, ["note too-few-editors wubu:WB-01b"]],
    ["wubu", 2, []],
    ["sxjt", 0, ["hard no-editor sxjt:SJ-08"]],
    ["sxjt", 1, []],
    ["sxjt", 2, []],
    ["sxjt", 3, ["note too-many-editors sxjt:SJ-08b"]],
    ["longzihu", 0, []],
  ])("under %s, %i editors meet %j (WB-01, WB-01b, SJ-08, SJ-08b)", (book, count, expected) => {
    const editors = ["李静", "王芳", "赵敏"].slice(0, count)
    expect(raised(under(book), account({ editors }))).toEqual(expected)
  })

  test("an outsourced account without its operator is refused, with it accepted (LZ-46, SJ-44)", () => {
    expect(raised(under("sxjt"), account({ operator: "" }))).toEqual(["hard no-operator sxjt:SJ-44"])
    expect(raised(under("longzihu"), account({ operator: " " }))).toEqual(["hard no-operator longzihu:LZ-46"])
    expect(raised(under("sxjt"), account({ operator: "示例传媒公司" }))).toEqual([])
    expect(raised(under("xuancheng"), account({ operator: "" }))).toEqual([])
  })

  test("an account without a custodian is told, not refused (LZ-37, SJ-33)", () => {
    expect(raised(under("longzihu"), account({ custodian: null }))).toEqual([
      "note no-custodian longzihu:LZ-37",
    ])
    expect(raised(under("sxjt"), account({ custodian: null }))).toEqual(["note no-custodian sxjt:SJ-33"])
    expect(raised(under("wubu"), account({ custodian: null }))).toEqual([])
  })
})

describe("one account per platform", () => {
  const second = account({ main: false })
  const first = other({ platform: "weibo" })

  test.each([
    ["longzihu", "longzihu:LZ-27"],
    ["jiangxi", "jiangxi:JX-23"],
    ["sxjt", "sxjt:SJ-12"],
    ["wubu", "national:N-01"],
  ])("under %s a second one is refused, unless the leader passes %s (LZ-27, JX-23, SJ-12)", (book, rule) => {
    const notes = book === "jiangxi" ? ["note no-main jiangxi:JX-26b"] : []
    expect(raised(under(book), second, [first])).toEqual([`soft platform-full ${rule}`, ...notes])
    expect(raised(under(book), { ...second, exceptions: [passed(rule)] }, [first])).toEqual(notes)
  })

  test("what was passed under one rulebook is not raised by another that asks the same", () => {
    const earlier = { ...second, exceptions: [passed("national:N-01")] }
    expect(raised(under("longzihu", "sxjt"), earlier, [first])).toEqual([])
  })

  test("what was passed does not pass a rule that asks for less and is broken too", () => {
    const books = [
      ...shipped,
      bookOf("strict", "kind: limit, limit: accounts-per-platform, atMost: 0, strength: soft"),
    ]
    const stack = stackFor({ rulebooks: ["strict"] }, [], books)
    const asked = { ...second, exceptions: [passed("strict:T-1")] }
    expect(raised(stack, asked)).toEqual([])
    expect(raised(stack, asked, [first])).toEqual(["soft platform-full national:N-01"])
  })

  test("an exception passes no hard rule", () => {
    const books = [...shipped, bookOf("hard", "kind: limit, limit: accounts-per-platform, atMost: 1")]
    const stack = stackFor({ rulebooks: ["hard"] }, [], books)
    const asked = { ...second, exceptions: [passed("hard:T-1"), passed("national:N-01")] }
    expect(raised(stack, asked, [first])).toEqual(["hard platform-full hard:T-1"])
  })

  test("other platforms, retired accounts, other units' accounts and the account itself do not count", () => {
    expect(raised(under("longzihu"), second, [other()])).toEqual([])
    expect(raised(under("longzihu"), second, [{ ...first, state: "retired" }])).toEqual([])
    expect(raised(under("longzihu"), second, [{ ...first, unitId: "health", name: "示例卫健" }])).toEqual([])
    expect(raised(under("longzihu"), { ...second, id: "a1" }, [first])).toEqual([])
  })

  test("a second app is a question of apps, and two unknown platforms may be two (LZ-28)", () => {
    const app = account({ platform: "app", main: false })
    expect(raised(under("longzihu"), app, [other({ platform: "app" })])).toEqual([
      "soft apps-full longzihu:LZ-28",
    ])
    expect(raised(under("wubu"), app, [other({ platform: "app" })])).toEqual([])
    expect(raised(under("wubu"), account({ platform: "other" }), [other({ platform: "other" })])).toEqual([])
  })
})

describe("the platform and the main account", () => {
  test("a platform nobody knows has to be confirmed where the rulebook asks for approved ones (SJ-10)", () => {
    expect(raised(under("sxjt"), account({ platform: "other" }))).toEqual([
      "soft platform-unknown sxjt:SJ-10",
    ])
    expect(raised(under("jiangxi"), account({ platform: "other" }))).toEqual([])
  })

  test("a second main account is refused, none is told (JX-26, JX-26b)", () => {
    expect(raised(under("jiangxi"), account(), [other({ main: true })])).toEqual([
      "hard mains-full jiangxi:JX-26",
    ])
    expect(raised(under("jiangxi"), account({ main: false }), [other()])).toEqual([
      "note no-main jiangxi:JX-26b",
    ])
    expect(
      raised(under("jiangxi"), account({ main: false }), [
        other({ main: true }),
        other({ id: "a2", platform: "douyin" }),
      ]),
    ).toEqual([])
  })
})

test("what has not been said yet is told from what was said wrong", () => {
  const bare = account({ editors: [], custodian: null, verification: null, name: "畅行天下" })
  const found = objections(under("wubu", "longzihu"), sponsor({ roles: [] }), bare, [])
  expect(found.map(({ finding, missing }) => `${finding.code} ${missing ? "missing" : "wrong"}`)).toEqual([
    "no-role missing",
    "no-editor missing",
    "name-not-tied wrong",
    "no-role missing",
    "no-verification missing",
    "no-custodian missing",
  ])
})

test("a rule for a later step, or for other accounts, is not raised at registration", () => {
  const books = [
    bookOf(
      "later",
      "kind: require, require: account.custodian, at: account.go-live",
      "kind: require, require: account.editors, applies: { accounts: outsourced }",
      "kind: require, require: unit.leader, applies: { accounts: main }",
      "kind: require, require: unit.chief, applies: { accounts: news }",
      "kind: limit, limit: editors, atMost: per case",
    ),
  ]
  const stack = stackFor({ rulebooks: ["later"] }, [], books)
  const bare = account({ custodian: null, editors: [], main: false })
  const nobody = sponsor({ roles: [] })
  expect(raised(stack, bare, [], nobody)).toEqual([])
  expect(raised(stack, { ...bare, operator: "示例传媒公司", main: true }, [], nobody)).toEqual([
    "hard no-editor later:T-2",
    "hard no-role later:T-3",
  ])
})
