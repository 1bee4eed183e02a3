import { expect, test } from "vitest"
import { setUp } from "../../bot/county.ts"
import { instantOf } from "../../rules/time.ts"
import * as calendars from "../../services/calendar.ts"
import * as moves from "../../services/moves.ts"
import * as watch from "../../services/watch.ts"
import { bookOf } from "../rules/books.ts"
import { group, world, type World, zhang } from "../world.ts"

/** A county whose government updates on every working day, on the first of January of a year that nobody knows yet. */
const newYear = async () => {
  const w = await world({ at: instantOf("2027-01-01", "08:30"), prepare: setUp })
  const book = { ...bookOf("daily", "kind: quota, atLeast: 1 per working day"), title: "示例县规定" }
  await w.look(async (turn) => {
    await turn.tables.rulebooks.put({ id: "daily", book })
    const [county] = await turn.tables.units.where("name", "示例县人民政府办公室")
    if (!county) throw new Error("there is a county")
    await turn.tables.units.put({ ...county, rulebooks: ["daily"] })
    await watch.below(turn, county.id)
  })
  return w
}

/** The notice as it comes at last. */
const load = (w: World, holidays: readonly string[], makeUpDays: readonly string[] = []) =>
  w.look(async (turn) =>
    moves.afterLoading(
      turn,
      await calendars.load(turn, [{ id: "2027", holidays, makeUpDays, source: "made up for this test" }]),
    ),
  )

const told = (w: World) =>
  w
    .heard()
    .filter(([, text]) => text.startsWith("【日期变动】"))
    .sort(([a], [b]) => b - a)

test("those whose date a notice moved are told what moved, once, with the next digest; nobody else is", async () => {
  const w = await newYear()
  await w.say(zhang, "/why 抖音")
  expect(w.only(zhang).text).toContain("本期 1月1日（周五）至1月1日（周五）（暂定）")
  await load(w, ["2027-01-01", "2027-01-02", "2027-01-03"])
  await w.turnTo("2027-01-04", "08:59")
  expect(told(w)).toEqual([])
  await w.turnTo("2027-01-04", "09:30")
  const title = "【日期变动】2027年放假安排已载入，下列期限随之变动："
  const moved = (what: string) => `· ${what}更新：1月1日（周五） → 1月4日（周一）（《示例县规定》第一条）`
  expect(told(w)).toEqual([
    // The Weibo account was updated on the day itself: nothing of it is open.
    [zhang, [title, moved("微信订阅号“示例县发布”")].join("\n")],
    [
      group,
      [title, moved("抖音“示例县发布”"), moved("微信订阅号“示例县教育”"), moved("微博“示例县教育”")].join(
        "\n",
      ),
    ],
  ])
  await w.say(zhang, "/why 抖音")
  expect(w.said().at(-1)?.text).not.toContain("暂定")
  await w.turnTo("2027-01-12", "12:00")
  expect(told(w)).toEqual([])
})

test("a notice that moves nothing is no news", async () => {
  const w = await newYear()
  await load(w, ["2027-02-05"])
  await w.turnTo("2027-01-05", "12:00")
  expect(told(w)).toEqual([])
})

test("nor is one that moves what has been done already", async () => {
  const w = await newYear()
  await w.say(zhang, "/post")
  await w.press(zhang, "全部 5 个")
  await w.press(zhang, "跳过")
  await load(w, ["2027-01-01"])
  await w.turnTo("2027-01-05", "12:00")
  expect(told(w)).toEqual([])
})

test("a notice that is loaded at the very minute of the digest does not put it off", async () => {
  const w = await world({ at: instantOf("2026-03-12", "08:59") })
  const now = instantOf("2026-03-12", "09:00")
  const dueAt = () => w.look(async ({ tables }) => (await tables.rounds.all()).map((round) => round.dueAt))
  expect(await dueAt()).toContain(now)
  await w.look((turn) => moves.afterLoading({ ...turn, now }, ["2027"]))
  expect(await dueAt()).toContain(now)
})
