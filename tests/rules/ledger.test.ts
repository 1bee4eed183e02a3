import { describe, expect, test } from "vitest"
import { headings, ledgerKeys, readLedger } from "../../rules/ledger.ts"
import { table } from "./ledger-cast.ts"

const plain = ["账号名称", "平台", "主办单位"]
const one = ["平安示例", "微博", "示例县公安局"]

const read = (...rows: readonly (readonly string[])[]) => readLedger(table(rows))
const valuesOf = (...rows: readonly (readonly string[])[]) =>
  read(...rows).ledger.rows.map(({ values }) => values)
const mistakesOf = (...rows: readonly (readonly string[])[]) =>
  read(...rows).mistakes.map((mistake) =>
    "cell" in mistake ? [mistake.cell, mistake.code, mistake.found] : mistake,
  )

describe("the heading", () => {
  test("is found below titles, its columns in any order, with remarks in brackets and marks", () => {
    const reading = read(
      ["附件1"],
      ["示例县政务新媒体台账（2026年）"],
      ["填报单位：示例县人民政府办公室", "", "", "", "填报日期：2026年2月12日"],
      ["序号", "主办单位（全称）*", "联系电话", "新媒体\n名称", "平台类型："],
      ["1", "示例县公安局", "0915-1234567", "平安示例", "新浪微博"],
    )
    expect(reading.mistakes).toEqual([])
    expect(reading.ledger.rows).toEqual([
      { row: 5, values: { unit: "示例县公安局", name: "平安示例", platform: "weibo" }, vague: false },
    ])
    expect(reading.ledger.columns.name).toEqual({ letters: "D", heading: "新媒体 名称" })
    expect(reading.ignored).toEqual([{ cell: "C4", heading: "联系电话" }])
  })

  test("of two rows is the one that names more columns", () => {
    const reading = read(
      ["账号名称", "平台", "主办单位", "管理人员", ""],
      ["账号名称", "平台", "主办单位", "密码保管人", "编辑人员"],
      [...one, "张三", "李四"],
    )
    expect(reading.ledger.rows.map(({ values }) => [values.custodian, values.editors])).toEqual([
      ["张三", ["李四"]],
    ])
  })

  test("is not looked for in a second table further down", () => {
    const reading = read(
      plain,
      one,
      ...Array<string[]>(40).fill([]),
      [...plain, "链接", "状态"],
      ["示例发布", ...one.slice(1), "x", "y"],
    )
    expect(reading.ledger.rows.map(({ row }) => row)).toEqual([2, 44])
  })

  test("that comes again on every page is no account", () => {
    expect(read(plain, one, plain, ["示例发布", "微博", "示例县公安局"]).ledger.rows).toHaveLength(2)
  })

  test("without a required column says which", () => {
    expect(mistakesOf(["账号名称", "主办单位"], ["a", "b"])).toEqual([
      { code: "no-heading", missing: ["platform"] },
    ])
    expect(mistakesOf(["一张", "别的", "表"], ["a", "b"])).toEqual([
      { code: "no-heading", missing: ["name", "platform", "unit"] },
    ])
  })

  test("that names a column twice by the same words is refused; the plainer of two words is not read", () => {
    expect(mistakesOf([...plain, "平台"], one)).toEqual([
      { code: "column-twice", key: "platform", cells: ["B1", "D1"] },
    ])
    const reading = read(["名称", ...plain, "类别"], ["别名", ...one, "政务"])
    expect(reading.ledger.rows[0]?.values.name).toBe("平安示例")
    expect(reading.ignored.map(({ cell }) => cell)).toEqual(["A1", "E1"])
  })

  test("that speaks of passwords is reported, its column not read; who keeps them is", () => {
    const reading = read(
      [...plain, "账号密码", "密码保管人", "登录口令", "密码更换时间"],
      [...one, "Abc123456", "张三", "x", "2026-01-15"],
    )
    expect(reading.secret).toEqual(["D1", "F1"])
    expect(reading.ignored.map(({ cell }) => cell)).toEqual(["G1"])
    expect(JSON.stringify(reading)).not.toContain("Abc123456")
  })

  test("is known in every word of the list, each belonging to one column", () => {
    const words = ledgerKeys.flatMap((key) => headings[key].map((word) => [word, key] as const))
    for (const [word, key] of words) {
      const others = plain.filter((_, index) => ["name", "platform", "unit"][index] !== key)
      expect([word, Object.keys(read([...others, word]).ledger.columns)]).toEqual([
        word,
        expect.arrayContaining([key]),
      ])
    }
  })
})

describe("rows that are no accounts", () => {
  test("are blank ones, numbered ones, sums, notes and signatures", () => {
    const reading = read(
      ["序号", ...plain],
      ["一、微博类", "", "", ""],
      ["1", ...one],
      ["", "", "", ""],
      ["2", "", "", ""],
      ["合计：1个", "", "", ""],
      ["", "注：本表每季度报送一次", "", ""],
      ["填表人：张三", "", "审核人：李四", ""],
    )
    expect(reading.mistakes).toEqual([])
    expect(reading.ledger.rows.map(({ row }) => row)).toEqual([3])
    expect(reading.skipped).toEqual([2, 6, 7, 8])
  })

  test("do not include an account whose name begins like a note", () => {
    expect(valuesOf(plain, ["说明书微博", "微博", "示例县公安局"])).toHaveLength(1)
  })

  test("leave a ledger empty, which is said", () => {
    expect(mistakesOf(plain)).toEqual([{ code: "no-rows" }])
  })
})

