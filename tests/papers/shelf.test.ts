import { describe, expect, test } from "vitest"
import { readRulebook } from "../../papers/rulebook.ts"
import { checkRulebook, readShelf, showRulebooks } from "../../papers/shelf.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"
import { bookOf, shipped } from "../rules/books.ts"

const TODAY = "2026-03-02"

const COUNTY = `
id: county
title: 示例县政务新媒体管理办法
titleEn: Example county, measures
issuer: 示例县政府办公室
number: 示政办〔2026〕1号
status: trial
inForceFrom: 2026-03-01
interpretedBy: 县政府办公室
binds: everywhere
rules:
  - { id: C-1, article: 第一条, kind: quota, atLeast: 2 per week, says: 每周两次, saysEn: Twice a week }
  - { id: C-2, article: 第二条, kind: limit, limit: offline-windows, atMost: 1, per: year, strength: soft, says: 一年一次 }
  - { id: C-3, article: 第三条, kind: deadline, starts: account.opened, do: filing.open, within: promptly, says: 备案 }
  - { id: C-4, article: 第四条, kind: deadline, starts: announcement.closing, do: account.cancel, wait: 30 days, says: 公告 }
  - { id: C-5, article: 第五条, kind: deadline, starts: fixed-date, do: goal.reach, by: 2026-12-31, says: 建成矩阵 }
  - { id: C-6, article: 第六条, kind: approval, for: item.publish, levels: 3, says: 三审 }
  - { id: C-7, article: 第七条, kind: require, require: account.editors, atLeast: 2, strength: note, says: 两人 }
  - { id: C-8, article: 第八条, kind: roster, cover: every day, checkIn: 15 minutes, origin: house, says: 值班 }
  - { id: C-9, article: 第九条, kind: outside, because: judgement, origin: national, strength: aim, says: 由人判断 }
figures:
  - { id: C-90, for: filing.open, within: 5 working days, warn: [2 days, 1 day], late: [{ after: 3 days, tell: leader }], says: 五天 }
`
const { books } = readShelf([{ name: "county.yaml", source: COUNTY }])

describe("a folder of rulebooks", () => {
  test("gives what is right, and names what is not", () => {
    const { books: read, refused } = readShelf([
      { name: "county.yaml", source: COUNTY },
      { name: "town.yaml", source: "id: town" },
    ])
    expect(read.map(({ id }) => id)).toEqual(["county"])
    expect(refused.map(({ name, mistakes }) => [name, mistakes.length])).toEqual([["town.yaml", 3]])
  })

  test("an office's own file goes before the shipped one, unless it is wrong", () => {
    const own = COUNTY.replace("status: trial", "status: draft")
    const both = (second: string) =>
      readShelf([
        { name: "county.yaml", source: COUNTY },
        { name: "own/county.yaml", source: second },
      ]).books.map(({ status }) => status)
    expect(both(own)).toEqual(["draft"])
    expect(both(own.replace("id: county", "id: County"))).toEqual(["trial"])
  })
})

describe("rulebook check", () => {
  test("a sound file", () => {
    expect(checkRulebook({ name: "county.yaml", source: COUNTY }, en)).toEqual({
      content: true,
      output: "county.yaml: no mistakes. Example county, measures (county), 9 rules, 1 house figure.",
    })
  })

  test("a file with mistakes", () => {
    const source = COUNTY.replace("within: promptly", "within: soon")
    const { content, output } = checkRulebook({ name: "county.yaml", source }, zh)
    expect(content).toBe(false)
    expect(output.split("\n").map((line) => line.split("，")[0])).toEqual([
      "county.yaml：有 1 处错误",
      "第 14 行第 95 列（rules.C-3.within）：写的是“soon”",
    ])
  })
})

