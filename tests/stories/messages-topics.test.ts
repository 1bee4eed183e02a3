import { expect, test } from "vitest"
import { readTable } from "../../papers/table.ts"
import { zh } from "../../text/zh/index.ts"
import { writePaper } from "../../papers/paperfile.ts"
import type { Member } from "../../services/people.ts"
import * as people from "../../services/people.ts"
import { file, summary } from "../../services/cases/topics.ts"
import { answerOut, takeIn } from "../messages.ts"
import { COUNTY, office } from "../office.ts"
import { li, type World, zhang } from "../world.ts"

/** Three about water, of which one is hot, one about lamps, and one that is confidential. */
const several = async (w: World): Promise<void> => {
  await takeIn(w, "https://weibo.com/1/c1 热点")
  await takeIn(w, "https://weibo.com/1/c2")
  await takeIn(w, "https://weibo.com/1/c3", "路灯")
  await takeIn(w, "https://weibo.com/1/c4 要求保密", "征地补偿")
  await takeIn(w, "https://weibo.com/1/c5")
  await w.press(zhang, "本单位办")
  await w.press(zhang, "提交答复")
  await w.say(zhang, "https://www.example.gov.cn/a/5")
  await w.press(zhang, "答复已发布")
  await w.press(zhang, "办结：满意")
  w.said()
}

test("at the end of a quarter the messages are to be sorted, brought up a week and a day before (WB-38)", async () => {
  const w = await office(["wubu"], "2026-01-05")
  const rows = await w.look(async ({ tables }) =>
    (await tables.obligations.all()).filter(({ act }) => act === "messages.sort"),
  )
  const [county] = await w.look(({ tables }) => tables.units.where("name", COUNTY))
  expect(rows.find(({ unitId }) => unitId === county?.id)).toMatchObject({
    due: { day: "2026-03-31" },
    warnOn: ["2026-03-24", "2026-03-30", "2026-03-31"],
  })
})

test("a quarter's messages are summed up by topic and attention, as text and as files whose figures add up (WB-38b)", async () => {
  const w = await office(["wubu"])
  await several(w)
  await w.say(zhang, `/answers ${COUNTY}`)
  expect(w.only(zhang)).toMatchObject({
    text: [
      "【示例县人民政府办公室2026年第一季度留言主题汇总（草稿）】共 5 条，办结 1 条",
      "· 供水：3 条（热点 1、一般 2）",
      "· 未整理或要求保密：1 条（一般 1）",
      "· 路灯：1 条（一般 1）",
      "本季度还没有结束，数字会变。",
      "可收入问答库的答复 1 条。",
      "还没有登记问答库链接。",
    ].join("\n"),
    buttons: ["Word 文档", "Excel 表格", "上季度"],
  })
  const sheet = await w.look(async (act) => {
    const [county] = await act.tables.units.where("name", COUNTY)
    const person = (await act.tables.persons.all()).find(({ name }) => name === "张敏")
    if (!county || !person) throw new Error("nobody there")
    const me: Member = { person, roles: await people.rolesOf(act, person.id) }
    return file(act, await summary(act, me, county, "this"), "xlsx")
  })
  const reading = await readTable(sheet.name, Buffer.from(sheet.base64, "base64"))
  const cells = JSON.stringify(reading)
  expect(cells).toContain("供水")
  expect(cells).toContain("https://www.example.gov.cn/a/5")
  expect(cells).not.toContain("征地补偿")
  await w.press(zhang, "Word 文档")
  expect(w.only(zhang).text).toBe("示例县人民政府办公室2026年第一季度留言主题汇总（草稿）已生成。")
})

test("the sum of a summary is that of its lines", async () => {
  const lines = [
    { topic: "供水", by: { hot: 1, some: 0, single: 2 }, count: 3, settled: 1, reopened: 2 },
    { topic: null, by: { hot: 0, some: 1, single: 0 }, count: 1, settled: 0, reopened: 0 },
  ]
  const it = {
    unit: COUNTY,
    period: { from: "2026-01-01", until: "2026-03-31" },
    draft: false,
    lines,
    answers: [],
    base: null,
  }
  const paper = zh.answers.paper(it, 0)
  const table = paper.blocks.find((block) => block.kind === "table")
  expect(table?.sum).toEqual(["合计", 1, 1, 2, 4, 1, 2])
  expect((await writePaper(paper, "docx", "x")).length).toBeGreaterThan(1000)
})

test("where the base of questions and answers stands is kept by its link (JX-17)", async () => {
  const w = await office(["jiangxi"])
  await w.say(zhang, `/answers ${COUNTY} https://www.example.gov.cn/wd`)
  expect(w.only(zhang).text).toBe("✅ 示例县人民政府办公室的问答库：https://www.example.gov.cn/wd")
  await w.say(zhang, `/answers ${COUNTY}`)
  expect(w.only(zhang).text).toContain("问答库：https://www.example.gov.cn/wd")
})

test("comments that are shut without the leader in charge are a finding, with the leader on record (WB-36)", async () => {
  const w = await office(["wubu"])
  await w.say(zhang, "/comments 微博示例县发布 关闭 平台升级")
  const said = w.said()
  expect(said.find(({ to }) => to === zhang)?.text).toContain("没有分管领导同意，已记为检查问题 2026-1")
  expect(said.some(({ to, text }) => to === li && text.includes("评论、留言或私信已关闭（平台升级）"))).toBe(
    true,
  )
  const findings = () => w.look(({ tables }) => tables.findings.all())
  expect(await findings()).toMatchObject([{ line: "comments", state: "open", rules: ["wubu:WB-36"] }])
  await w.say(zhang, "/comments 微博示例县发布 关闭 平台升级")
  expect(w.said().at(-1)?.text).toContain("本来就是关闭的，没有变化")
  await w.say(zhang, "/comments 微博示例县发布 开启")
  expect(w.only(zhang).text).toContain("评论留言已开启")
  await w.say(li, "/comments 微博示例县发布 关闭 谣言集中处置")
  expect(w.only(li).text).toContain(
    "经您同意关闭评论留言，理由已登记（《吴堡县政务新媒体管理通知》三（二）原则上要求开启）",
  )
  expect(await findings()).toHaveLength(1)
})

test("where no rule wants comments open, shutting them is on record and nothing more", async () => {
  const w = await office(["longzihu"])
  await w.say(zhang, "/comments 微博示例县发布 关闭 平台升级")
  expect(w.only(zhang).text).toContain("评论留言已关闭，已登记。")
  expect(await w.look(({ tables }) => tables.findings.all())).toEqual([])
})

test("answers that went out are offered only once they did", async () => {
  const w = await office(["wubu"])
  await takeIn(w)
  await answerOut(w, null)
  w.said()
  await w.say(zhang, `/answers ${COUNTY}`)
  expect(w.only(zhang).text).toContain("可收入问答库的答复 0 条。")
})
