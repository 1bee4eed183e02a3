import { describe, expect, test } from "vitest"
import { usualKind } from "../../rules/report.ts"
import { parseTerm } from "../../rules/term.ts"
import * as duties from "../../services/duties.ts"
import * as people from "../../services/people.ts"
import { sheetOf } from "../../services/reports/gathering.ts"
import { tableOf } from "../papers/files.ts"
import { COUNTY, office } from "../office.ts"
import { bookOf } from "../rules/books.ts"
import { group, li, type World, wang, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

/** The files that somebody got, oldest first. */
const files = (w: World, who: number) =>
  w.playground
    .transcript({ chat: who, as: who })
    .flatMap(({ file, text }) => (file === null ? [] : [{ ...file, text }]))

/** The rows of the newest workbook that somebody got, as they are read. */
const workbook = async (w: World, who: number): Promise<readonly string[]> => {
  const found = files(w, who).findLast(({ name }) => name.endsWith(".xlsx"))
  const { rows } = await tableOf(Buffer.from(w.playground.file(found?.id ?? "")?.bytes ?? []))
  return rows.map((row) => row.filter((each) => each !== "").join(" | "))
}

const pictures = (w: World, chat: number) =>
  w.playground.transcript({ chat }).flatMap(({ picture }) => picture ?? [])

/** Posts of 微博“示例县发布”: so many, so many of them original, in one month. */
const posted = async (w: World, month: string, all: number, original: number): Promise<void> => {
  await w.look(async ({ tables }) => {
    const account = (await tables.accounts.all()).find(
      ({ name, platform }) => name === "示例县发布" && platform === "weibo",
    )
    for (let at = 0; at < all; at += 1)
      await tables.posts.put({
        id: `${month}-${at}`,
        accountId: account?.id ?? "",
        at: Date.parse(`${month}-${String(at + 1).padStart(2, "0")}T09:00:00+08:00`),
        link: null,
        original: at < original,
        by: "test",
        recordedAt: 0,
        batchId: `${month}-${at}`,
      })
  })
}

test("a period that began before the months of a notice counts in it as it does in the notice of a longer term", async () => {
  const w = await office(["wubu"])
  await posted(w, "2026-01", 20, 20)
  const book = bookOf("own", "kind: quota, atLeast: 20 per quarter")
  await w.look(async (turn) => {
    await turn.tables.rulebooks.put({ id: "own", book })
    const [county] = await turn.tables.units.where("name", COUNTY)
    if (county) await turn.tables.units.put({ ...county, rulebooks: ["own"] })
  })
  await w.turnTo("2026-04-01", "10:00")
  const kept = (typed: string) =>
    w.look(async (turn) => {
      const [unit] = await turn.tables.units.where("name", COUNTY)
      const me = await people.memberOf(turn, `telegram:${wang}`)
      if (!unit || !me) throw new Error("there are both")
      const term = parseTerm(typed)
      const sheet = await sheetOf(turn, me, { unit, term, kind: usualKind[term.kind] })
      return [...sheet.parts.map(({ figures }) => figures.kept), sheet.total.kept]
    })
  const [, , march = 0, quarter] = await kept("2026-Q1")
  expect(march).toBe(1)
  expect([march, quarter]).toEqual([march, march])
  expect(await kept("2026-03")).toEqual([march])
})

describe("a notice", () => {
  test("of the quarter is made from the chat: a page for the phone, a Word file and a workbook (WB-46)", async () => {
    const w = await office(["wubu"])
    await posted(w, "2026-03", 10, 3)
    await w.turnTo("2026-04-01", "10:00")
    w.said()
    await w.say(wang, "/report")
    await w.press(wang, COUNTY)
    expect(w.said().at(-1)?.buttons).toEqual([
      "2026年3月",
      "2026年第一季度",
      "2025年",
      "2026年4月（草稿）",
      "2026年第二季度（草稿）",
      "2026年（草稿）",
      "取消",
    ])
    await w.press(wang, "2026年第一季度")
    const said = w.said()
    expect(said.map(({ to }) => to)).toEqual([wang, wang, wang])
    const page = said.find(({ text }) => text.startsWith("【"))
    expect(page).toMatchObject({
      text: expect.stringContaining(
        `【季度通报】${COUNTY} 2026年第一季度\n发布 15 条，原创率 53.3%`,
      ) as string,
      buttons: ["登记发文"],
    })
    expect(pictures(w, wang)).toMatchObject([{ width: 1_170 }])
    expect(files(w, wang).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["docx", "xlsx"].map((kind) => `${COUNTY}2026年第一季度季度通报.${kind}`)),
    )
    const rows = await workbook(w, wang)
    expect(rows).toContain("发布条数 | 0 | 2 | 13 | 15")
    expect(rows.find((row) => row.startsWith("合计 | 5 | 15 |"))).toMatch(
      /^合计 \| 5 \| 15 \| 8 \| 53\.3% \|/,
    )
    expect(rows.join("\n")).toContain("根据《吴堡县政务新媒体管理通知》四（三）")
    expect(rows.join("\n")).not.toContain("草稿")
  })

  test("of the month shows the share of originals beside that of the month before (WB-30, XC-24)", async () => {
    const w = await office(["wubu", "xuancheng"])
    await posted(w, "2026-02", 10, 2)
    await posted(w, "2026-03", 10, 3)
    await w.look(async ({ tables }) => {
      for (const post of await tables.posts.all()) if (post.by === "setup") await tables.posts.remove(post.id)
    })
    await w.turnTo("2026-04-01", "10:00")
    await w.say(wang, `/report ${COUNTY} 2026年3月`)
    expect((await workbook(w, wang)).join("\n")).toContain("原创率 30.0%（2026年2月 20.0%）")
  })

  test("lists each unit with what it published, what is late and what was found, and ranks nobody (LZ-10, LZ-22)", async () => {
    const w = await office(["longzihu"])
    await w.turnTo("2026-04-01", "10:00")
    await w.say(wang, `/report ${COUNTY} 2026年3月`)
    const rows = await workbook(w, wang)
    expect(rows[0]).toBe(`${COUNTY}关于2026年3月政务新媒体运行情况的通报`)
    for (const column of ["原创率", "逾期未办事项", "发现问题"])
      expect(rows.some((row) => row.startsWith("单位 |") && row.includes(column))).toBe(true)
    const own = rows.findIndex((row) => row.startsWith(`${COUNTY}（本级） |`))
    expect(rows[own + 1]).toMatch(new RegExp(`^${SCHOOL} \\|`))
    expect(rows.join("\n")).toContain("不作排名")
  })

  test("of a term that is not over says everywhere that it is a draft, and cannot be issued", async () => {
    const w = await office(["wubu"])
    w.said()
    await w.say(wang, `/report ${COUNTY} 本季度`)
    const said = w.said()
    expect(said.find(({ text }) => text.startsWith("【"))).toMatchObject({
      text: expect.stringContaining(
        "2026年第一季度（草稿）\n2026年第一季度还没有结束，数字截至2026年3月2日。",
      ) as string,
      buttons: [],
    })
    expect(files(w, wang).every(({ name }) => name.includes("（草稿）"))).toBe(true)
    const rows = await workbook(w, wang)
    expect(rows.filter((row) => row.includes("草稿"))).toEqual([
      `${COUNTY}关于2026年第一季度政务新媒体运行情况的通报（草稿）`,
      "草稿：2026年第一季度尚未结束，数字截至2026年3月2日，不作正式文件使用。",
      "（草稿，不得印发）",
    ])
    await w.say(wang, "/issue")
    expect(w.said().at(-1)?.text).toContain("草稿不能印发")
    await w.say(wang, `/report ${COUNTY} 2026年第二季度`)
    expect(w.said().at(-1)?.text).toContain("2026年第二季度还没有开始")
  })

  test("asked for in a group shows the sums alone there; what is overdue where goes to those who lead", async () => {
    const w = await office(["wubu"])
    await w.look(async (turn) => {
      const [unit] = await turn.tables.units.where("name", SCHOOL)
      const known = (await turn.tables.obligations.all()).find(({ due }) => due !== null)
      if (known && unit)
        await turn.tables.obligations.put({
          ...known,
          id: "late",
          key: "late",
          act: "training.hold",
          unitId: unit.id,
          accountId: null,
          phase: "overdue",
          due: { day: "2026-02-27", at: Date.parse("2026-02-28T00:00:00+08:00"), provisional: false },
          dueAt: null,
        })
    })
    await w.say(zhang, `/report ${COUNTY} 2026年2月`, { in: group })
    const heard = w.said()
    const inGroup = heard.filter(({ to }) => to === group)
    expect(inGroup).toHaveLength(1)
    expect(inGroup[0]?.text).toContain("各单位情况、逾期清单和文件已私下发给：张敏、李国强。")
    expect(inGroup[0]?.text).toContain("逾期未办 1 项")
    expect(inGroup[0]?.text).not.toContain(SCHOOL)
    expect(w.playground.transcript({ chat: group }).at(-1)?.file ?? null).toBe(null)
    for (const who of [zhang, li]) {
      const own = heard.filter(({ to }) => to === who)
      expect(own.map(({ text }) => text).join("\n")).toContain(
        `· ${SCHOOL}：组织培训：${SCHOOL}，2月27日到期`,
      )
      expect(files(w, who).map(({ name }) => name.split(".").at(-1))).toEqual(
        expect.arrayContaining(["docx", "xlsx"]),
      )
    }
  })
})

