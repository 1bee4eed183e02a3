import { describe, expect, test } from "vitest"
import { dayOf } from "../../rules/time.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"
import { under as bind } from "../books.ts"

const COUNTY = "示例县人民政府办公室"

/** The county under one of the regulations that are shipped. */
const under = async (...ids: readonly string[]): Promise<World> => {
  const w = await world()
  await bind(w, COUNTY, ...ids)
  return w
}

const rowsOf = (w: World, name = "示例县发布") =>
  w.look(async ({ tables }) => {
    const accounts = await tables.accounts.all()
    return (await tables.obligations.all())
      .filter(({ act }) => act === "password.change")
      .map(({ accountId, phase, since, due, settled, rules }) => {
        const account = accounts.find(({ id }) => id === accountId)
        return {
          platform: account?.platform,
          name: account?.name,
          phase,
          since,
          due: due?.day,
          settled,
          rules,
        }
      })
      .filter((row) => row.name === name && row.platform === "weibo")
  })

/** 张敏 says that the password of the Weibo account was changed. */
const attest = async (
  w: World,
  day: string,
  length: string,
  kinds = "字母和数字都有",
  reason = "定期更换",
) => {
  await w.say(zhang, `/password 微博示例县发布 ${day}`)
  await w.press(zhang, length)
  if (length !== "9") await w.press(zhang, kinds)
  await w.press(zhang, reason)
}

