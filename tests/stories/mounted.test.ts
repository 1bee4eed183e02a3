import { describe, expect, test } from "vitest"
import type { Host } from "../../bot/messengers/telegram-host.ts"
import { group, type World, world, zhang, zhao } from "../world.ts"

/** Zhishou beside a bot that was there before; what that one is given. */
const mounted = async (): Promise<{ readonly w: World; readonly host: () => readonly string[] }> => {
  const given: string[] = []
  const host: Host = {
    commands: [{ command: "weather", description: "天气" }],
    updates: [],
    meet: () => undefined,
    hear: ({ message, callback_query: press }) => {
      given.push(message?.text ?? message?.document?.file_name ?? press?.data ?? "")
      return Promise.resolve()
    },
  }
  const w = await world({ given: { host } })
  w.said()
  return { w, host: () => given.splice(0) }
}

describe("beside another bot", () => {
  test("each answers what is its own, and nothing is answered twice", async () => {
    const { w, host } = await mounted()
    await w.say(zhang, "/weather")
    await w.say(zhang, "/nothing")
    await w.say(zhang, "你们几点下班")
    w.silence()
    expect(host()).toEqual(["/weather", "/nothing", "你们几点下班"])
    await w.say(zhang, "/me")
    expect(w.only(zhang).text).toContain("张敏")
    expect(host()).toEqual([])
  })

  test("a question of ours gets its answer, and whoever is none of ours stays with the other", async () => {
    const { w, host } = await mounted()
    await w.say(zhang, "/post")
    expect(w.only(zhang).buttons).not.toEqual([])
    await w.say(zhang, "不知道的账号")
    expect(w.only(zhang).to).toBe(zhang)
    expect(host()).toEqual([])
    await w.say(zhao, "你好")
    w.silence()
    expect(host()).toEqual(["你好"])
    await w.say(zhao, "/post")
    expect(w.only(zhao).to).toBe(zhao)
  })

  test("talk in the group is the other's to hear, a command of ours is not", async () => {
    const { w, host } = await mounted()
    w.playground.setPrivacy(false)
    await w.say(zhang, "大家下午好", { in: group })
    w.silence()
    expect(host()).toEqual(["大家下午好"])
    await w.say(zhang, "/onduty", { in: group })
    expect(w.said()).toHaveLength(1)
    expect(host()).toEqual([])
  })

  test("a button is ours by what it says, or by the card it hangs on", async () => {
    const { w, host } = await mounted()
    const { token, apiRoot } = w.playground
    const keyboard = [
      [
        { text: "帮助", callback_data: "help" },
        { text: "预订", callback_data: "book 3" },
      ],
    ]
    await fetch(`${apiRoot}/bot${token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: zhang, text: "食堂", reply_markup: { inline_keyboard: keyboard } }),
    })
    w.said()
    await w.press(zhang, "帮助")
    await w.press(zhang, "预订")
    w.silence()
    expect(host()).toEqual(["help", "book 3"])
    await w.say(zhang, "/help")
    w.said()
    await w.press(zhang, "🚨 紧急情况")
    expect(w.said()).not.toEqual([])
    expect(host()).toEqual([])
  })

  test("a file that is no table, and a password, are not mixed up: the one is the other's, the other nobody's", async () => {
    const { w, host } = await mounted()
    await w.send(zhang, "菜单.pdf", Buffer.from("%PDF-1.4"))
    w.silence()
    expect(host()).toEqual(["菜单.pdf"])
    await w.say(zhang, "密码是 Abc12345!")
    expect(w.only(zhang).text).toContain("密码")
    expect(host()).toEqual([])
  })
})
