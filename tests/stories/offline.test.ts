import { describe, expect, test } from "vitest"
import { ACCOUNT, approvedOffline, office, standing } from "../office.ts"
import { li, zhang, zhou } from "../world.ts"

const LINK = "https://weibo.com/1/announcement"
const down = (on: string) => `/down ${ACCOUNT}\n下线日期：${on}\n公告链接：${LINK}`

describe("going offline for a while", () => {
  test("is applied for, agreed to level by level, announced, and then the account is offline (WB-19)", async () => {
    const w = await office(["wubu"])
    w.said()
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：2026-03-10\n恢复日期：2026-03-20`)
    expect(w.said().find(({ to }) => to === zhou)?.text).toBe(
      [
        "【请您审批】张敏申请临时下线微博“示例县发布”",
        "单位：示例县人民政府办公室",
        "原因：升级改造",
        "时间：2026年3月10日至2026年3月20日",
        "⏳ 主要负责人（等待答复）",
        "· 县政府办公室",
        "· 市政府办公室",
        "· 省政府办公厅",
        "依据：《吴堡县政务新媒体管理通知》二（四）",
      ].join("\n"),
    )
    expect((await standing(w)).account.state).toBe("live")
    await w.say(zhang, down("2026-03-02"))
    expect(w.said().at(-1)?.text).toContain("没有获得同意的下线申请，不能登记")
    expect((await standing(w)).account.state).toBe("live")
  })

  test("without the link of its announcement it does not go, with it it does (WB-19b)", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-03-20", on: "2026-03-02" })
    expect(w.said().find(({ to, text }) => to === zhang && text.includes("已获得同意"))?.text).toContain(
      "微博“示例县发布”的临时下线已获得同意，计划 3月10日（周二）下线。请同时在账号上发公告，下线后发 /down 登记。批准当年有效，2026年底前没有下线就失效（本单位约定）。",
    )
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, `/down ${ACCOUNT}\n下线日期：今天`)
    expect(await w.press(zhang, "跳过")).toBe(
      "微博“示例县发布”还不能登记下线：没有下线公告的链接。下线的同时要在账号上发公告，请附上链接。\n依据：《吴堡县政务新媒体管理通知》二（四）",
    )
    expect((await standing(w)).account.state).toBe("live")
    w.said()
    await w.say(zhang, down("今天"))
    expect(w.only(zhang).text).toBe(
      [
        "⏸ 微博“示例县发布”已于3月10日（周二）下线。",
        "最晚 2026年4月9日恢复，没有延期。恢复后发 /online 登记。",
        "下线期间只暂停更新期限，密码、备案、培训照常。",
      ].join("\n"),
    )
    const { account, windows, clocks } = await standing(w)
    expect(account.state).toBe("offline")
    expect(windows).toMatchObject([{ state: "offline", start: "2026-03-10", announcement: LINK }])
    expect(clocks).toEqual([])
  })

  test("lasts 30 days at the most: reminders 7, 3 and 1 days before and on the last day, then the leader (WB-17, DV16)", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-04-09", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, down("今天"))
    const reminded: string[] = []
    const days = [
      "2026-04-01",
      "2026-04-02",
      "2026-04-03",
      "2026-04-07",
      "2026-04-08",
      "2026-04-09",
      "2026-04-10",
    ]
    for (const day of days) {
      await w.turnTo(day, "08:30")
      const leader = w.said().filter(({ to, text }) => to === li && text.includes("恢复上线：微博"))
      if (leader.length > 0) reminded.push(`${day} leader`)
      await w.turnTo(day, "12:00")
      if (w.said().some(({ text }) => text.includes("恢复上线：微博“示例县发布”")))
        reminded.push(`${day} morning`)
      await w.turnTo(day, "20:00")
      if (w.said().some(({ text }) => text.includes("恢复上线：微博“示例县发布”")))
        reminded.push(`${day} last call`)
    }
    expect(reminded).toEqual([
      "2026-04-02 morning",
      // Three days before is a holiday: the working day before it.
      "2026-04-03 morning",
      "2026-04-08 morning",
      "2026-04-09 morning",
      "2026-04-09 last call",
      "2026-04-10 leader",
      "2026-04-10 morning",
    ])
    expect((await standing(w)).duties.find(({ act }) => act === "account.return")).toMatchObject({
      phase: "escalated",
      due: { day: "2026-04-09" },
    })
  })

  test("happens once a year: a second time in 2026 is refused, in 2027 it is not (WB-16)", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-03-20", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, down("今天"))
    await w.turnTo("2026-03-15", "10:00")
    w.said()
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/back`)
    expect(w.only(zhang).text).toBe(
      [
        "✅ 微博“示例县发布”已恢复（2026年3月15日），下线 5 天。",
        "这次临时下线已经用完，剩下的天数不能再用。",
        "更新期限从恢复当天重新起算。",
      ].join("\n"),
    )
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：内容整改\n下线日期：2026-05-06\n恢复日期：2026-05-10`)
    expect(w.only(zhang).text).toBe(
      [
        "微博“示例县发布”不能再临时下线：每年不超过 1 次，已经用过：",
        "· 2026年3月10日至2026年3月15日（升级改造）",
        "依据：《吴堡县政务新媒体管理通知》二（四）",
      ].join("\n"),
    )
    expect((await standing(w)).windows).toHaveLength(1)
    await w.say(zhang, `/offline ${ACCOUNT}`)
    const asked = w.only(zhang).text
    expect(asked).toContain("每年不超过 1 次，已经用过：\n· 2026年3月10日至2026年3月15日（升级改造）")
    expect(asked).toContain("遇不可抗力或被责令下线，仍请登记")
    await w.say(zhang, "/cancel")
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：内容整改\n下线日期：2027-01-06\n恢复日期：2027-01-10`)
    expect(w.said().find(({ to }) => to === zhou)?.text).toContain(
      "【请您审批】张敏申请临时下线微博“示例县发布”",
    )
  })

  test("pauses only its updates, which are counted from the day of return (B8)", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-03-31", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, down("今天"))
    w.said()
    await w.turnTo("2026-03-30", "10:00")
    expect(
      w.heard().filter(([, text]) => text.includes("微博“示例县发布”") && text.includes("更新")),
    ).toEqual([])
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/back`)
    const { account, clocks, duties } = await standing(w)
    expect(account).toMatchObject({ state: "live", returnedOn: "2026-03-30" })
    expect(clocks).toMatchObject([{ until: "2026-04-13", count: 0 }])
    expect(duties.find(({ act }) => act === "account.return")).toMatchObject({ phase: "done" })
    expect(await w.look(({ tables }) => tables.misses.where("account", account.id))).toEqual([])
  })

  test("meanwhile nothing is posted on it, and whoever tries hears until when it is offline and what to do", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-03-20", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, down("今天"))
    w.said()
    const says = [
      "⏸ 微博“示例县发布”3月10日（周二）起临时下线，最晚 2026年4月9日恢复，下线期间不用更新，这一项现在不能办。",
      "已经恢复的，请先发 /online 登记，再办这一项。",
    ].join("\n")
    await w.say(zhang, `/post ${ACCOUNT} https://weibo.com/1/p`)
    expect(w.only(zhang).text).toContain(says)
    await w.say(zhang, "/cancel")
    w.said()
    await w.say(zhang, `/close ${ACCOUNT}`)
    expect(w.only(zhang).text).toContain(says)
    // Its papers go on.
    await w.say(zhang, `/certify ${ACCOUNT} 2026-09-30`)
    expect(w.only(zhang).text).not.toContain("临时下线")
    await w.say(zhang, "/online 抖音示例县发布")
    expect(w.only(zhang).text).toContain("账号“抖音示例县发布”现在是“正常”，不能这样办理。")
  })

  test("has no extension, and cannot be asked for while it lasts (B3)", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-03-31", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, down("今天"))
    w.said()
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：内容整改\n下线日期：2026-04-01\n恢复日期：2026-04-20`)
    expect(w.only(zhang).text).toContain("临时下线没有延期")
    expect((await standing(w)).windows).toHaveLength(1)
  })

  test("is not drawn out by a waiver either (B3, WB-17)", async () => {
    const w = await office(["wubu"])
    await approvedOffline(w, { from: "2026-03-10", until: "2026-04-09", on: "2026-03-02" })
    await w.turnTo("2026-03-10", "10:00")
    await w.say(zhang, down("今天"))
    const before = await standing(w)
    w.said()
    await w.say(li, "/waive 恢复上线 系统还没有改造好")
    expect(w.only(li).text).toBe(
      "恢复上线：微博“示例县发布”不能批准免办：4月9日（周四）是最后期限，免办就成了延期。依据：《吴堡县政务新媒体管理通知》二（四）。",
    )
    expect(await standing(w)).toEqual(before)
  })

  test("across the new year it counts in the year in which it starts, and one after another is the leader's to know (B2, DV16)", async () => {
    const w = await office(["wubu"], "2026-12-14")
    await approvedOffline(w, { from: "2026-12-20", until: "2027-01-10", on: "2026-12-14" })
    await w.turnTo("2026-12-20", "10:00")
    await w.say(zhang, down("今天"))
    expect(w.said().at(-1)?.text).toContain("最晚 2027年1月19日恢复")
    await w.turnTo("2027-01-05", "10:00")
    await w.say(zhang, `/online ${ACCOUNT}\n恢复日期：今天\n链接：https://weibo.com/1/back`)
    await approvedOffline(w, { from: "2027-01-06", until: "2027-01-20", on: "2027-01-05" })
    await w.turnTo("2027-01-06", "10:00")
    w.said()
    await w.say(zhang, down("今天"))
    expect(w.said().find(({ to }) => to === li)?.text).toBe(
      [
        "【请留意】示例县人民政府办公室的微博“示例县发布”跨年接连下线：",
        "· 2026年12月20日至2027年1月5日（升级改造），算在 2026 年",
        "· 2027年1月6日起，算在 2027 年",
        "次数没有超，但接近连续下线，请您掌握。",
      ].join("\n"),
    )
  })

  test("approved but never used it lapses with its year and is not counted (B5, H-11)", async () => {
    const w = await office(["wubu"], "2026-12-28")
    await approvedOffline(w, { from: "2026-12-30", until: "2027-01-10", on: "2026-12-28" })
    w.said()
    await w.turnTo("2027-01-04", "09:30")
    expect(w.said().find(({ text }) => text.includes("已失效"))).toMatchObject({
      to: zhang,
      text: "微博“示例县发布”的临时下线批准已失效：当年没有下线，没有计次。需要时请重新申请（本单位约定）。",
    })
    expect((await standing(w)).windows).toMatchObject([{ state: "lapsed" }])
    await w.say(zhang, down("今天"))
    expect(w.said().at(-1)?.text).toContain("没有获得同意的下线申请")
    await w.say(zhang, `/offline ${ACCOUNT}\n原因：升级改造\n下线日期：2027-01-06\n恢复日期：2027-01-10`)
    expect(w.said().some(({ to }) => to === zhou)).toBe(true)
  })
})
