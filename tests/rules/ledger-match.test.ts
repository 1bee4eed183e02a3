import { describe, expect, test } from "vitest"
import { difference } from "../../rules/ledger.ts"
import { account, ledgerOf, retiredOn, units } from "./ledger-cast.ts"

const sponsor = "示例县人民政府办公室"
const one = ["示例发布", "微博", sponsor]

describe("the account a row speaks of", () => {
  const matched = (rows: string[][], ...accounts: readonly ReturnType<typeof account>[]) => {
    const { added, changed, unchanged, mistakes } = difference(
      ledgerOf(["状态", "注销日期", "注销原因"], ...rows),
      accounts,
      units,
    )
    return {
      added: added.map(({ row }) => row),
      changed: changed.map(({ row, account: { id }, patch }) => [row, id, patch]),
      unchanged: unchanged.map(({ id }) => id),
      mistakes: mistakes.map(({ cell, code, also }) => [cell, code, also]),
    }
  }
  const nothing = { added: [], changed: [], unchanged: [], mistakes: [] }

  test("is found by name whatever its width, capitals and blanks, and takes the name as written", () => {
    expect(matched([["ABC 示例", "微博", sponsor]], account("a", { name: "ａｂｃ示例" }))).toEqual({
      ...nothing,
      changed: [[2, "a", { name: "ABC 示例" }]],
    })
  })

  test("is the one of its unit, of several with the same name", () => {
    expect(matched([one], account("b", { unitId: "police" }), account("a"))).toEqual({
      ...nothing,
      unchanged: ["a"],
    })
  })

  test("moves to another unit when it is the only one of its name", () => {
    expect(matched([["示例发布", "微博", "县公安局"]], account("a"))).toEqual({
      ...nothing,
      changed: [[2, "a", { unitId: "police" }]],
    })
    expect(matched([["示例发布", "微博", "县公安局"], one], account("a"))).toEqual({
      ...nothing,
      added: [2],
      unchanged: ["a"],
    })
  })

  test("is not a retired one of another unit", () => {
    expect(matched([["示例发布", "微博", "县公安局"]], account("old", retiredOn("2022-01-01")))).toEqual({
      ...nothing,
      added: [2],
    })
  })

  test("is not guessed among several", () => {
    const accounts = [account("a"), account("b", { unitId: "health" })]
    expect(matched([["示例发布", "微博", "县公安局"]], ...accounts)).toEqual({
      ...nothing,
      mistakes: [["A2", "ambiguous-account", [sponsor, "示例县卫生健康局"]]],
    })
    const found = difference(
      ledgerOf([], ["示例发布", "微博", "县公安局"], ["示例发布", "抖音", "水利局"]),
      accounts,
      units,
    )
    expect(found.absent).toEqual([])
    expect(found.mistakes.map(({ cell }) => cell)).toEqual(["A2", "C3"])
  })

  test("may be a service account where the sheet only says 微信公众号", () => {
    const service = account("a", { platform: "wechat-service" })
    const subscription = account("b", { platform: "wechat-subscription" })
    const vague = ["示例发布", "微信公众号", sponsor]
    expect(matched([vague], service)).toEqual({ ...nothing, unchanged: ["a"] })
    expect(matched([vague], service, subscription)).toEqual({ ...nothing, unchanged: ["b"] })
    expect(matched([["示例发布", "微信订阅号", sponsor]], service)).toEqual({ ...nothing, added: [2] })
    expect(difference(ledgerOf([], vague), [], units).added[0]?.account.platform).toBe("wechat-subscription")
  })

  test("is told from a retired one of the same name", () => {
    const gone = account("old", retiredOn("2022-01-01"))
    const live = account("new")
    const rows = [
      [...one, "正常", "", ""],
      [...one, "已注销", "2022-01-01", "机构改革"],
    ]
    expect(matched(rows, gone, live)).toEqual({ ...nothing, unchanged: ["new", "old"] })
    expect(matched(rows.toReversed(), live, gone)).toEqual({ ...nothing, unchanged: ["old", "new"] })
    expect(matched([[...one, "已注销", "2026-01-01", "合并"]], gone, live)).toEqual({
      ...nothing,
      changed: [[2, "new", { state: "retired", retired: { on: "2026-01-01", reason: "合并" } }]],
    })
  })

  test("is found once: a second row for it is a mistake", () => {
    expect(
      matched([
        ["平安示例", "微博", "示例县公安局"],
        ["平安示例", "微博", "公安"],
      ]),
    ).toEqual({
      ...nothing,
      added: [2],
      mistakes: [["A3", "twice", ["A2"]]],
    })
  })
})

describe("the unit of a row", () => {
  const mistakesOf = (name: string) =>
    difference(ledgerOf([], ["示例发布", "微博", name]), [], units).mistakes.map(
      ({ cell, code, found, also }) => [cell, code, found, also],
    )

  test("is found by its name, a short name, or 上级/本级", () => {
    const idOf = (name: string) =>
      difference(ledgerOf([], ["示例发布", "微博", name]), [], units).added[0]?.account.unitId
    expect(["示例县公安局", "公安", " 县 公安局", "示例县公安局/办公室"].map(idOf)).toEqual([
      "police",
      "police",
      "police",
      "police-office",
    ])
  })

  test("that nobody knows is a mistake", () => {
    expect(mistakesOf("示例县水利局")).toEqual([["C2", "unknown-unit", "示例县水利局", []]])
  })

  test("that may be several is a mistake with their names", () => {
    expect(mistakesOf("办公室")).toEqual([
      ["C2", "ambiguous-unit", "办公室", ["示例县公安局/办公室", "示例县卫生健康局/办公室"]],
    ])
  })

  test("that is dissolved gets no new account, none that moves, and none back, but keeps what it has", () => {
    const dissolved = {
      how: "merged",
      on: "2026-03-02",
      into: "health",
      reason: null,
      by: "x",
      at: 0,
    } as const
    const now = units.map((each) => (each.id === "police" ? { ...each, dissolved } : each))
    const row = ["示例发布", "微博", "示例县公安局"] as const
    const found = (...known: readonly ReturnType<typeof account>[]) => {
      const { added, changed, unchanged, mistakes } = difference(ledgerOf([], row), known, now)
      return [
        added.length + changed.length,
        unchanged.length,
        mistakes.map(({ cell, code, also }) => [cell, code, also]),
      ]
    }
    const refused = [0, 0, [["C2", "dissolved-unit", ["示例县卫生健康局"]]]]
    expect(found()).toEqual(refused)
    expect(found(account("a1", { unitId: "county" }))).toEqual(refused)
    expect(found(account("a1", { unitId: "police" }))).toEqual([0, 1, []])
    const over = ledgerOf(["注销日期", "注销原因"], [...row, "2026-02-12", "机构改革"])
    expect(difference(over, [], now).mistakes).toEqual([])
  })
})
