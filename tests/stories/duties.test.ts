import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { bind } from "../books.ts"
import { group, li, world, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

const BOOK = `
id: county
title: 示例县政务新媒体管理办法
issuer: 示例县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第六条, kind: deadline, starts: account.opened, do: filing.open, within: 5 working days, to: 县政府办公室, warn: [2 days], says: 开通后5个工作日内备案 }
`

/** An account of the school that opened on a day, registered by 张敏. */
const registered = async (openedOn: string) => {
  const w = await world()
  await bind(w, SCHOOL, BOOK)
  await w.say(
    zhang,
    `/register ${SCHOOL} 抖音 示例县教育\n开通日期：${openedOn}\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏`,
  )
  for (const answer of ["跳过", "跳过", "跳过", "跳过"]) await w.press(zhang, answer)
  return w
}

const NAMED = "开设备案（报县政府办公室）：抖音“示例县教育”"
const BY = "依据 《示例县政务新媒体管理办法》第六条"

describe("a dated duty", () => {
  test("begins when an account opens, is brought up in time, and is done with its receipt", async () => {
    const w = await registered("2026-03-02")
    w.said()
    await w.say(zhang, "/due")
    expect(w.only(zhang).text).toBe(
      [
        "【有期限的事项】全部所辖",
        `🟢 ${NAMED}，还剩 7 天，3月9日（周一）24:00 前`,
        "🟢 更换密码：微信订阅号“示例县教育”，还剩 80 天，5月21日（周四）24:00 前",
        "🟢 更换密码：微博“示例县教育”，还剩 80 天，5月21日（周四）24:00 前",
        "🟢 更换密码：抖音“示例县教育”，还剩 90 天，5月31日（周日）24:00 前",
        BY,
        "依据 本单位约定",
      ].join("\n"),
    )
    await w.turnTo("2026-03-06", "08:59")
    w.silence()
    await w.turnTo("2026-03-06", "09:01")
    expect(w.only(group)).toMatchObject({
      text: ["【每日提醒】3月6日（周五）", `🟡 ${NAMED}，还剩 3 天，3月9日（周一）24:00 前`, BY].join("\n"),
      buttons: ["办结 开设备案 示例县教育", "查看依据"],
    })
    await w.press(zhang, "办结 开设备案 示例县教育", { in: group })
    expect(w.only(group)).toMatchObject({
      text: `【办结一项】${NAMED}\n哪天办的？`,
      buttons: ["今天", "昨天", "取消"],
    })
    await w.press(zhang, "昨天", { in: group })
    const asked = w.said().at(-1)?.id ?? 0
    await w.say(zhang, "备2026-0305", { in: group, replyTo: asked })
    expect(w.only(group).text).toBe(
      [`✅ ${NAMED}，已按时办结`, "办理日期：2026年3月5日；凭据：备2026-0305", BY].join("\n"),
    )
    await w.turnTo("2026-03-10", "18:00")
    expect(w.heard().filter(([, text]) => text.includes("备案"))).toEqual([])
  })

  test("that is near stands in /today too", async () => {
    const w = await registered("2026-03-02")
    await w.say(zhang, "/today")
    expect(w.said().at(-1)?.text).not.toContain("备案")
    await w.turnTo("2026-03-06", "10:00")
    w.said()
    await w.say(zhang, "/today")
    expect(w.only(zhang)).toMatchObject({
      text: expect.stringContaining(`\n🟡 ${NAMED}，还剩 3 天，3月9日（周一）24:00 前\n${BY}`) as string,
      buttons: ["办结 开设备案 示例县教育", "查看依据"],
    })
  })

  test("that nobody does has its last call, and then the leader hears of it once", async () => {
    const w = await registered("2026-03-02")
    await w.turnTo("2026-03-09", "15:59")
    w.said()
    await w.turnTo("2026-03-09", "16:01")
    expect(w.only(group).text).toBe(
      [
        "【最后提醒】3月9日（周一）",
        `🟠 ${NAMED}，今天到期，3月9日（周一）24:00 前`,
        "受理单位可能提早下班，请尽早报送。",
        BY,
      ].join("\n"),
    )
    await w.turnTo("2026-03-10", "08:59")
    expect(w.only(li).text).toBe(
      [
        `【逾期】${SCHOOL}：${NAMED}`,
        "3月9日（周一）到期，至今没有办结。",
        `${BY.replace(" ", "：")}。请督促办理；此事只通知您一次。`,
      ].join("\n"),
    )
    await w.turnTo("2026-03-10", "09:01")
    expect(w.only(group).text).toContain(`🔴 ${NAMED}，3月9日（周一）到期，已逾期 1 天`)
    await w.turnTo("2026-03-11", "18:00")
    expect(w.heard().filter(([, text]) => text.includes("备案"))).toEqual([])
    await w.say(zhang, "/done 开设备案 今天 备2026-0311")
    expect(w.only(zhang).text).toContain("已逾期办结")
  })

  test("that is entered late is overdue at once: told now, and no reminder comes afterwards", async () => {
    const w = await registered("2025-12-01")
    const told = w.said().filter(({ text }) => text.includes("逾期"))
    expect(told.map(({ to, text }) => [to, text])).toEqual([
      [
        group,
        [
          `【补录时已逾期】${NAMED}`,
          "按规定应在2025年12月8日前办结。请尽快办理，办好后发 /done 登记。",
          BY.replace(" ", "："),
        ].join("\n"),
      ],
    ])
    await w.turnTo("2026-03-03", "20:00")
    w.silence()
    await w.turnTo("2026-03-04", "08:30")
    expect(w.only(li).text).toContain(`【逾期】${SCHOOL}：${NAMED}`)
  })

  test("is found by /why whoever is reminded of it: by a part of its name, or on the account's own page", async () => {
    const w = await registered("2026-03-02")
    w.said()
    await w.say(zhang, "/why 开设备案")
    const explained = w.only(zhang).text
    expect(explained).toContain(`🟢 ${NAMED}（${SCHOOL}）`)
    await w.say(zhang, "/why 抖音示例县教育")
    expect(w.only(zhang).buttons).toContain(NAMED)
    await w.press(zhang, NAMED)
    expect(w.only(zhang).text).toBe(explained)
    await w.say(zhang, "/why 没有的事")
    expect(w.only(zhang).text).toContain("没有找到账号“没有的事”。")
  })

  test("is explained by /why: article, start and what became of it", async () => {
    const w = await registered("2026-03-02")
    await w.turnTo("2026-03-09", "17:00")
    await w.say(zhang, "/due")
    w.said()
    await w.press(zhang, "查看依据")
    expect(w.only(zhang).text).toBe(
      [
        `🟠 ${NAMED}（${SCHOOL}）`,
        "现在：今天到期，3月9日（周一）24:00 前",
        "从 2026年3月2日 起算，当日不计。",
        "3月2日＋5个工作日＝3月9日（周一）；工作日：3月3日、3月4日、3月5日、3月6日、3月9日。",
        BY,
        "　开通后5个工作日内备案",
        "登记于 2026年3月2日。",
        "经过：",
        "· 3月2日（周一）10:00 待办（张敏）",
        "· 3月6日（周五）00:00 临近",
        "· 3月9日（周一）00:00 今天到期",
      ].join("\n"),
    )
  })

  test("whose last day is one of rest does not move: it is called on the working day before (decision A5)", async () => {
    const w = await world({ at: instantOf("2026-04-27", "10:00") })
    await bind(w, SCHOOL, BOOK.replace("within: 5 working days", "within: 7 days"))
    await w.say(
      zhang,
      `/register ${SCHOOL} 抖音 示例县教育\n开通日期：2026-04-27\n主账号：否\n运营方式：本单位人员\n密码保管人：张敏`,
    )
    for (const answer of ["跳过", "跳过", "跳过", "跳过"]) await w.press(zhang, answer)
    await w.turnTo("2026-04-30", "15:59")
    w.said()
    await w.turnTo("2026-04-30", "16:01")
    expect(w.only(group).text).toBe(
      [
        "【最后提醒】4月30日（周四）",
        `🟡 ${NAMED}，还剩 4 天，5月4日（周一）24:00 前`,
        "到期前只剩休息日，期限不顺延，请在今天办好。",
        BY,
      ].join("\n"),
    )
    await w.press(zhang, "查看依据", { in: group })
    expect(w.only(group).text).toContain("\n到期日是休息日，期限不顺延，最好在 4月30日（周四）前办好。\n")
    await w.turnTo("2026-05-06", "08:01")
    expect(w.only(li).text).toContain("5月4日（周一）到期，至今没有办结。")
  })

  test("refuses what cannot be, and nothing changes", async () => {
    const w = await registered("2026-03-02")
    w.said()
    await w.say(zhang, "/done 开设备案 2026-03-05 备1")
    expect(w.only(zhang).text).toContain("2026年3月5日还没有到，办理日期不能晚于今天。")
    await w.say(zhang, "/cancel")
    w.said()
    await w.say(zhang, "/done 开设备案 2026-03-01 备1")
    expect(w.only(zhang).text).toBe(
      `2026年3月1日早于这件事的起算日 2026年3月2日，请核对日期。\n【办结一项】${NAMED}\n哪天办的？`,
    )
    await w.say(zhang, "/waive 开设备案 不想办")
    expect(w.only(zhang).text).toContain("批准免办")
    const rows = await w.look(({ tables }) => tables.obligations.all())
    expect(rows.filter(({ act }) => act === "filing.open")).toMatchObject([{ phase: "open" }])
  })

  test("is let go by the leader in charge, with the reason", async () => {
    const w = await registered("2026-03-02")
    w.said()
    await w.say(li, "/waive 开设备案 账号由市里统一备案")
    expect(w.only(li).text).toBe(`➖ ${NAMED}，已由李国强批准免办。理由：账号由市里统一备案`)
    await w.turnTo("2026-03-12", "12:00")
    expect(w.heard().filter(([, text]) => text.includes("备案"))).toEqual([])
  })

  test("is done once: whoever comes second is told who was first", async () => {
    const w = await registered("2026-03-02")
    await w.say(zhang, "/due")
    await w.say(zhang, "/due", { in: group })
    const card = w.said().at(-1)
    await w.say(zhang, "/done 开设备案 今天 备1")
    w.said()
    await w.press(zhang, "办结 开设备案 示例县教育", { in: group, message: card?.id ?? 0 })
    const [said = ""] = w.only(group).text.split("\n")
    expect(said).toBe("这一项张敏已经处理过了：按时办结（3月2日（周一）），不用再办。")
  })
})
