import { describe, expect, test } from "vitest"
import { ACCOUNT, COUNTY, office } from "../office.ts"
import { li, type World, wang, zhang, zhou } from "../world.ts"

const FOUND = `/finding\n对象：${ACCOUNT}\n问题：首页公告已失效\n要求：按期更新\n期限：2026-04-20\n证据：https://example.org/seen`
const SHOWN = "https://example.org/done"

const found = (w: World) => w.look(async ({ tables }) => (await tables.findings.all()).at(-1))
const duties = (w: World) =>
  w.look(async ({ tables }) =>
    (await tables.obligations.all()).filter((row) => row.act === "rectification.finish"),
  )

describe("a finding", () => {
  test("is told to the unit with its day, answered with evidence, and closed by a second person (WB-48)", async () => {
    const w = await office(["wubu"], "2026-04-11")
    await w.say(wang, FOUND)
    const said = w.said()
    const line = "问题 2026-1 微博“示例县发布”：首页公告已失效"
    const until = "4月20日（周一）24:00 前，还剩 9 天"
    expect(said.find(({ to }) => to === wang)?.text).toBe(
      [
        `✅ 已登记${line}`,
        `整改期限：${until}`,
        "依据 《吴堡县政务新媒体管理通知》四（三）",
        "已通知 2 人。整改后由另一人核销。",
      ].join("\n"),
    )
    expect(said.map(({ to }) => to).sort()).toEqual([wang, zhang, li].sort())
    expect(said.find(({ to }) => to === zhang)?.text).toBe(
      [
        `【整改通知】${COUNTY}`,
        `· ${line}`,
        `　期限：${until}；依据 《吴堡县政务新媒体管理通知》四（三）`,
        "　https://example.org/seen",
        "王芳登记。整改后按下面的按钮附上链接，由另一人核销。",
      ].join("\n"),
    )
    await w.turnTo("2026-04-17", "10:00")
    expect(w.said().some(({ to, text }) => to === zhang && text.includes("整改："))).toBe(true)

    await w.press(zhang, "已整改，附链接")
    await w.say(zhang, SHOWN)
    await w.press(zhang, "跳过")
    expect(await duties(w)).toMatchObject([{ phase: "done", due: { day: "2026-04-20" } }])
    const asked = w.said().find(({ to }) => to === wang)
    expect(asked?.text).toBe(
      [
        `【待核销】${COUNTY}`,
        line,
        `整改：2026年4月17日 张敏，${SHOWN}`,
        "请核对后核销；没有改好的，退回并写明理由。",
      ].join("\n"),
    )
    await w.press(wang, "核销")
    expect(w.heard()).toEqual([
      [wang, `✅ ${line}，已由王芳核销`],
      [zhang, `✅ ${line}：王芳已核销。`],
    ])
    expect(await found(w)).toMatchObject({ state: "closed", dueAt: null })
    await w.turnTo("2026-05-09", "12:00")
    expect(w.said().filter(({ text }) => text.includes("首页公告已失效"))).toEqual([])
  })

  test("is closed by nobody who put it right, and not before it was", async () => {
    const w = await office(["wubu"], "2026-04-13")
    await w.say(wang, FOUND)
    w.said()
    await w.say(wang, `/verify 2026-1 核销`)
    expect(w.only(wang).text).toBe("问题 2026-1 微博“示例县发布”：首页公告已失效还没有回复整改，不能核销。")
    await w.say(wang, `/rectified\n问题：2026-1\n证据：${SHOWN}\n说明：已改`)
    w.said()
    await w.say(wang, `/verify 2026-1 核销`)
    expect(w.only(wang).text).toBe("整改是您本人回复的，请由另一人核销。")
    expect(await found(w)).toMatchObject({ state: "rectified", closed: null })
  })

  test("that does not do is sent back with a reason and a day of its own", async () => {
    const w = await office(["wubu"], "2026-04-13")
    await w.say(wang, FOUND)
    await w.say(zhang, `/rectified\n问题：2026-1\n证据：${SHOWN}\n说明：已改`)
    await w.press(wang, "退回")
    await w.say(wang, "链接打不开")
    await w.say(wang, "2026-04-12")
    expect(w.said().at(-1)?.text).toBe("2026年4月12日已经过了，整改期限不能早于今天。")
    expect(await found(w)).toMatchObject({ state: "rectified" })
    await w.press(wang, "退回")
    await w.say(wang, "链接打不开")
    await w.say(wang, "2026-04-16")
    expect(w.said().find(({ to }) => to === zhang)?.text).toContain("【退回整改】问题 2026-1")
    expect(await duties(w)).toMatchObject([
      { phase: "done" },
      { phase: "warned", due: { day: "2026-04-16" } },
    ])
    await w.say(zhang, `/rectified\n问题：2026-1\n证据：${SHOWN}/2\n说明：已改好`)
    await w.press(wang, "核销")
    expect(await found(w)).toMatchObject({
      state: "closed",
      round: 2,
      sentBack: [{ reason: "链接打不开", dueOn: "2026-04-20" }],
    })
  })

  test("that nobody puts right is told to the leader and to the supervising office the day after (WB-48)", async () => {
    const w = await office(["wubu"], "2026-04-13")
    await w.say(wang, FOUND)
    await w.turnTo("2026-04-20", "23:00")
    const late = () =>
      w
        .said()
        .filter(({ text }) => text.startsWith("【逾期】") && text.includes("整改："))
        .map(({ to }) => to)
    expect(late()).toEqual([])
    await w.turnTo("2026-04-21", "09:30")
    expect(late().sort()).toEqual([li, wang].sort())
  })

  test("reminds whoever has to close it, once", async () => {
    const w = await office(["wubu"], "2026-04-13")
    await w.say(wang, FOUND)
    await w.say(zhang, `/rectified\n问题：2026-1\n证据：${SHOWN}\n说明：已改`)
    w.said()
    await w.turnTo("2026-04-30", "12:00")
    expect(w.heard().filter(([, text]) => text.startsWith("【提醒】还有一项整改等您核销"))).toHaveLength(1)
  })

  test("holds under no regulation too, and says that the day is a house rule", async () => {
    const w = await office([], "2026-04-13")
    await w.say(wang, FOUND)
    expect(w.said().find(({ to }) => to === wang)?.text).toContain("依据 本单位约定")
    await w.say(zhang, "/due")
    expect(w.only(zhang).text).toContain("整改：微博“示例县发布”（首页公告已失效）")
  })

  test("entered by mistake is withdrawn within a day by whoever entered it, and asks for nothing", async () => {
    const w = await office(["wubu"], "2026-04-13")
    await w.say(wang, FOUND)
    await w.press(wang, "登记错了，撤回")
    expect(
      w
        .said()
        .filter(({ text }) => text.includes("已由王芳撤回"))
        .map(({ to }) => to)
        .sort(),
    ).toEqual([wang, zhang, li].sort())
    expect(await duties(w)).toMatchObject([{ phase: "void" }])
    await w.say(zhang, `/rectified\n问题：2026-1\n证据：${SHOWN}`)
    expect(w.only(zhang).text).toContain("不用再回复整改")
  })

  test("has no day that has passed, and comes from nobody without the right", async () => {
    const w = await office(["wubu"], "2026-04-13")
    await w.say(wang, FOUND.replace("2026-04-20", "2026-04-12"))
    expect(w.only(wang).text).toBe("2026年4月12日已经过了，整改期限不能早于今天。")
    await w.say(li, FOUND)
    expect(w.only(li).text).toContain("登记问题")
    expect(await found(w)).toBeUndefined()
  })
})