describe("rulebook show", () => {
  test("one line for each rulebook", () => {
    expect(showRulebooks(books, { id: null, json: false, today: TODAY }, zh).output).toBe(
      "示例县政务新媒体管理办法（county） · 试行 · 规则 9 条，约定数值 1 项",
    )
  })

  test("one rulebook, readable", () => {
    expect(
      showRulebooks(books, { id: "county", json: false, today: TODAY }, zh).output.split("\n\n"),
    ).toEqual([
      "示例县政务新媒体管理办法（county）",
      "示例县政府办公室 · 示政办〔2026〕1号 · 试行 · 2026-03-01 起施行 · 县政府办公室解释 · 适用于所有单位",
      "C-1 · 第一条 · 更新频次 · 每周2次\n  每周两次",
      "C-2 · 第二条 · 上限 · 每年最多 1 · 原则上\n  一年一次",
      "C-3 · 第三条 · 期限 · 及时\n  备案",
      "C-4 · 第四条 · 期限 · 满30天\n  公告",
      "C-5 · 第五条 · 期限 · 2026-12-31 前\n  建成矩阵",
      "C-6 · 第六条 · 审批 · 3 级\n  三审",
      "C-7 · 第七条 · 要求 · 至少 2 · 提醒\n  两人",
      "C-8 · 第八条 · 值班 · 15分钟内签到 · 本单位约定\n  值班",
      "C-9 · 第九条 · 不由机器人办理 · 力争 · 国家要求\n  由人判断",
      "约定数值",
      "C-90 · filing.open · 5个工作日内，提前2天、1天提醒，逾期3天上报\n  五天",
    ])
  })

  test("the same in English", () => {
    expect(
      showRulebooks(books, { id: "county", json: false, today: TODAY }, en).output.split("\n\n"),
    ).toEqual([
      "Example county, measures (county)",
      "示例县政府办公室 · 示政办〔2026〕1号 · on trial · since 2026-03-01 · explained by 县政府办公室 · binds every unit",
      "C-1 · 第一条 · quota · 2 per week\n  Twice a week",
      "C-2 · 第二条 · limit · at most 1 per year · in principle\n  一年一次",
      "C-3 · 第三条 · deadline · promptly\n  备案",
      "C-4 · 第四条 · deadline · after 30 days\n  公告",
      "C-5 · 第五条 · deadline · by 2026-12-31\n  建成矩阵",
      "C-6 · 第六条 · approval · 3 levels\n  三审",
      "C-7 · 第七条 · requirement · at least 2 · note\n  两人",
      "C-8 · 第八条 · roster · check-in within 15 minutes · house rule\n  值班",
      "C-9 · 第九条 · outside the bot · aim · national\n  由人判断",
      "House figures",
      "C-90 · filing.open · within 5 working days, reminded 2 days, 1 day before, passed up 3 days after\n  五天",
    ])
  })

  test("as JSON, which is a rulebook file again", () => {
    const { output } = showRulebooks(books, { id: "county", json: true, today: TODAY }, zh)
    expect(readRulebook(output)).toEqual({ book: books[0] })
    expect(
      JSON.parse(showRulebooks(shipped, { id: null, json: true, today: TODAY }, zh).output),
    ).toHaveLength(shipped.length)
  })

  test("ends with what changes nothing beside the rules that bind everywhere", () => {
    const own = bookOf("own", "kind: quota, atLeast: every 30 days")
    const { output } = showRulebooks([...shipped, own], { id: "own", json: false, today: TODAY }, zh)
    expect(output.split("\n\n").at(-1)).toBe(
      "其中不起作用的规定（同一事项以更严的为准）：\n· T-1 《own》第一条（每30天1次）比《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）（每14天1次）宽",
    )
  })

  test("an id that nobody has", () => {
    expect(showRulebooks(books, { id: "wuyi", json: true, today: TODAY }, zh)).toEqual({
      content: false,
      output: "没有编号为“wuyi”的规章。现有：county。",
    })
  })

  test("every shipped rulebook is said whole in both languages", () => {
    for (const text of [zh, en]) {
      const said = shipped.map((book) => text.rulebook.show(book, TODAY)).join("\n")
      expect(said).not.toMatch(/undefined|NaN|\[object/u)
    }
  })
})
