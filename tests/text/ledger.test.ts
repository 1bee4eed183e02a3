import { describe, expect, test } from "vitest"
import { type CellMistake, difference, ledgerKeys, readLedger } from "../../rules/ledger.ts"
import type { FileMistake } from "../../rules/table.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"
import { account, ledgerOf, retiredOn, table, units } from "../rules/ledger-cast.ts"

const plain = ["账号名称", "平台", "主办单位"]

describe("mistakes are named by cell, with what would be right", () => {
  const { mistakes } = readLedger(
    table([
      [...plain, "开通时间", "网址"],
      ["平安示例", "微博号", "", "2019年5月", "点击查看"],
      ["示例发布", "微博", "示例县公安局", "", ""],
      ["示例发布", "微博", "示例县公安局", "", ""],
    ]),
  )

  test("in Chinese", () => {
    expect(zh.ledger.mistakes(mistakes)).toBe(
      [
        "台账有 5 处要改，没有导入任何内容：",
        "• B2 平台“微博号”无法识别，请写：微博、微信订阅号、微信服务号、微信视频号、抖音、快手、今日头条、小红书、哔哩哔哩、客户端、其他平台",
        "• C2 主办单位没有填写，请补上",
        "• E2 网址“点击查看”不是网址，请写完整，例如：https://weibo.com/u/1234567890",
        "• D2 开通时间“2019年5月”不是完整的日期，请写成：2026-02-12",
        "• A4 账号名称“示例发布”与 A3 重复：同一单位在同一平台上同名的账号只写一行",
      ].join("\n"),
    )
  })

  test("in English", () => {
    expect(en.ledger.mistakes(mistakes.slice(3))).toBe(
      [
        "The ledger has 2 mistakes; nothing was taken in:",
        '• D2 开通时间 "2019年5月" is not a whole date; write it as 2026-02-12',
        '• A4 账号名称 "示例发布" stands already in A3; one row for each account of a unit on a platform',
      ].join("\n"),
    )
  })

  test("the first twenty of many", () => {
    const rows = Array.from({ length: 32 }, () => ["", "微博", "示例县公安局"])
    const lines = zh.ledger.mistakes(readLedger(table([plain, ...rows])).mistakes).split("\n")
    expect([lines.length, lines.at(-2), lines.at(-1)]).toEqual([
      22,
      "• A21 账号名称没有填写，请补上",
      "• 另有 12 条",
    ])
  })

  test("shortly, whatever stands in the cell", () => {
    const { mistakes: long } = readLedger(table([plain, ["\u202e示例", "<b>".repeat(700), "示例县公安局"]]))
    expect(zh.ledger.mistakes(long).length).toBeLessThan(200)
  })

  test("each in a sentence of its own, in both languages", () => {
    const codes = [
      ...[
        "missing",
        "platform",
        "day",
        "yes-or-no",
        "link",
        "state",
        "too-long",
        "formula",
        "error",
        "twice",
      ],
      ...[
        "live-with-day",
        "unknown-unit",
        "dissolved-unit",
        "ambiguous-unit",
        "ambiguous-account",
        "operator-missing",
      ],
      ...["retired-day-missing", "reason-missing"],
    ]
    const said = [zh, en].flatMap(({ ledger }) =>
      codes.map((code) =>
        ledger.mistake({
          code,
          cell: "C7",
          row: 7,
          key: "name",
          heading: "x",
          found: "y",
          also: ["z"],
        } as CellMistake<"day">),
      ),
    )
    expect(new Set(said).size).toBe(2 * codes.length)
    expect(said.filter((text) => !text.startsWith("C7 x"))).toEqual([])
    expect(zh.ledger.mistake({ code: "no-heading", missing: ["platform", "unit"] })).toBe(
      "没有找到这些列：平台、主办单位。表头里须有 账号名称、平台、主办单位 三列。",
    )
    expect(zh.ledger.mistake({ code: "column-twice", key: "platform", cells: ["B1", "D1"] })).toBe(
      "“平台”出现在 B1、D1，请只保留一列。",
    )
    expect(zh.ledger.mistake({ code: "no-rows" })).toBe("表头下面没有账号。请每个账号写一行。")
  })
})

