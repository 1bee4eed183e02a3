import { expect, test } from "vitest"
import { under } from "../books.ts"
import { wang, world, zhang, zhou } from "../world.ts"

const COUNTY = "示例县人民政府办公室"

test("hot topics are noted by importance and kind, and passed on once a week to the unit above (SJ-29)", async () => {
  const w = await world()
  await under(w, COUNTY, "sxjt")
  await w.say(zhang, `/topic\n单位：${COUNTY}\n重要程度：一般\n类型：政策反响\n内容：新能源补贴怎么领`)
  await w.press(zhang, "跳过")
  await w.say(zhang, `/topic\n单位：${COUNTY}\n重要程度：重要\n类型：民生诉求\n内容：城南供水水压低`)
  await w.press(zhang, "跳过")
  expect(w.said().at(-1)?.text).toBe(
    `✅ 已记入${COUNTY}的热点问题：\n· 【重要·民生诉求】城南供水水压低（3月2日）`,
  )
  await w.turnTo("2026-03-08", "23:00")
  const topics = w.said().filter(({ text }) => text.includes("热点问题"))
  expect(topics.map(({ to, text }) => [to, text])).toEqual([
    [
      wang,
      [
        `【热点问题周报】${COUNTY}，2 条`,
        "· 【重要·民生诉求】城南供水水压低（3月2日）",
        "· 【一般·政策反响】新能源补贴怎么领（3月2日）",
      ].join("\n"),
    ],
  ])
  // A week without any is done by itself, and nobody hears of it.
  await w.turnTo("2026-03-16", "08:00")
  expect(w.said().filter(({ text }) => text.includes("热点问题"))).toEqual([])
  await w.say(zhang, `/topics ${COUNTY}`)
  expect(w.only(zhang).text).toContain(`\n· 【重要·民生诉求】城南供水水压低（3月2日）　${COUNTY}`)
})

test("where there is nobody above, passing them on stays for people to do (SJ-29)", async () => {
  const w = await world()
  await under(w, "示例市人民政府办公室", "sxjt")
  await w.look(async ({ tables }) => {
    const [city] = await tables.units.where("name", "示例市人民政府办公室")
    const [account] = await tables.accounts.all()
    if (city && account) await tables.accounts.put({ ...account, unitId: city.id })
  })
  await under(w, "示例市人民政府办公室", "sxjt")
  await w.turnTo("2026-03-07", "12:00")
  expect(
    w.said().filter(({ to, text }) => to === wang && text.includes("转交热点问题")).length,
  ).toBeGreaterThan(0)
})

test("somebody without a task there notes nothing", async () => {
  const w = await world()
  await w.say(zhou, "/topic")
  expect(w.only(zhou).text).toContain("还没有登记")
})
