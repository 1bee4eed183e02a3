import { describe, expect, test } from "vitest"
import { office } from "../office.ts"
import { li, type World, zhang, zhou } from "../world.ts"

const rows = (w: World, act: string) =>
  w.look(async ({ tables }) => (await tables.obligations.all()).filter((row) => row.act === act))

const INSTRUCTION =
  "/task\n类别：办理后附结果链接（如领导批示）\n承办人：张敏\n任务：群众反映公交站牌\n期限：2026-03-10"

describe("a task that somebody is given", () => {
  test("with a new phone the app is reinstalled with the information office within five working days (XC-29)", async () => {
    const w = await office(["xuancheng"])
    await w.say(li, "/task\n类别：换手机重装政务通\n承办人：周静")
    const line = "🟢 重新安装政务通（报市信息办）：周静，还剩 7 天，3月9日（周一）24:00 前"
    const by = "依据 《宣城市“一网双微一通”建设通知》四（一）（期限为本单位约定）"
    expect(w.heard()).toEqual([
      [li, ["已交给周静：", line, by].join("\n")],
      [zhou, ["【交办】李国强交给您一项任务：", line, by, "办好后点按钮或发 /done 登记。"].join("\n")],
    ])
    await w.say(zhou, "/done 重新安装政务通 今天 已重装")
    expect(w.only(zhou).text).toContain("已按时办结")
  })

  test("an instruction counts down to its own day, and is done by the link of its result alone (XC-30)", async () => {
    const w = await office(["xuancheng"])
    await w.say(li, INSTRUCTION)
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain(
      "办理并反馈结果：张敏（群众反映公交站牌），还剩 8 天，3月10日（周二）24:00 前\n依据 《宣城市“一网双微一通”建设通知》四（二）",
    )
    await w.turnTo("2026-03-09", "12:00")
    expect(w.said().some(({ to, text }) => to === zhang && text.includes("🟡 办理并反馈结果：张敏"))).toBe(
      true,
    )
    await w.say(zhang, "/done 办理并反馈结果 今天 办好了")
    expect(w.only(zhang).text).toContain("链接")
    expect(await rows(w, "result.publish")).toMatchObject([{ phase: "warned", settled: null }])
    await w.say(zhang, "https://www.example.gov.cn/result/1")
    expect(w.only(zhang).text).toContain("已按时办结")
  })

  test("that nobody does is told to the leader the day after (XC-30)", async () => {
    const w = await office(["xuancheng"])
    await w.say(li, INSTRUCTION)
    await w.turnTo("2026-03-10", "23:00")
    const told = () =>
      w.said().some(({ to, text }) => to === li && text.includes("【逾期】") && text.includes("公交站牌"))
    expect(told()).toBe(false)
    await w.turnTo("2026-03-11", "09:30")
    expect(told()).toBe(true)
  })

  test("of any kind has its day and its person under no regulation at all, and says it is a house rule", async () => {
    const w = await office([])
    await w.say(zhang, "/task\n类别：一般任务\n承办人：周静\n任务：整理留言\n期限：2026-03-06")
    expect(w.said().find(({ to }) => to === zhou)?.text).toContain(
      "🟢 办理交办任务：周静（整理留言），还剩 4 天，3月6日（周五）24:00 前\n依据 本单位约定",
    )
    await w.say(zhou, "/due")
    expect(w.only(zhou).text).toContain("办理交办任务：周静（整理留言）")
  })

  test("has no day that has passed, and comes from nobody without the right", async () => {
    const w = await office([])
    await w.say(zhang, "/task\n类别：一般任务\n承办人：周静\n任务：整理留言\n期限：2026-03-01")
    expect(w.only(zhang).text).toBe("2026年3月1日已经过了，期限不能早于今天。")
    await w.say(zhang, "/task\n类别：换手机重装政务通\n承办人：周静")
    expect(w.only(zhang).text).toContain("没有这一类要求，没有建立任务")
    expect(await rows(w, "task.finish")).toEqual([])
  })
})
