import { expect, test } from "vitest"
import { COUNTY, office } from "../office.ts"
import { wang, zhang } from "../world.ts"

test("an interview after a grave problem is on record with its day and whom it was held with (WB-49)", async () => {
  const w = await office(["wubu"])
  await w.say(
    wang,
    "/talk\n形式：约谈\n单位：示例县教育局\n日期：2026-02-27\n对象：教育局分管领导\n事由：连续两月缺更",
  )
  await w.press(wang, "跳过")
  expect(w.said().at(-1)?.text).toBe(
    [
      "✅ 已记录：2026年2月27日 约谈：教育局分管领导，连续两月缺更（示例县教育局）",
      "依据 《吴堡县政务新媒体管理通知》四（三）",
      "这里只作记录，决定以文件为准。",
    ].join("\n"),
  )
  await w.say(wang, "/talks")
  expect(w.only(wang).text).toContain("· 2026年2月27日 约谈：教育局分管领导，连续两月缺更（示例县教育局）")
  await w.press(wang, "登记错了，撤回")
  await w.say(wang, "/talks")
  expect(w.said().at(-1)?.text).toContain("还没有记录")
})

test("interviews and press conferences on policies of high concern are on record (XC-09)", async () => {
  const w = await office(["xuancheng"])
  await w.say(
    zhang,
    `/talk\n形式：新闻发布会\n单位：${COUNTY}\n日期：今天\n事由：新能源补贴办法\n链接：https://example.org/press`,
  )
  expect(w.only(zhang).text).toBe(
    [
      `✅ 已记录：2026年3月2日 新闻发布会：新能源补贴办法（${COUNTY}）`,
      "　https://example.org/press",
      "依据 《宣城市“一网双微一通”建设通知》二（二）",
    ].join("\n"),
  )
  await w.say(
    zhang,
    `/talk\n形式：约谈\n单位：${COUNTY}\n日期：2026-03-09\n对象：某人\n事由：缺更\n链接：https://a.cn/1`,
  )
  expect(w.only(zhang).text).toContain("还没有到")
  expect(await w.look(({ tables }) => tables.talks.all())).toHaveLength(1)
})

test("the office over the units holds its analysis meeting once a quarter, and keeps its day (LZ-59)", async () => {
  const w = await office(["longzihu"], "2026-03-02")
  const rows = () =>
    w.look(async ({ tables }) => (await tables.obligations.all()).filter(({ act }) => act === "meeting.hold"))
  expect(await rows()).toMatchObject([{ phase: "open", due: { day: "2026-03-31" } }])
  await w.turnTo("2026-03-24", "10:00")
  const brought = w.said().filter(({ text }) => text.includes("召开分析会"))
  expect(brought.map(({ to }) => to)).toEqual([wang])
  expect(brought[0]?.text).toContain("依据 《龙子湖区")
  await w.say(wang, "/done 召开分析会 2026-03-20 研判一季度形势，纪要存办公室")
  expect(w.only(wang).text).toContain("已按时办结")
  expect((await rows())[0]).toMatchObject({ settled: { on: "2026-03-20", note: null } })
})
