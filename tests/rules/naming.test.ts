import { describe, expect, test } from "vitest"
import type { Sponsor } from "../../rules/registration/findings.ts"
import { account, other, raised, sponsor, under } from "./candidates.ts"

describe("the name", () => {
  test.each([
    ["宝鸡信访", "宝鸡市信访局", true],
    ["磻溪之窗", "陈仓区磻溪镇人民政府", true],
    ["千阳旅游", "千阳县文化和旅游局", true],
    ["永州人社", "永州市人力资源和社会保障局", true],
    ["连江县文化体育和旅游局", "连江县文化体育和旅游局", true],
    ["田汉故里国歌嘹亮", "长沙县果园镇人民政府", false],
    ["政务发布", "示例县人民政府", false],
    ["县政府办公室", "示例县人民政府办公室", false],
    ["ＸＸ　交通", "示例县交通运输局", true],
    ["😀", "示例县交通运输局", false],
  ])("“%s” of %s is tied to it: %s", (name, unit, tied) => {
    const who = sponsor({ name: unit, shortNames: [] })
    const own = account({ name, verification: unit })
    expect(raised(under("wubu"), own, [], who)).toEqual(tied ? [] : ["soft name-not-tied wubu:WB-13"])
  })

  test.each([
    ["wubu", "wubu:WB-13"],
    ["longzihu", "longzihu:LZ-30"],
    ["jiangxi", "jiangxi:JX-25"],
    ["sxjt", "sxjt:SJ-11"],
  ])("under %s has to be tied to the unit, by %s (WB-13, LZ-30, JX-25, SJ-11)", (book, rule) => {
    expect(raised(under(book), account({ name: "畅行天下" }))).toEqual([`soft name-not-tied ${rule}`])
    expect(raised(under(book), account())).toEqual([])
  })

  test("may be tied by a short name or a word for the unit's duties", () => {
    const own = account({ name: "畅行天下" })
    const who = (changes: Partial<Sponsor>) => sponsor(changes)
    expect(raised(under("sxjt"), own)).toEqual(["soft name-not-tied sxjt:SJ-11"])
    expect(raised(under("sxjt"), own, [], who({ shortNames: ["畅行"] }))).toEqual([])
    expect(raised(under("sxjt"), own, [], who({ dutyWords: ["畅行"] }))).toEqual([])
  })

  test("is refused when another unit bears it on the same platform, and there alone", () => {
    const foreign = other({ unitId: "health", platform: "weibo", name: "示例 交通" })
    expect(raised(under(), account(), [foreign])).toEqual(["hard name-taken house:H-03"])
    expect(raised(under(), account(), [{ ...foreign, platform: "douyin" }])).toEqual([])
    expect(raised(under(), account(), [{ ...foreign, state: "retired" }])).toEqual([])
  })

  test.each([
    ["wubu", "wubu:WB-15"],
    ["longzihu", "longzihu:LZ-30c"],
    ["jiangxi", "jiangxi:JX-25c"],
  ])("under %s should be the same on every platform, by %s (WB-15, LZ-30c, JX-25c)", (book, rule) => {
    const own = account({ name: "示例交通发布" })
    expect(raised(under(book), own, [other()])).toEqual([`soft name-differs ${rule}`])
    expect(raised(under(book), account(), [other()])).toEqual([])
  })

  test("is the same as soon as one of the unit's other accounts bears it", () => {
    const others = [other(), other({ id: "a2", platform: "douyin", name: "示例县交通" })]
    expect(raised(under("wubu"), account(), others)).toEqual([])
  })

  test("may differ where the rulebook says nothing about it", () => {
    expect(raised(under("sxjt"), account({ name: "示例交通发布" }), [other()])).toEqual([])
  })
})

describe("the verification text", () => {
  test.each([
    ["wubu", "wubu:WB-14"],
    ["longzihu", "longzihu:LZ-30b"],
    ["jiangxi", "jiangxi:JX-25b"],
  ])("under %s has to name the sponsor in full; none yet is told only", (book, rule) => {
    expect(raised(under(book), account({ verification: "示例交通官方账号" }))).toEqual([
      `hard verification-without-sponsor ${rule}`,
    ])
    expect(raised(under(book), account({ verification: null }))).toEqual([`note no-verification ${rule}`])
    expect(raised(under(book), account({ verification: "　" }))).toEqual([`note no-verification ${rule}`])
  })
})
