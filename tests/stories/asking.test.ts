import { describe, expect, test } from "vitest"
import * as people from "../../services/people.ts"
import * as quotas from "../../services/quotas.ts"
import { wang, world, zhang } from "../world.ts"

const RULE = "依据 《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）：每14天1次"

describe("asking", () => {
  test("/today: soonest first, with the arithmetic and the rule", async () => {
    const w = await world()
    await w.turnTo("2026-03-12", "08:00")
    w.said()
    await w.say(zhang, "今天")
    expect(w.only(zhang).text).toBe(
      [
        "【待更新】3月12日（周四）",
        "🟡 微信订阅号“示例县发布”：还剩 3 天，3月15日（周日）24:00 前；上次更新 3月1日（3月1日＋14天）",
        "🟡 微博“示例县发布”：还剩 4 天，3月16日（周一）24:00 前；上次更新 3月2日（3月2日＋14天）",
        "另有 3 个账号由工作群或其他同事负责，发 /accounts 查看。",
        RULE,
      ].join("\n"),
    )
  })

  test("/why: rule, article, dates, arithmetic, and what was missed before", async () => {
    const w = await world()
    await w.turnTo("2026-03-17", "12:00")
    w.said()
    await w.say(zhang, "/why 抖音")
    expect(w.only(zhang).text).toBe(
      [
        "抖音“示例县发布”（示例县人民政府办公室）",
        "现在：🔴 超期，请立即更新；上次更新 2月28日，距今 17 天；从 2025年1月26日 起算。",
        "",
        "▪ 《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）：每14天1次",
        "　任何14天内至少更新一次，否则检查一票否决",
        "　本期 3月15日（周日）至3月28日（周六），应更新 1 次，已更新 0 次；3月28日24:00 到期。",
        "",
        "未达标记录：",
        "· 2026年3月1日至2026年3月14日，应 1 次，实际 0 次（《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号））",
      ].join("\n"),
    )
  })

  test.each([
    ["abc", "天数“abc”无法识别。例如：30"],
    ["0", "不能预览 0 天，请写 1 到 92 之间的天数。例如：30"],
    ["365天", "不能预览 365 天，请写 1 到 92 之间的天数。例如：30"],
  ])("/preview %s says what was wrong, with an example", async (typed, told) => {
    const w = await world()
    await w.say(zhang, `/preview ${typed}`)
    expect(w.only(zhang)).toMatchObject({
      text: `${told}\n【预览今后的提醒】看今后多少天？`,
      buttons: ["7", "30", "92", "取消"],
    })
    await w.say(zhang, "7天")
    expect(w.said()[0]?.text).toMatch(/^今后 7 天/)
  })

  test("/preview speaks of no account that its reader may not see, and cuts between entries", async () => {
    const w = await world()
    await w.look(async (turn) => {
      const city = (await turn.tables.units.where("name", "示例市人民政府办公室"))[0]
      const keeper = await people.memberOf(turn, `telegram:${zhang}`)
      const [known] = await turn.tables.accounts.where("custodian", keeper?.person.id ?? "")
      if (!city || !keeper || !known) throw new Error("the county is not there")
      await turn.tables.accounts.put({ ...known, id: "city", unitId: city.id, name: "示例市发布" })
      await quotas.wind(turn, { ...known, id: "city", unitId: city.id, name: "示例市发布" })
    })
    await w.say(zhang, "/preview 92")
    const said = w.said()
    expect(said.length).toBeGreaterThan(1)
    for (const { text } of said.slice(1)) expect(text).toMatch(/^◆ /)
    expect(said.map(({ text }) => text).join("\n")).not.toContain("示例市发布")
    await w.say(wang, "/preview 30")
    expect(
      w
        .said()
        .map(({ text }) => text)
        .join("\n"),
    ).toContain("示例市发布")
  })

  test("/preview says just what will be said, and leaves no trace", async () => {
    const w = await world()
    const before = await w.look(({ tables }) => tables.clocks.all())
    await w.say(zhang, "/preview 14")
    const foreseen = w.only(zhang).text
    expect(foreseen.split("\n")[0]).toBe("今后 14 天，如果大家什么都不做，您能看到的单位会收到这 16 条：")
    expect(await w.look(({ tables }) => tables.clocks.all())).toEqual(before)
    await w.turnTo("2026-03-16", "10:00")
    const said = w.said().filter(({ to }) => to !== wang)
    for (const { text } of said) for (const part of text.split("\n\n")) expect(foreseen).toContain(part)
  })
})