describe("a notice that is owed", () => {
  test("is brought up to the supervising officer when the quarter is over, and done once it was issued (WB-46)", async () => {
    const w = await office(["wubu"])
    await w.turnTo("2026-03-31", "23:00")
    expect(w.heard().filter(([, text]) => text.includes("印发季度通报"))).toEqual([])
    await w.turnTo("2026-04-01", "10:00")
    const reminder = w.said().find(({ to, text }) => to === wang && text.includes("印发季度通报"))
    expect(reminder?.text).toContain(`印发季度通报：${COUNTY}，还剩 14 天，4月15日（周三）24:00 前`)
    expect(reminder?.text).toContain("《吴堡县政务新媒体管理通知》四（三）")
    await w.press(wang, "办结 印发季度通报")
    await w.press(wang, "登记发文")
    await w.press(wang, "今天")
    await w.say(wang, "示政办〔2026〕8号")
    expect(w.said().at(-1)?.text).toBe(
      `✅ 已登记印发：${COUNTY}2026年第一季度季度通报\n印发日期：2026年4月1日；文号：示政办〔2026〕8号`,
    )
    const row = await w.look(async (turn) => {
      const rows = (await turn.tables.obligations.all()).filter(({ act }) => act === "quarterly-notice")
      return Promise.all(rows.map((each) => duties.shown(turn, each)))
    })
    expect(row.map(({ phase, since, settled }) => [since, phase, settled?.proof ?? null])).toEqual([
      ["2026-01-01", "done", "示政办〔2026〕8号"],
      ["2026-04-01", "scheduled", null],
    ])
    await w.turnTo("2026-04-16", "18:00")
    expect(w.heard().filter(([, text]) => text.includes("印发季度通报"))).toEqual([])
    await w.say(wang, "/issue")
    expect(w.said().at(-1)?.text).toContain("没有等待登记印发的报告")
  })
})