test("a slow account is ordered to be put right by a day; unanswered, the supervising unit hears of it the day after (WB-34)", async () => {
  const w = await office(["wubu"], "2026-04-07")
  await w.say(wang, `/order ${ACCOUNT}\n期限：2026-04-16`)
  expect(w.said().find(({ to }) => to === zhang)?.text).toContain(
    "· 限期整改 2026-1 微博“示例县发布”：更新不及时\n　期限：4月16日（周四）24:00 前，还剩 9 天；依据 《吴堡县政务新媒体管理通知》三（一）",
  )
  await w.say(wang, `/order ${ACCOUNT}\n期限：2026-04-17`)
  expect(w.only(wang).text).toBe("限期整改 2026-1 微博“示例县发布”：更新不及时还没有办结，不用再下一次。")
  await w.say(zhang, "/due")
  expect(w.only(zhang).text).toContain(
    "整改：微博“示例县发布”（更新不及时），还剩 9 天，4月16日（周四）24:00 前",
  )
  await w.turnTo("2026-04-16", "23:59")
  const late = () =>
    w.said().filter(({ to, text }) => to === wang && text.startsWith("【逾期】") && text.includes("整改："))
  expect(late()).toEqual([])
  await w.turnTo("2026-04-17", "10:00")
  expect(late()).toHaveLength(1)
})

test("the list names what is still open, soonest first, and only for those who may see the unit", async () => {
  const w = await office(["wubu"], "2026-04-13")
  await w.say(wang, FOUND)
  await w.say(wang, "/finding\n对象：示例县教育局\n问题：没有值班电话\n要求：其他\n期限：2026-04-15")
  await w.press(wang, "跳过")
  w.said()
  await w.say(wang, "/findings")
  expect(w.only(wang).text).toBe(
    [
      "【整改台账】",
      "🟡 问题 2026-2 示例县教育局：没有值班电话（4月15日（周三）24:00 前，还剩 2 天）　示例县教育局",
      `🟡 问题 2026-1 微博“示例县发布”：首页公告已失效（4月20日（周一）24:00 前，还剩 7 天）　${COUNTY}`,
    ].join("\n"),
  )
  await w.say(zhou, "/findings")
  await w.press(zhou, "2026-1 首页公告已失效")
  expect(w.said().at(-1)?.text).toContain("待整改：问题 2026-1")
})