describe("names", () => {
  test("lose what nobody sees and keep the rest: emoji, HTML, what looks like a formula", () => {
    const names = [
      ["\u200f平安\u202e示例\u2066\u200b", "平安示例"],
      ["示例👨‍👩‍👧发布🏳️‍🌈", "示例👨‍👩‍👧发布🏳️‍🌈"],
      ["示\u200d例", "示例"],
      ["<b onclick=alert(1)>示例</b>", "<b onclick=alert(1)>示例</b>"],
      ["=1+1", "=1+1"],
      ["  示例\u3000 发布\t", "示例 发布"],
      ["ＡＢＣ（示例）", "ＡＢＣ（示例）"],
      ["\u{1F3F4}\u{E0067}\ud800", "\u{1F3F4}"],
    ] as const
    for (const [written, kept] of names)
      expect([written, valuesOf(plain, [written, "微博", "示例县公安局"])[0]?.name]).toEqual([written, kept])
  })

  test("that are invisible altogether are missing", () => {
    expect(mistakesOf(plain, ["\u200f\u3164\ufeff", "微博", "示例县公安局"])).toEqual([["A2", "missing", ""]])
  })

  test("are at most 100 characters long, counted as people count", () => {
    expect(valuesOf(plain, ["😀".repeat(100), "微博", "示例县公安局"])).toHaveLength(1)
    expect(mistakesOf(plain, ["字".repeat(101), "微博", "示例县公安局"])).toEqual([
      ["A2", "too-long", "字".repeat(101)],
    ])
  })
})

describe("mistakes", () => {
  test("name each cell of a row, and the other rows are read", () => {
    const reading = read(
      [...plain, "开通时间", "链接", "状态"],
      ["", "微博号", "", "去年", "没网址", "睡了"],
      [...one],
    )
    expect(reading.mistakes).toEqual([
      { code: "missing", cell: "A2", row: 2, key: "name", heading: "账号名称", found: "", also: [] },
      { code: "platform", cell: "B2", row: 2, key: "platform", heading: "平台", found: "微博号", also: [] },
      { code: "missing", cell: "C2", row: 2, key: "unit", heading: "主办单位", found: "", also: [] },
      { code: "link", cell: "E2", row: 2, key: "link", heading: "链接", found: "没网址", also: [] },
      { code: "day", cell: "D2", row: 2, key: "openedOn", heading: "开通时间", found: "去年", also: [] },
      { code: "state", cell: "F2", row: 2, key: "state", heading: "状态", found: "睡了", also: [] },
    ])
    expect(reading.ledger.rows.map(({ row }) => row)).toEqual([3])
  })

  test("are made by formulas without a result, in columns that are read", () => {
    const reading = readLedger(
      table(
        [
          ["序号", ...plain, "备注"],
          ["", "平安示例", "", "示例县公安局", ""],
        ],
        {
          unreadable: { A2: "formula", C2: "formula", E2: "error" },
        },
      ),
    )
    expect(
      reading.mistakes.map((mistake) => ("cell" in mistake ? [mistake.cell, mistake.code] : mistake)),
    ).toEqual([["C2", "formula"]])
  })

  test("are made by an account that stands there twice, whatever the spaces or capitals", () => {
    const again = [" 平安 示例", "新浪微博", "示例县公安局 "]
    const reading = read(plain, one, again, ["", ...one.slice(1)])
    expect(reading.mistakes.map((mistake) => "cell" in mistake && mistake.cell)).toEqual(["A3", "A4"])
    expect(reading.ledger.rows.map(({ row }) => row)).toEqual([2])
    expect(read(plain, one, ["示例发布", ...one.slice(1)], again).mistakes).toMatchObject([
      { code: "twice", cell: "A4", found: "平安 示例", also: ["A2"] },
    ])
    expect(
      mistakesOf(plain, one, ["平安示例", "抖音", "示例县公安局"], ["平安示例", "微博", "示例县卫健局"]),
    ).toEqual([])
  })

  test("are not made by an account that was retired and opened anew", () => {
    const with_ = [...plain, "状态", "注销日期"]
    expect(
      mistakesOf(
        with_,
        [...one, "已注销", "2024-03-01"],
        [...one, "正常", ""],
        [...one, "注销", "2022-01-01"],
      ),
    ).toEqual([])
    expect(mistakesOf(with_, [...one, "已注销", "2024-03-01"], [...one, "", "2024/3/1"])).toEqual([
      ["A3", "twice", "平安示例"],
    ])
  })

  test("are made by a day of retirement where the state says otherwise", () => {
    expect(mistakesOf([...plain, "状态", "注销日期"], [...one, "正常", "2024-03-01"])).toEqual([
      ["E2", "live-with-day", "2024-03-01"],
    ])
  })
})