test("a file that cannot be read gets a sentence that says what to send instead", () => {
  const mistakes: FileMistake[] = [
    ...(
      ["empty", "not-a-table", "old-excel", "locked", "damaged", "encoding", "too-large", "bomb"] as const
    ).map((code) => ({ code })),
    { code: "too-many-cells" },
    { code: "too-many-rows", cell: "A10001" },
    { code: "too-many-columns", cell: "CW1" },
    { code: "quotes", row: 7 },
  ]
  expect(mistakes.map(zh.ledger.file).filter((text) => !/发送/.test(text))).toEqual([])
  expect(new Set([zh, en].flatMap(({ ledger }) => mistakes.map(ledger.file))).size).toBe(2 * mistakes.length)
  expect(zh.ledger.file({ code: "old-excel" })).toBe(
    "这是旧版 Excel（.xls）或 WPS（.et）的格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再发送。",
  )
  expect(zh.ledger.file({ code: "too-many-rows", cell: "A10001" })).toBe(
    "台账最多 10,000 行，A10001 已超出。请删去多余的行，或分成几个文件发送。",
  )
})

describe("what a ledger would do is said", () => {
  const sponsor = "示例县人民政府办公室"
  const known = [
    account("a", { link: "https://weibo.com/1", editors: ["李四"] }),
    account("b", { name: "示例先锋" }),
    account("c", { name: "不在台账里的" }),
    account("d", { name: "旧号", ...retiredOn("2020-01-01") }),
  ]
  const ledger = ledgerOf(
    ["链接", "编辑人员", "是否委托运营", "运营单位"],
    ["示例发布", "微博", sponsor, "无", "李四、王五", "是", "示例传媒有限公司"],
    ["示例先锋", "微博", sponsor, "", "", "", ""],
    ["平安示例", "抖音", "公安", "", "", "", ""],
  )
  const found = difference(ledger, known, units)

  test("with the counts first, in Chinese", () => {
    expect(zh.ledger.difference(found)).toBe(
      [
        "台账预览：新增 1 个，修改 1 个，不变 1 个。",
        "",
        "新增：",
        "• 平安示例（抖音，示例县公安局）",
        "",
        "修改：",
        "• 示例发布（微博，示例县人民政府办公室）",
        "　账号链接：https://weibo.com/1 → 无",
        "　运营单位：无 → 示例传媒有限公司",
        "　编辑人员：李四 → 李四、王五",
        "",
        "另有 1 个账号不在台账里，不作改动。",
      ].join("\n"),
    )
  })

  test("and in English", () => {
    expect(en.ledger.difference(found)).toBe(
      [
        "Preview: 1 new, 1 changed, 1 unchanged.",
        "",
        "New:",
        "• 平安示例 (Douyin, 示例县公安局)",
        "",
        "Changed:",
        "• 示例发布 (Weibo, 示例县人民政府办公室)",
        "  Link: https://weibo.com/1 → none",
        "  Operated by: none → 示例传媒有限公司",
        "  Editors: 李四 → 李四, 王五",
        "",
        "1 more account is not in the ledger and will not be touched.",
      ].join("\n"),
    )
  })

  test("the first ten of many", () => {
    const rows = Array.from({ length: 22 }, (_, n) => [`示例${n}`, "微博", sponsor])
    expect(
      zh.ledger
        .difference(difference(ledgerOf([], ...rows), [], units))
        .split("\n")
        .at(-1),
    ).toBe("• 另有 12 条")
  })
})

test("what was not read is told: other sheets, columns, rows, and passwords above all", () => {
  const read = table(
    [
      [...plain, "登录密码", "联系电话"],
      ["平安示例", "微博", "示例县公安局", "x", "1"],
      ["合计", "", "", "", ""],
    ],
    { others: ["填表说明"] },
  )
  expect(zh.ledger.notes(readLedger(read), read)).toEqual([
    "D1 像是密码列：没有读取。密码不要写进台账：请在原文件里删去这一列，并改掉这些密码。",
    "只读取了工作表“台账”，没有读取：填表说明",
    "没有导入的列：联系电话（E1）",
    "不是账号、没有导入的行：3",
  ])
  expect(en.ledger.notes(readLedger(read), read)).toHaveLength(4)
  const bare = table([plain, ["平安示例", "微博", "示例县公安局"]])
  expect(zh.ledger.notes(readLedger(bare), bare)).toEqual([])
})

test("every column has a heading in both languages", () => {
  expect(ledgerKeys.map((key) => zh.ledger.headings[key])).not.toContain("")
  expect(new Set(ledgerKeys.map((key) => en.ledger.headings[key])).size).toBe(ledgerKeys.length)
})
