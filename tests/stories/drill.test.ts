import { expect, test } from "vitest"
import { emergency, fileOf, latest, told } from "../emergency.ts"
import { instantOf } from "../../rules/time.ts"
import { tableOf } from "../papers/files.ts"
import { missing, readBack } from "../papers/libreoffice.ts"
import { PHOTO } from "../photo.ts"
import { group, li, wang, zhang, zhou } from "../world.ts"

test("a drill is marked in every line, stays in the unit, is measured and counts for the year (LZ-57, F9)", async () => {
  const w = await emergency(["longzihu"])
  await w.say(li, "/drill 示例县人民政府办公室 账号被盗")
  const said = w.said()
  expect(said.map(({ to }) => to).sort((a, b) => a - b)).toEqual([group, zhang, li, li])
  for (const { text } of said) for (const line of text.split("\n")) expect(line).toMatch(/^【演练】/)
  await w.turnTo("2026-03-02", "11:30")
  const later = w.said()
  expect(later.some(({ to }) => to === zhou)).toBe(true)
  expect(later.every(({ to }) => to !== wang)).toBe(true)
  const ours = later.filter(({ text }) => text.includes("2026-1"))
  for (const { text } of ours) for (const line of text.split("\n")) expect(line).toMatch(/^【演练】/)
  expect(await w.press(zhang, "我来处理")).toMatch(/^【演练】/)
  w.said()
  for (const typed of ["/progress 在演", "/resolved 演练结束"]) {
    await w.say(zhang, typed)
    for (const { text } of w.said()) for (const line of text.split("\n")) expect(line).toMatch(/^【演练】/)
  }
  expect(await latest(w)).toMatchObject({ state: "closed", drill: true })
  const rows = await w.look(({ tables }) => tables.obligations.all())
  const held = rows.filter(({ act, phase }) => act === "drill.hold" && phase === "done")
  expect(held.map(({ settled }) => settled?.note)).toEqual(["演练 2026-1：90 分钟内有人接手"])
})

test(
  "the story of a case is told from what was written down when it happened, as text and as papers (SJ-40)",
  { timeout: 180_000 },
  async () => {
    const w = await emergency(["sxjt"])
    await w.say(li, "/correct 微博示例县发布 https://weibo.com/1/wrong 日期错了")
    await w.turnTo("2026-03-02", "10:05")
    await w.press(zhang, "我来处理")
    await w.say(zhang, "/answered https://weibo.com/1/right")
    await w.say(zhang, "/resolved 已更正")
    w.said()
    await w.say(li, "/timeline")
    expect(w.only(li).text).toBe(
      [
        "2026-1 发错内容 · 微博“示例县发布”（示例县人民政府办公室）的经过：",
        "3月2日（周一）10:00 李国强 报告：日期错了",
        "3月2日（周一）10:00 李国强 叫值班张敏",
        "3月2日（周一）10:05 张敏 接手",
        "3月2日（周一）10:05 张敏 登记链接：https://weibo.com/1/right",
        "3月2日（周一）10:05 张敏 办结：已更正",
      ].join("\n"),
    )
    const { id } = await latest(w)
    const lines = await w.running.app.store.history("incidents", id)
    const written = lines.flatMap(({ changes }) => changes.filter(([table]) => table === "incidentNotes"))
    const notes = await w.look(({ tables }) => tables.incidentNotes.where("incident", id))
    expect(written.map(([, key]) => key)).toEqual(notes.map((note) => note.id))
    expect(notes.every(({ at }) => at >= instantOf("2026-03-02", "10:00"))).toBe(true)
    expect(told(w, "2026-1")).toEqual([])

    await w.press(li, "Excel 表格")
    expect(w.only(li).text).toBe("2026-1 的处置经过，可以直接归档。")
    const book = await tableOf(fileOf(w, li, "处置经过2026-1.xlsx"))
    const story = book.rows.filter(([time]) => /^2026-03-02 /.test(time ?? ""))
    expect(story).toEqual([
      ["2026-03-02 10:00", "李国强", "报告：日期错了"],
      ["2026-03-02 10:00", "李国强", "叫值班张敏"],
      ["2026-03-02 10:05", "张敏", "接手"],
      ["2026-03-02 10:05", "张敏", "登记链接：https://weibo.com/1/right"],
      ["2026-03-02 10:05", "张敏", "办结：已更正"],
    ])
    expect(story).toHaveLength(written.length)
    await w.press(li, "Word 文档")
    const paper = fileOf(w, li, "处置经过2026-1.docx")
    if (missing) return
    const { paper: read = "" } = await readBack({ paper }, "docx")
    const inWord = read.split("\n")
    for (const cell of [...story.flat(), "示例县人民政府办公室", "突发情况处置经过"])
      expect(inWord).toContain(cell)
    expect(read).toContain("《陕西省交通运输系统政务新媒体管理办法》第二十三条")
  },
)

test("a drill's paper says in every line that it is one (F9)", async () => {
  const w = await emergency(["longzihu"])
  await w.say(li, "/drill 示例县人民政府办公室 账号被盗")
  await w.say(li, "/timeline")
  await w.press(li, "Excel 表格")
  const { rows } = await tableOf(fileOf(w, li, "处置经过2026-1.xlsx"))
  const happened = rows.filter(([time]) => /^2026-03-02 /.test(time ?? ""))
  expect(happened.length).toBeGreaterThan(1)
  for (const [, , what = ""] of happened) expect(what).toMatch(/^【演练】/)
})

test("a drill whose end is taken back is not counted until it ends again (F9)", async () => {
  const w = await emergency(["longzihu"])
  const held = () =>
    w.look(async ({ tables }) =>
      (await tables.obligations.all()).filter((row) => row.act === "drill.hold" && row.settled !== null),
    )
  await w.say(li, "/drill 示例县人民政府办公室 账号被盗")
  await w.press(zhang, "我来处理")
  await w.say(zhang, "/resolved 演练结束")
  expect(await held()).toHaveLength(1)
  expect(await w.press(zhang, "撤销（1 分钟内）")).toBe("【演练】已撤销，什么都没有漏：叫人从原处继续。")
  expect(await latest(w)).toMatchObject({ state: "taken", closed: null })
  expect(await held()).toEqual([])
  await w.say(zhang, "/resolved 这次真的结束")
  expect(await held()).toHaveLength(1)
})

test("a drill of 特别重大 calls the chief in its first message, and stays in the unit all the same (F9)", async () => {
  const w = await emergency(["xuancheng"])
  await w.say(li, "/drill 示例县人民政府办公室 舆情 特别重大")
  const said = w.said()
  expect(said.map(({ to }) => to)).toContain(zhou)
  expect(said.map(({ to }) => to)).not.toContain(wang)
  for (const { text } of said) for (const line of text.split("\n")) expect(line).toMatch(/^【演练】/)
  await w.turnTo("2026-03-03", "10:00")
  expect(w.said().every(({ to, text }) => to !== wang || !text.includes("2026-1"))).toBe(true)
})

test("a drill's photo is marked like all the rest of it (F9)", async () => {
  const w = await emergency(["longzihu"])
  await w.say(li, "/drill 示例县人民政府办公室 账号被盗")
  w.said()
  w.playground.say({ who: li, photo: PHOTO, text: "演练现场" })
  await w.playground.settled()
  const said = w.said().filter(({ text }) => text.includes("演练现场"))
  expect(said.map(({ to }) => to)).toContain(zhang)
  for (const { text } of said) expect(text).toMatch(/^【演练】/)
})