describe("a changed password", () => {
  test("is attested by buttons; too short or too plain is refused by its article (LZ-36) (LZ-36b)", async () => {
    const w = await under("longzihu")
    await w.say(zhang, "/password")
    w.said()
    await w.press(zhang, "微博“示例县发布”")
    await w.press(zhang, "今天")
    expect(w.said().at(-1)).toMatchObject({
      text: "【登记换密码】微博“示例县发布”\n新密码有多少位？请点选或写数字，请勿发送密码本身。",
      buttons: ["10位", "12位", "16位", "20位以上", "取消"],
    })
    await w.say(zhang, "9位")
    expect(w.only(zhang).text).toBe(
      "9位太短，应不少于10位，请换一个更长的再登记（《龙子湖区政务新媒体管理暂行办法》第十九条）。\n【登记换密码】微博“示例县发布”\n新密码有多少位？请点选或写数字，请勿发送密码本身。",
    )
    await w.press(zhang, "12位")
    w.said()
    await w.press(zhang, "只有数字")
    expect(w.only(zhang).text).toContain(
      "应当既有字母又有数字，请换好再登记（《龙子湖区政务新媒体管理暂行办法》第十九条）。",
    )
    await w.press(zhang, "字母和数字都有")
    w.said()
    await w.press(zhang, "定期更换")
    expect(w.only(zhang).text).toBe(
      [
        "✅ 已登记：微博“示例县发布”，3月2日（周一）更换",
        "12位，字母和数字都有；原因：定期更换",
        "下次不晚于 2026年5月31日。",
      ].join("\n"),
    )
  })

  test("is due again 90 days later, with reminders 14, 7 and 1 days before, and the leader after 3 (LZ-38)", async () => {
    const w = await under("longzihu")
    await attest(w, "2026-01-15", "12位")
    // The seeded change of ten days ago is the later one; the clock goes on from that.
    expect(await rowsOf(w)).toMatchObject([{ phase: "open", since: "2026-02-20", due: "2026-05-21" }])
    w.said()
    await w.turnTo("2026-05-07", "09:01")
    const reminded = () => w.heard().filter(([, text]) => text.includes("更换密码：微博“示例县发布”"))
    expect(reminded().map(([to]) => to)).toEqual([zhang])
    await w.turnTo("2026-05-13", "18:00")
    expect(reminded()).toEqual([])
    await w.turnTo("2026-05-14", "18:00")
    expect(reminded().map(([to]) => to)).toEqual([zhang])
    await w.turnTo("2026-05-19", "18:00")
    expect(reminded()).toEqual([])
    await w.turnTo("2026-05-21", "23:00")
    // The day before, and the last call of the day itself.
    expect(reminded().map(([to]) => to)).toEqual([zhang, zhang, zhang])
    await w.turnTo("2026-05-23", "23:00")
    expect(reminded().map(([to]) => to)).toEqual([zhang])
    await w.turnTo("2026-05-25", "12:00")
    expect(reminded().map(([to]) => to)).toContain(li)
  })

  test("counts from the day on which it was changed: 15 January leads to 15 April (LZ-38)", async () => {
    const w = await world()
    await w.look(async ({ tables }) => {
      for (const each of await tables.attestations.all()) await tables.attestations.remove(each.id)
    })
    await bind(w, COUNTY, "longzihu")
    await attest(w, "2026-01-15", "12位")
    expect(await rowsOf(w)).toMatchObject([
      { phase: "done", settled: { on: "2026-01-15" } },
      { phase: "open", since: "2026-01-15", due: "2026-04-15" },
    ])
    const [row] = (await w.look(({ tables }) => tables.obligations.all())).filter(
      ({ since, act }) => since === "2026-01-15" && act === "password.change",
    )
    expect(row?.warnOn).toEqual(["2026-04-01", "2026-04-08", "2026-04-14", "2026-04-15"])
    expect(row?.late.map(({ at, tell }) => [dayOf(at), tell])).toEqual([["2026-04-18", "leader"]])
  })

  test("is a rule of our own where the text gives no figure (JX-43)", async () => {
    const w = await under("jiangxi")
    await w.say(zhang, "/password 微博示例县发布 今天")
    w.said()
    await w.say(zhang, "9")
    expect(w.only(zhang).text).toContain("9位太短，应不少于10位，请换一个更长的再登记（本单位约定）。")
    expect(await rowsOf(w)).toMatchObject([
      { phase: "open", rules: expect.arrayContaining(["jiangxi:JX-43", "house:H-26"]) as unknown },
    ])
  })

  test("is only for its custodian to attest", async () => {
    const w = await under("longzihu")
    w.said()
    await w.say(li, "/password 微博示例县发布 今天 12 both 定期更换")
    expect(w.only(li).text).toContain("微博“示例县发布”的密码由张敏保管，请张敏本人登记。")
  })

  test("on a platform without one, who may log in is checked instead", async () => {
    const w = await under("longzihu")
    await w.say(zhang, "/password 微信订阅号示例县发布 今天")
    expect(w.only(zhang)).toMatchObject({
      text: "【登记换密码】微信订阅号“示例县发布”\n这个平台由管理员登录，没有密码。管理员绑定、手机号和邮箱都核对过了吗？",
      buttons: ["都核对了", "还没有", "取消"],
    })
    await w.press(zhang, "还没有")
    expect(w.only(zhang).text).toContain("请先核对管理员绑定、手机号和邮箱，都没问题再登记。")
    await w.press(zhang, "都核对了")
    await w.press(zhang, "首次登记")
    expect(w.said().at(-1)?.text).toContain("已核对管理员绑定、手机号和邮箱；原因：首次登记")
  })

  test("shows on the page of its account; an account without a custodian stands red", async () => {
    const w = await under("longzihu")
    await attest(w, "今天", "12位")
    w.said()
    await w.say(zhang, "/account 微博示例县发布")
    expect(w.only(zhang).text).toContain(
      "密码：3月2日（周一）更换，12位，字母和数字都有；不晚于 2026年5月31日再换",
    )
    await w.say(zhang, "/account 抖音示例县发布")
    expect(w.only(zhang).text).toContain("密码保管人：🔴 无密码保管人，请用 /edit 指定专人")
  })

  test("has its custodians on record, from when to when", async () => {
    const w = await under("longzihu")
    await w.turnTo("2026-03-05", "10:00")
    await w.say(wang, "/edit 微博示例县发布 密码保管人")
    await w.press(wang, "李国强")
    const kept = await w.look(async ({ tables }) => {
      const account = (await tables.accounts.where("name", "示例县发布")).find(
        ({ platform }) => platform === "weibo",
      )
      return tables.custodies.where("account", account?.id ?? "")
    })
    expect(kept.map(({ name, until }) => [name, until === null]).sort()).toEqual([
      ["张敏", false],
      ["李国强", true],
    ])
  })

  test("typed instead of its length is taken away, however plain it is", async () => {
    const w = await under("longzihu")
    w.playground.promote({ by: wang, chat: group, admin: true })
    await w.say(zhang, "/password 微博示例县发布 今天")
    w.said()
    await w.say(zhang, "abc12345")
    const said = w.heard().map(([, text]) => text)
    expect(said.join("\n")).toContain("像是密码，已经删除，没有保存。")
    const rows = await w.look(async ({ tables }) =>
      JSON.stringify([
        await tables.dialogs.all(),
        await tables.outbox.all(),
        await tables.attestations.all(),
      ]),
    )
    expect(rows).not.toContain("abc12345")
    await w.press(zhang, "12位")
    await w.press(zhang, "字母和数字都有")
    await w.press(zhang, "定期更换")
    expect(w.said().at(-1)?.text).toContain("✅ 已登记")
  })
})
