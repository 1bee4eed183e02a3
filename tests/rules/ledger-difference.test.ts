import { describe, expect, test } from "vitest"
import { difference } from "../../rules/ledger.ts"
import { account, ledgerOf, retiredOn, units } from "./ledger-cast.ts"

const sponsor = "示例县人民政府办公室"
const one = ["示例发布", "微博", sponsor]

describe("a ledger with an account that is not registered", () => {
  test("adds it with everything it says and nothing else", () => {
    const ledger = ledgerOf(
      [
        "账号链接",
        "认证信息",
        "是否委托运营",
        "运营单位",
        "密码保管人",
        "编辑人员",
        "开通日期",
        "是否主账号",
      ],
      [...one, "weibo.com/1", sponsor, "是", "示例传媒有限公司", "张三", "李四、王五", "2020.3.1", "是"],
      ["平安示例", "抖音", "县公安局"],
    )
    const { added, ...rest } = difference(ledger, [], units)
    expect(rest).toEqual({ changed: [], unchanged: [], absent: [], mistakes: [] })
    expect(added.map(({ row, account: found }) => [row, found])).toEqual([
      [
        2,
        {
          unitId: "county",
          platform: "weibo",
          name: "示例发布",
          link: "https://weibo.com/1",
          verification: sponsor,
          operator: "示例传媒有限公司",
          custodian: { name: "张三", personId: null },
          editors: ["李四", "王五"],
          openedOn: "2020-03-01",
          main: true,
          state: "live",
          retired: null,
        },
      ],
      [
        3,
        {
          unitId: "police",
          platform: "douyin",
          name: "平安示例",
          link: null,
          verification: null,
          operator: null,
          custodian: null,
          editors: [],
          openedOn: null,
          main: false,
          state: "live",
          retired: null,
        },
      ],
    ])
  })
})

describe("a ledger with an account that is registered", () => {
  const registered = account("a", {
    link: "https://weibo.com/1",
    verification: "旧认证",
    operator: "示例传媒有限公司",
    custodian: { name: "张三", personId: "zhang" },
    editors: ["李四"],
    openedOn: "2020-03-01",
    main: true,
  })
  const after = (headings: readonly string[], ...cells: readonly string[]) =>
    difference(ledgerOf(headings, [...one, ...cells]), [registered], units)

  test("changes nothing that it has no column for, and nothing in an empty cell", () => {
    expect(after([]).unchanged).toEqual([registered])
    expect(after(["链接", "认证信息", "运营单位", "编辑人员"], "", "", "", "").unchanged).toEqual([
      registered,
    ])
  })

  test("changes what it says, field by field, each with its whole new value", () => {
    const { changed } = after(
      ["链接", "编辑人员", "开通日期", "密码保管人"],
      "https://weibo.com/2",
      "李四、王五",
      "2020/3/1",
      "张三",
    )
    expect(changed.map(({ keys, patch, from, to }) => [keys, patch, from.link, to.link])).toEqual([
      [
        ["link", "editors"],
        { link: "https://weibo.com/2", editors: ["李四", "王五"] },
        "https://weibo.com/1",
        "https://weibo.com/2",
      ],
    ])
  })

  test("clears a field only by a word for nothing", () => {
    const { changed } = after(
      ["链接", "认证信息", "密码保管人", "编辑人员", "开通日期"],
      "无",
      "/",
      "—",
      "无",
      "暂无",
    )
    expect(changed[0]?.patch).toEqual({
      link: null,
      verification: null,
      custodian: null,
      editors: [],
      openedOn: null,
    })
  })

  test("takes another custodian for another person, who may not be enrolled", () => {
    expect(after(["密码保管人"], "李四").changed[0]?.patch).toEqual({
      custodian: { name: "李四", personId: null },
    })
  })

  test("ends an outsourcing by saying that there is none, or that the sponsor runs it", () => {
    expect(after(["是否委托运营"], "否").changed[0]?.patch).toEqual({ operator: null })
    expect(after(["运营单位"], sponsor).changed[0]?.patch).toEqual({ operator: null })
    expect(after(["运营单位"], "自运营").changed[0]?.patch).toEqual({ operator: null })
    expect(after(["是否委托运营", "运营单位"], "否", "办公室新媒体中心").changed[0]?.patch).toEqual({
      operator: null,
    })
    expect(after(["是否委托运营"], "是").unchanged).toHaveLength(1)
  })

  test("retires it with day and reason, or opens it again", () => {
    const headings = ["状态", "注销日期", "注销原因"]
    const { changed } = after(headings, "已注销", "2026-02-12", "机构改革")
    expect([changed[0]?.keys, changed[0]?.patch]).toEqual([
      ["state", "retiredOn", "reason"],
      { state: "retired", retired: { on: "2026-02-12", reason: "机构改革" } },
    ])
    expect(after(headings, "", "2026-02-12", "机构改革").changed[0]?.patch).toEqual(changed[0]?.patch)
    const gone = account("a", retiredOn("2024-01-01"))
    const again = (...cells: string[]) => difference(ledgerOf(headings, [...one, ...cells]), [gone], units)
    expect(again("正常", "", "").changed[0]?.patch).toEqual({ state: "live", retired: null })
    expect(again("", "", "").unchanged).toEqual([gone])
    expect(again("已注销", "", "").unchanged).toEqual([gone])
    expect(again("", "2024-01-01", "不再使用").changed[0]?.patch).toEqual({
      retired: { on: "2024-01-01", reason: "不再使用" },
    })
  })

  test("tells which live accounts it does not speak of, and leaves them", () => {
    const others = [
      account("b", { name: "平安示例" }),
      account("c", { name: "旧号", ...retiredOn("2020-01-01") }),
    ]
    expect(difference(ledgerOf([], one), [registered, ...others], units).absent.map(({ id }) => id)).toEqual([
      "b",
    ])
  })
})

describe("a row that leaves out what must be said", () => {
  const mistakesOf = (headings: readonly string[], ...cells: readonly string[]) =>
    difference(ledgerOf(headings, [...one, ...cells]), [], units).mistakes.map(({ cell, code }) => [
      cell,
      code,
    ])

  test("names the cell where it is missing, or the one that asks for it", () => {
    expect(mistakesOf(["是否委托运营", "运营单位"], "是", "")).toEqual([["E2", "operator-missing"]])
    expect(mistakesOf(["是否委托运营"], "是")).toEqual([["D2", "operator-missing"]])
    expect(mistakesOf(["状态"], "已注销")).toEqual([["D2", "retired-day-missing"]])
    expect(mistakesOf(["状态", "注销日期", "注销原因"], "已注销", "2026-02-12", "")).toEqual([
      ["F2", "reason-missing"],
    ])
  })
})
