import { describe, expect, test } from "vitest"
import { COUNTY, office } from "../office.ts"
import { group, li, type World, wang, zhang, zhou } from "../world.ts"

const SCHOOL = "示例县教育局"

const sheets = (w: World, month: string) => w.look(async ({ tables }) => tables.checks.where("month", month))
const duties = (w: World, act: string) =>
  w.look(async ({ tables }) => (await tables.obligations.all()).filter((row) => row.act === act))
const about = (w: World, to: number, part: string) =>
  w.said().filter((message) => message.to === to && message.text.includes(part))

/** Signs one unit as it is shown. */
const sign = async (w: World, unit: string) => {
  await w.say(wang, `/check ${unit}`)
  const [button = ""] = w.said().at(-1)?.buttons ?? []
  await w.press(wang, button)
}

describe("the monthly check", () => {
  test("opens a sheet for each account on the first working day, and the office hears of it in its digest (WB-45)", async () => {
    const w = await office(["wubu"], "2026-01-30")
    await w.turnTo("2026-02-02")
    expect(await sheets(w, "2026-02")).toHaveLength(5)
    await w.turnTo("2026-02-02", "09:30")
    const said = w.said().filter(({ text }) => text.includes("月检查"))
    expect(said.map(({ to }) => to)).toEqual([wang])
    expect(said[0]?.text).toContain(
      "🟡 月检查：示例市人民政府办公室，还剩 26 天，2月28日（周六）24:00 前\n依据 《吴堡县政务新媒体管理通知》四（三）",
    )
  })

  test.each([
    ["2026-01-30", "2026-02-28"],
    ["2026-09-28", "2026-10-30"],
  ])(
    "not held on the last working day of the month brings an alert that day, a make-up Saturday counts (WB-45)",
    async (from, last) => {
      const w = await office(["wubu"], from)
      await w.turnTo(last, "15:59")
      w.said()
      await w.turnTo(last, "16:30")
      const calls = about(w, wang, "月检查")
      expect(calls).toHaveLength(1)
      await sign(w, COUNTY)
      expect((await duties(w, "check.hold")).at(-1)).toMatchObject({ settled: null })
      await sign(w, SCHOOL)
      expect((await duties(w, "check.hold")).at(-1)).toMatchObject({ phase: "done", settled: { on: last } })
    },
  )

  test("is filled as far as the bot knows, one card for a unit; the few lines left are one press (WB-45b)", async () => {
    const w = await office(["wubu"], "2026-01-30")
    await w.turnTo("2026-02-02", "10:00")
    w.said()
    await w.say(wang, "/check")
    expect(w.only(wang).text).toBe(
      [
        "【月检查】2026年2月：2 个单位，5 个账号",
        `· ${COUNTY}（3 个账号）：✅ 没有发现问题，❓ 6 项待看`,
        `· ${SCHOOL}（2 个账号）：✅ 没有发现问题，❓ 4 项待看`,
      ].join("\n"),
    )
    await w.press(wang, SCHOOL)
    const card = w.only(wang)
    expect(card.text).toContain(
      [
        "微博“示例县教育”",
        "　❓ 留言已回复、评论未关闭",
        "　🔎 抽查 1月27日 （没有链接）",
        "　✅ 按期更新、密码按期更换、值班有人、公告保留期满、认证写明主办单位、备案等事项按期办结",
      ].join("\n"),
    )
    expect(card.text).toContain("按“按所示登记”：❓ 记为没有问题，🔎 记为能找到。")
    await w.press(wang, "按所示登记：没有问题")
    expect(w.only(wang).text).toBe("☑️ 已登记：2026年2月月检查，示例县教育局，2 个账号\n没有发现问题。")
    expect((await sheets(w, "2026-02")).filter(({ state }) => state === "closed")).toHaveLength(2)
    // Nobody but the office hears anything of a check that found nothing.
    await w.say(wang, "/check")
    w.said()
    await w.press(wang, COUNTY)
    w.said()
    await w.press(wang, "按所示登记：没有问题")
    expect(w.said().map(({ to }) => to)).toEqual([wang])
    await w.turnTo("2026-02-28", "23:00")
    expect(about(w, wang, "月检查")).toEqual([])
  })

  test("turns what is wrong into findings with a day, told to the unit once; until the last is closed the sheet is open (WB-48)", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.look(async ({ tables }) => {
      for (const account of await tables.accounts.all())
        if (account.platform === "douyin") await tables.accounts.put({ ...account, verification: "某某公司" })
    })
    await w.say(wang, `/check ${COUNTY} 2026-03-20`)
    expect(w.only(wang).text).toContain(`　❌ 认证写明主办单位：认证信息没有写明“${COUNTY}”`)
    await w.press(wang, "有出入：微博“示例县发布”")
    await w.press(wang, "❓ 评论未关闭")
    await w.press(wang, "返回")
    w.said()
    await w.press(wang, "按所示登记：2 个问题")
    const told = w.said()
    expect(told.filter(({ to }) => to === zhang)).toHaveLength(1)
    expect(told.filter(({ to }) => to === li)).toHaveLength(1)
    expect(told.find(({ to }) => to === wang)?.text).toContain("发现 2 个问题，已通知该单位整改。")
    const found = () => w.look(({ tables }) => tables.findings.all())
    expect(await found()).toMatchObject([
      { line: "open", rules: ["wubu:WB-45b"], state: "open" },
      { line: "verified", rules: ["house:H-175"], state: "open" },
    ])
    const state = async () =>
      (await sheets(w, "2026-03")).filter(({ unitId, findingIds }) => unitId !== "" && findingIds.length > 0)
    expect((await state()).map((each) => each.state)).toEqual(["findings", "findings"])
    for (const number of ["2026-1", "2026-2"]) {
      await w.say(zhang, `/rectified\n问题：${number}\n证据：https://example.org/ok\n说明：已改`)
      await w.say(wang, `/verify ${number} 核销`)
    }
    expect((await state()).map((each) => each.state)).toEqual(["closed", "closed"])
    expect(w.said().every(({ to }) => to !== group)).toBe(true)
  })

  const states = (w: World) =>
    w.look(async ({ tables }) =>
      (await tables.checks.all()).flatMap(({ findingIds, month, state }) =>
        findingIds.length > 0 ? [`${month} ${state}`] : [],
      ),
    )
  const oneProblem = async (w: World, month: string) => {
    await w.say(wang, `/check ${month} ${COUNTY} 2026-04-30`)
    await w.press(wang, "有出入：微博“示例县发布”")
    await w.press(wang, "❓ 评论未关闭")
    await w.press(wang, "返回")
  }

  test("that meets last month's problem again is closed with it", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await oneProblem(w, "2026-03")
    await w.press(wang, "按所示登记：1 个问题")
    await w.turnTo("2026-04-02", "10:00")
    await oneProblem(w, "2026-04")
    await w.press(wang, "按所示登记：4 个问题")
    for (const number of ["2026-2", "2026-3", "2026-4"]) {
      await w.say(zhang, `/rectified\n问题：${number}\n证据：https://example.org/ok\n说明：已改`)
      await w.say(wang, `/verify ${number} 核销`)
    }
    expect((await states(w)).filter((each) => each.endsWith("findings"))).toEqual([
      "2026-03 findings",
      "2026-04 findings",
    ])
    await w.say(zhang, "/rectified\n问题：2026-1\n证据：https://example.org/ok\n说明：已改")
    await w.say(wang, "/verify 2026-1 核销")
    expect((await states(w)).filter((each) => each.endsWith("closed"))).toHaveLength(4)
  })

  test("is kept open by no finding that was entered by mistake", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await oneProblem(w, "2026-03")
    await w.press(wang, "按所示登记：1 个问题")
    expect(await states(w)).toEqual(["2026-03 findings"])
    await w.say(wang, "/findings 2026-1")
    await w.press(wang, "登记错了，撤回")
    expect(await states(w)).toEqual(["2026-03 closed"])
  })

  test("is signed once, begins on its first working day, and is taken back by whoever signed it", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.say(wang, `/check ${SCHOOL}`)
    await w.press(wang, "按所示登记：没有问题")
    w.said()
    await w.say(wang, `/check ${SCHOOL}`)
    expect(w.only(wang)).toMatchObject({ buttons: ["撤回这次登记"] })
    await w.say(wang, `/check 2026-05`)
    expect(w.said().at(-1)?.text).toBe("2026年5月的检查还没有开始，2026年5月6日起可以检查。")
    await w.say(wang, `/check ${SCHOOL}`)
    await w.press(wang, "撤回这次登记")
    expect(w.said().at(-1)?.buttons).toContain("按所示登记：没有问题")
    expect((await sheets(w, "2026-03")).every(({ signed }) => signed === null)).toBe(true)
    await w.say(zhou, `/check`)
    expect((await sheets(w, "2026-03")).filter(({ kind }) => kind === "check")).toHaveLength(5)
  })

  test("taken back is still to be held, and what it had led to asks for nothing", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.say(wang, "/check")
    await w.press(wang, "没有问题的 2 个单位，一并登记")
    expect(await duties(w, "check.hold")).toMatchObject([{ phase: "done" }])
    await w.say(wang, `/check ${SCHOOL}`)
    await w.press(wang, "撤回这次登记")
    expect(await duties(w, "check.hold")).toMatchObject([{ phase: "open", settled: null }])
  })

  test("late is told to the leaders, and no group ever reads how units compare", async () => {
    const w = await office(["wubu"], "2026-03-02")
    await w.turnTo("2026-04-03", "12:00")
    const told = w.said().filter(({ text }) => text.includes("月检查"))
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(({ to }) => to === group)).toEqual([])
    // What is overdue comes before what has just begun.
    await w.say(wang, "/check")
    expect(w.only(wang).text).toContain("【月检查】2026年3月：")
    await w.say(wang, "/check", { in: group })
    await w.say(wang, "/findings", { in: group })
    const shown = w.said().filter(({ to }) => to === group)
    expect(shown.filter(({ text }) => text.includes("个账号") || text.includes("教育局"))).toEqual([])
  })
})

