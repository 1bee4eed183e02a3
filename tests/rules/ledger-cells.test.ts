import { describe, expect, test } from "vitest"
import { platforms } from "../../rules/account.ts"
import { readLedger } from "../../rules/ledger.ts"
import { table } from "./ledger-cast.ts"

/** What one cell under a heading is read as: its value, or the mistake. */
const cell = (heading: string, written: string): unknown => {
  const { ledger, mistakes } = readLedger(
    table([
      ["账号名称", "平台", "主办单位", heading],
      ["平安示例", "微博", "示例县公安局", written],
    ]),
  )
  const [mistake] = mistakes
  if (mistake) return mistake.code
  const { name: _n, platform: _p, unit: _u, ...rest } = ledger.rows[0]?.values ?? { name: "" }
  return Object.values(rest)[0]
}

const platformOf = (written: string): unknown => {
  const { ledger, mistakes } = readLedger(
    table([
      ["账号名称", "平台", "主办单位"],
      ["平安示例", written, "示例县公安局"],
    ]),
  )
  return (
    mistakes[0]?.code ??
    ledger.rows.map(({ values, vague }) => (vague ? `${values.platform}?` : values.platform))[0]
  )
}

describe("a platform", () => {
  test.each([
    ["weibo", ["微博", "新浪微博", "政务微博", " 微 博 ", "WEIBO", "微博平台", "微博账号"]],
    ["wechat-subscription", ["微信订阅号", "订阅号", "微信公众号（订阅号）", "微信-订阅号"]],
    ["wechat-subscription?", ["微信公众号", "公众号", "微信", "微信公众平台"]],
    ["wechat-service", ["微信服务号", "服务号", "微信公众号(服务号)"]],
    ["wechat-video", ["视频号", "微信视频号", "微信·视频号"]],
    ["douyin", ["抖音", "抖音号", "抖音短视频"]],
    ["kuaishou", ["快手", "快手号"]],
    ["toutiao", ["今日头条", "头条号"]],
    ["xiaohongshu", ["小红书"]],
    ["bilibili", ["哔哩哔哩", "B站", "Ｂ站", "bilibili"]],
    ["app", ["APP", "ａｐｐ", "客户端", "移动客户端", "政务App"]],
    ["other", ["其他", "其它", "人民号"]],
    ["platform", ["微博号啊", "脸书", "constructor", "微信、微博"]],
  ])("%s is written in many ways", (platform, written) => {
    expect(written.map(platformOf)).toEqual(written.map(() => platform))
  })

  test("has at least one word of its own", () => {
    expect(platforms).toHaveLength(11)
  })
})

describe("a day", () => {
  test.each([
    "2026-02-12",
    "2026/2/12",
    "2026.2.12",
    "2026．02．12",
    "2026年2月12日",
    "2026 年 02 月 12 日",
    "2026年2月12号",
    "20260212",
    "46065",
    "46065.75",
    "2026-02-12 08:30:00",
    "2026-02-12T00:00:00.000Z",
    "２０２６－０２－１２",
  ])("is written %s", (written) => {
    expect(cell("开通日期", written)).toBe("2026-02-12")
  })

  test.each([
    "2026-02-30",
    "2026年2月",
    "2019.10",
    "26-2-12",
    "2/12/2026",
    "1926-02-12",
    "99999",
    "12345",
    "去年",
    "2026-13-01",
  ])("is not %s", (written) => {
    expect(cell("开通日期", written)).toBe("day")
  })

  test("is nothing where somebody wrote that there is none", () => {
    expect(["无", "/", "—", "暂无", "N/A"].map((written) => cell("开通日期", written))).toEqual(
      Array(5).fill(null),
    )
  })
})

describe("yes and no", () => {
  test.each([
    [true, ["是", "√", "有", "yes", "TRUE", "1", "对", " 是 "]],
    [false, ["否", "×", "无", "no", "false", "0", "/", "不是"]],
    ["yes-or-no", ["也许", "是否", "2"]],
  ])("%j", (value, written) => {
    expect(written.map((text) => cell("是否主账号", text))).toEqual(written.map(() => value))
  })

  test("say whether somebody else runs the account", () => {
    expect(["委托运营", "是", "自主运营", "否"].map((text) => cell("是否委托运营", text))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(["示例传媒有限公司", "自运营", "本单位", "无"].map((text) => cell("实际运营单位", text))).toEqual([
      "示例传媒有限公司",
      null,
      null,
      null,
    ])
  })
})

describe("a link", () => {
  test("is kept as it was written, with a scheme", () => {
    expect(cell("网址", "https://weibo.com/u/1?a=b#c")).toBe("https://weibo.com/u/1?a=b#c")
    expect(cell("网址", "weibo.com/u/1")).toBe("https://weibo.com/u/1")
    expect(cell("网址", "无")).toBeNull()
  })

  test.each([
    "点击查看",
    "gh_12345678",
    "javascript:alert(1)",
    "ftp://a.cn",
    "http://",
    "https://a b.cn/",
    "示例",
  ])("is not %s", (written) => {
    expect(cell("网址", written)).toBe("link")
  })

  test("has at most 500 characters", () => {
    expect(cell("网址", `https://a.cn/${"b".repeat(500)}`)).toBe("too-long")
  })
})

describe("people", () => {
  test("are parted by the marks people use, not by the blank that pads a short name", () => {
    expect(cell("编辑人员", "王　芳、李四，Ann Lee; 阿不都·热合曼")).toEqual([
      "王芳",
      "李四",
      "Ann Lee",
      "阿不都·热合曼",
    ])
    expect(cell("密码保管人", "王 芳")).toBe("王芳")
    expect(cell("编辑人员", "无")).toEqual([])
  })
})

test("a state is written in many ways", () => {
  expect(["正常", "在用", "正常运行", "live"].map((text) => cell("状态", text))).toEqual(
    Array(4).fill("live"),
  )
  expect(["已注销", "注销", "停用", "已关停", "注销（停用）"].map((text) => cell("状态", text))).toEqual(
    Array(5).fill("retired"),
  )
})

test("an empty cell says nothing, a word for nothing says that there is none", () => {
  expect(cell("认证信息", "")).toBeUndefined()
  expect(cell("认证信息", "无")).toBeNull()
})
