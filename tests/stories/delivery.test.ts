import { describe, expect, test } from "vitest"
import { minutes, seconds } from "../../rules/time.ts"
import { post } from "../../services/outbox.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"

const tell = (
  w: World,
  chat: number,
  text: string,
  lane: "notice" | "emergency" = "notice",
): Promise<unknown> =>
  w.look((turn) => post(turn, { to: { kind: "chat", id: String(chat) }, lane, body: { text } }))

const after = (w: World, duration: number): Promise<void> =>
  w.playground.turn(w.playground.clock.now() + duration)

describe("Telegram out of reach", () => {
  test("for a minute delays a notice, and loses none", async () => {
    const w = await world()
    w.playground.unreachable(minutes(1))
    for (const text of ["甲快到期了", "乙快到期了", "丙快到期了"]) await tell(w, zhang, text)
    await w.playground.settled()
    w.silence()
    await after(w, minutes(2))
    const heard = w.heard().map(([, text]) => text)
    for (const text of ["甲", "乙", "丙"]) expect(heard.filter((one) => one.includes(text))).toHaveLength(1)
  })

  test("does not hear a question, and answers it once it is heard", async () => {
    const w = await world()
    w.playground.unreachable(minutes(1))
    w.playground.say({ who: zhang, text: "/today" })
    await after(w, minutes(2))
    expect(w.heard()).toHaveLength(1)
  })

  test("behind a gateway that fails: said again, and marked, for it may have come through", async () => {
    const w = await world()
    w.playground.fault({ kind: "badGateway", times: 1, methods: ["sendMessage"] })
    await tell(w, zhang, "甲快到期了")
    await after(w, seconds(10))
    expect(w.heard()).toEqual([[zhang, "（可能重复）\n甲快到期了"]])
  })
})

test("told to wait, everything waits as long, and then all is said", async () => {
  const w = await world()
  w.playground.fault({ kind: "tooMany", times: 1, retryAfter: 30, methods: ["sendMessage"] })
  await tell(w, zhang, "甲快到期了")
  await w.playground.settled()
  await tell(w, li, "账号被盗", "emergency")
  await after(w, seconds(29))
  w.silence()
  await after(w, seconds(1))
  expect(w.heard()).toEqual([
    [li, "账号被盗"],
    [zhang, "甲快到期了"],
  ])
})

test("an answer that was lost is said once more, and says so", async () => {
  const w = await world()
  w.playground.fault({ kind: "lostAnswer", times: 1, methods: ["sendMessage"] })
  await w.say(zhang, "/cancel")
  await after(w, seconds(10))
  const [first, second, ...more] = w.heard().map(([, text]) => text)
  expect(more).toEqual([])
  expect(second).toBe(`（可能重复）\n${first ?? ""}`)
})

test("a text longer than a message comes in parts, whole", async () => {
  const w = await world()
  const lines = Array.from({ length: 300 }, (_, index) => `第 ${index + 1} 个账号：${"字".repeat(20)}`)
  await tell(w, zhang, lines.join("\n"))
  await after(w, seconds(5))
  const heard = w.heard().map(([, text]) => text)
  expect(heard.length).toBeGreaterThan(1)
  expect(heard.join("\n")).toBe(lines.join("\n"))
})

test("a hundred notices at once are a few messages, within Telegram's limits", async () => {
  const w = await world({ limits: {}, playground: { limits: {} } })
  for (let number = 1; number <= 100; number++) await tell(w, group, `第 ${number} 号账号快到期了。`)
  await after(w, minutes(2))
  const heard = w.heard().map(([, text]) => text)
  expect(heard.length).toBeLessThanOrEqual(20)
  expect(heard.join("\n\n").match(/第 \d+ 号/g)).toHaveLength(100)
  expect(w.playground.counts().tooMany).toBe(0)
})

test("an emergency leaves at once, however much the group has heard this minute", async () => {
  const w = await world({ limits: {}, playground: { limits: {} } })
  const buttons = [[{ label: "知道了", press: "ok" }]]
  for (let number = 1; number <= 40; number++) {
    await w.look((turn) =>
      post(turn, {
        to: { kind: "chat", id: String(group) },
        lane: "notice",
        body: { text: `通知 ${number}`, buttons },
      }),
    )
  }
  await w.playground.settled()
  const before = w.heard().length
  await tell(w, group, "账号被盗", "emergency")
  await w.playground.settled()
  expect(before).toBe(16)
  expect(w.heard()).toEqual([[group, "账号被盗"]])
  expect(w.playground.counts().tooMany).toBe(0)
})

describe("somebody who blocked the bot", () => {
  test("is spoken to in the group, by name; once they are back, in private again", async () => {
    const w = await world()
    const person = await w.look(async ({ tables }) => (await tables.persons.where("chat", String(zhang)))[0])
    const notify = (text: string) =>
      w.look((turn) =>
        post(turn, { to: { kind: "person", id: person?.id ?? "" }, lane: "notice", body: { text } }),
      )
    w.playground.block(zhang)
    await notify("甲快到期了")
    await w.playground.settled()
    expect(w.heard()).toEqual([[group, "张敏，您收不到我的私聊，先在群里说：\n\n甲快到期了"]])
    w.playground.unblock(zhang)
    await w.playground.settled()
    await notify("乙快到期了")
    await w.playground.settled()
    expect(w.heard()).toEqual([[zhang, "乙快到期了"]])
  })

  test("in an office without a group is told of to the supervising officer, once", async () => {
    const w = await world()
    const person = await w.look(async ({ tables }) => {
      await tables.chats.remove(String(group))
      return (await tables.persons.where("chat", String(zhang)))[0]
    })
    w.playground.block(zhang)
    await w.playground.settled()
    for (const text of ["甲快到期了", "乙快到期了"]) {
      await w.look((turn) =>
        post(turn, { to: { kind: "person", id: person?.id ?? "" }, lane: "notice", body: { text } }),
      )
      await w.playground.settled()
    }
    expect(w.only(wang).text).toBe(
      "示例县人民政府办公室的张敏收不到我的私聊，单位也没有可用的群，消息送不到本人。请提醒本人打开与我的对话，点一下「开始」。",
    )
  })
})

test("a press is answered at once, even while nothing can be sent", async () => {
  const w = await world()
  await w.say(zhang, "/post")
  w.playground.fault({ kind: "tooMany", times: 1, retryAfter: 60, methods: ["sendMessage"] })
  await tell(w, li, "先撞上限")
  await w.playground.settled()
  const card = w.playground
    .transcript({ chat: zhang, as: zhang })
    .findLast(({ buttons }) => buttons.length > 0)
  const [first] = card?.buttons.flat() ?? []
  const answer = await w.playground.press({
    who: zhang,
    chat: zhang,
    message: card?.id ?? 0,
    button: first?.label ?? "",
  })
  expect(answer.answered).toBe(true)
})
