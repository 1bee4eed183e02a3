import { expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { COUNTY, office } from "../office.ts"
import { arrange, kept } from "../rota.ts"
import { type World, zhang } from "../world.ts"

const sheet = (...lines: readonly string[]) => Buffer.from(lines.join("\r\n"))
const HEADING = "值班日期,星期,白班（08:00-20:00）,夜班（20:00-08:00）,带班领导"
const TWO_DAYS = ["2026-03-09,周一,张敏,李国强,王芳", "2026-03-10,周二,李国强,张敏,王芳"]

/** 王芳 leads the county's roster too. */
const county = async (book: string): Promise<World> => {
  const w = await office([book])
  await w.look(async ({ tables, newId }) => {
    const wangs = (await tables.persons.all()).find(({ name }) => name === "王芳")
    const [unit] = await tables.units.where("name", COUNTY)
    const role = { id: newId(), personId: wangs?.id ?? "", unitId: unit?.id ?? "", role: "leader" as const }
    await tables.roles.put({ ...role, since: 0, until: null })
  })
  return w
}

test("the office's own sheet is sent, looked at, taken in with one press and taken back with another", async () => {
  const w = await county("longzihu")
  await arrange(w)
  await w.send(zhang, "三月值班表.csv", sheet(HEADING, ...TWO_DAYS))
  const card = w.only(zhang)
  expect(card.text).toBe(
    [
      "值班表预览（示例县人民政府办公室）：共 6 个班，3月9日（周一）00:00 至 3月11日（周三）08:00。",
      "  3月9日（周一）00:00–24:00 王芳（带班领导）",
      "  3月9日（周一）08:00–20:00 张敏",
      "  3月9日（周一）20:00–次日08:00 李国强",
      "  3月10日（周二）00:00–24:00 王芳（带班领导）",
      "  3月10日（周二）08:00–20:00 李国强",
      "  3月10日（周二）20:00–次日08:00 张敏",
      "每人班数：王芳 2、张敏 2、李国强 2",
      "这段时间原来的安排由这份值班表代替。",
      "",
      "现在还没有改动，请确认。24 小时内有效。",
    ].join("\n"),
  )
  const before = await kept(w)
  await w.press(zhang, "导入 6 个班")
  expect(w.only(zhang).text).toBe("✅ 已导入 6 个班。24 小时内可以撤销。")
  await w.say(zhang, "/onduty 2026-03-10 21:00")
  expect(w.only(zhang).text).toContain("值班：张敏（20:00–次日08:00）\n带班领导：王芳（00:00–24:00）")
  await w.press(zhang, "撤销导入")
  expect(w.only(zhang).text).toBe("↩️ 已撤销导入，恢复原来的安排。")
  const [rotas, overrides] = await kept(w)
  expect(rotas).toEqual(before[0])
  expect(overrides?.every((each) => "undoneAt" in each && each.undoneAt !== null)).toBe(true)
})

test("with a name that nobody has, nothing is taken in, and the cell is named", async () => {
  const w = await county("sxjt")
  await w.send(zhang, "值班.csv", sheet(HEADING, "2026-03-09,周一,张三,李国强,王芳", "2026-03-32,,张敏,,"))
  const { text, buttons } = w.only(zhang)
  expect(text).toBe(
    [
      "值班表有 2 处要改，没有导入任何内容：",
      "• C2 没有“张三”这个人，请写登记的姓名，或先用 /invite 邀请",
      "• A3 日期“2026-03-32”无法识别，请写成 2026-03-05 这样",
    ].join("\n"),
  )
  expect(buttons).toEqual([])
  expect(await kept(w)).toEqual([[], [], []])
})

test("a sheet with a hole is refused before anybody presses, where every hour counts (LZ-53)", async () => {
  const w = await county("longzihu")
  await arrange(w)
  const before = await kept(w)
  await w.send(zhang, "值班.csv", sheet(HEADING.replace("20:00-08:00", "21:00-08:00"), ...TWO_DAYS))
  const { text, buttons } = w.only(zhang)
  expect(text).toContain("这样排会没有人值班：3月9日（周一）和3月10日（周二） 20:00–21:00 空档。")
  expect(buttons).toEqual([])
  expect(await kept(w)).toEqual(before)
})

test("a sheet that is given up changes nothing, and its button is dead", async () => {
  const w = await county("sxjt")
  await w.send(zhang, "值班.csv", sheet(HEADING, ...TWO_DAYS))
  await w.press(zhang, "取消")
  expect(w.said().at(-1)?.text).toBe("“值班.csv”没有导入，什么都没有改动。")
  expect(await kept(w)).toEqual([[], [], []])
})

test.each(["csv", "xlsx"])("is given out as %s, and what comes back says the same", async (format) => {
  const w = await county("longzihu")
  await arrange(w)
  await w.say(zhang, `/exportroster 2026-03-09 ${format}`)
  const answer = w.only(zhang)
  expect(answer.text).toBe(
    "示例县人民政府办公室值班表，2026年3月9日至2026年4月12日，共 70 行。改好后直接发回给我，就能导入。",
  )
  const shown = w.playground.transcript({ chat: zhang }).at(-1)?.file
  const file = w.playground.file(shown?.id ?? "")
  expect(file?.name).toBe(`示例县人民政府办公室值班表-2026-03-09.${format}`)
  const week = async () => {
    await w.say(zhang, "/roster 2026-03-16")
    return w.said().at(-1)?.text
  }
  const before = await week()
  await w.send(zhang, "值班表.xlsx", file?.bytes ?? new Uint8Array())
  await w.press(zhang, "导入 70 个班")
  expect(await week()).toBe(before)
})

test("what has passed between the look and the press stays whosever it was", async () => {
  const w = await county("jiangxi")
  await w.send(zhang, "值班.csv", sheet(HEADING, "2026-03-02,周一,张敏,,", "2026-03-03,周二,李国强,,"))
  await w.turnTo("2026-03-02", "15:00")
  w.said()
  await w.press(zhang, "导入 2 个班")
  expect(w.heard()[0]).toEqual([zhang, expect.stringContaining("✅ 已导入 2 个班。")])
  const shifts = await w.look(({ tables }) => tables.overrides.all())
  const begins = shifts.flatMap(({ from, personId }) => (personId === null ? [] : [from]))
  expect(begins.sort()).toEqual([instantOf("2026-03-02", "15:00"), instantOf("2026-03-03", "08:00")])
  await w.send(zhang, "今天.csv", sheet(HEADING, "2026-03-02,周一,张敏,,"))
  await w.turnTo("2026-03-02", "20:01")
  const before = await kept(w)
  expect(await w.press(zhang, "导入 1 个班")).toBe("这个班已经过去，不能再改。请选择今天以后的日子。")
  expect(await kept(w)).toEqual(before)
})
