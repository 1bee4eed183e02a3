import { expect, test } from "vitest"
import * as people from "../../services/people.ts"
import { bind, under } from "../books.ts"
import { office } from "../office.ts"
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

test("a rulebook may name another office, which gets them instead; one that is not known here is left to people", async () => {
  const w = await office([])
  const book = (to: string) =>
    `{ id: own, title: 热点办法, issuer: 县委宣传部, status: in-force, rules: [
       { id: O-1, article: 第一条, kind: periodic, do: hot-topics.pass-on, atLeast: 1 per week, to: ${to}, says: 热点每周转交 }] }`
  await w.look(async (turn) => {
    const [school] = await turn.tables.units.where("name", "示例县教育局")
    const chief = (await turn.tables.persons.all()).find(({ name }) => name === "周静")
    if (school && chief) await people.appoint(turn, chief.id, school.id, "administrator")
  })
  await bind(w, COUNTY, book("示例县教育局"))
  await w.say(zhang, `/topic\n单位：${COUNTY}\n重要程度：重要\n类型：民生诉求\n内容：城南供水水压低`)
  await w.press(zhang, "跳过")
  w.said()
  await w.turnTo("2026-03-08", "23:00")
  const weekly = () => w.said().filter(({ text }) => text.startsWith("【热点问题周报】"))
  expect(weekly().map(({ to }) => to)).toEqual([zhou])
  await bind(w, COUNTY, book("县委宣传部"))
  await w.say(zhang, `/topic\n单位：${COUNTY}\n重要程度：重要\n类型：民生诉求\n内容：城北停水`)
  await w.press(zhang, "跳过")
  await w.turnTo("2026-03-15", "23:00")
  expect(weekly()).toEqual([])
})

test("somebody without a task there notes nothing", async () => {
  const w = await world()
  await w.say(zhou, "/topic")
  expect(w.only(zhou).text).toContain("还没有登记")
})