test("an office that gets a supervisor of its own checks from then on, and the one above no longer does", async () => {
  const w = await office(["wubu"], "2026-03-02")
  await w.say(wang, `/appoint\n单位：${COUNTY}\n人员：周静\n职责：主管单位人员`)
  const rows = await duties(w, "check.hold")
  expect(rows.map(({ phase, unitId }) => [phase, unitId])).toEqual([
    ["void", "id0000000001"],
    ["open", "id0000000002"],
  ])
  w.said()
  await w.say(zhou, "/check")
  await w.press(zhou, "没有问题的 2 个单位，一并登记")
  expect((await duties(w, "check.hold")).at(-1)).toMatchObject({ phase: "done" })
})

test("regularly means every month where the text gives no figure, under each of these rulebooks (LZ-43, JX-47, XC-33)", async () => {
  for (const book of ["longzihu", "jiangxi", "xuancheng"]) {
    const w = await office([book], "2026-03-02")
    expect((await duties(w, "check.hold")).map(({ due, phase }) => [due?.day, phase])).toEqual([
      ["2026-03-31", "open"],
    ])
    expect(await sheets(w, "2026-03")).toHaveLength(5)
  }
})

test("the check against the national table goes through the points by which it fails an account (XC-33b)", async () => {
  const w = await office(["xuancheng"], "2026-03-02")
  await w.say(wang, `/check ${SCHOOL}`)
  const { text } = w.only(wang)
  expect(text).toContain("　❓ 无安全和泄密事故、有有效互动、无商业广告、无严重表述错误、评论未关闭")
  expect(text).toContain("✅ 两周内有更新、更名等变更已报备、")
})
