import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { openLog } from "../../bot/log.ts"
import { minutes } from "../../rules/time.ts"
import { post } from "../../services/outbox.ts"
import { emergency, latest } from "../emergency.ts"
import { group, li, wang, type World, world, zhang, zhao } from "../world.ts"

const TAKE = "我来处理"

const cardOf = (w: World, chat: number) => {
  const card = w.playground.transcript({ chat }).findLast(({ text }) => text.startsWith("🚨"))
  if (!card) throw new Error("no card")
  return card
}

const after = (w: World, duration: number): Promise<void> =>
  w.playground.turn(w.playground.clock.now() + duration)

test("a press always stops spinning: of a stranger, pressed twice, on what is over, on what is gone, on a fault of ours", async () => {
  const w = await world({ given: { log: openLog({ level: "silent", secrets: [] }) } })
  await w.say(zhang, "/sos 说不清 拿不准")
  const { id: message } = cardOf(w, group)
  const press = (who: number, button = TAKE) => w.playground.press({ who, chat: group, message, button })
  w.playground.repeatUpdates(1)
  const presses = [press(zhao), press(zhang), press(zhang)]
  w.playground.say({ who: zhang, text: "/resolved 2026-1 误报" })
  presses.push(press(wang), press(li, "需要增援"))
  const shown = await Promise.all(presses)
  expect(shown.map(({ answered }) => answered)).toEqual(shown.map(() => true))
  await w.playground.settled()
  await w.look(async (turn) => {
    const [it] = await turn.tables.incidents.all()
    if (it) await turn.tables.incidents.put({ ...it, id: "broken00", unitId: "nowhere" })
    const buttons = [
      { label: "早没了", press: "gone id=1" },
      { label: "坏了", press: "incident case=broken00 do=take" },
    ]
    await post(turn, {
      to: { kind: "chat", id: String(zhang) },
      lane: "notice",
      body: { text: "旧卡片", buttons: [buttons] },
    })
  })
  await w.playground.settled()
  expect(await w.press(zhang, "早没了")).toBe("这个按钮已经失效，请重新发送指令。")
  expect(await w.press(zhang, "坏了")).toMatch(/^出了点问题，什么都没有改动。/)
})

test("a group that becomes a supergroup in the middle of an emergency has its card again, once, and it can be pressed", async () => {
  const w = await emergency()
  await w.say(li, "/sos 有害或错敏信息 微博示例县发布")
  w.said()
  const grown = w.playground.migrate({ who: wang, chat: group })
  await w.playground.settled()
  expect(w.only(grown)).toMatchObject({ buttons: [TAKE, "不是我的事", "需要增援"] })
  // The next round rings with a card of its own, and the one before is not touched any more.
  await w.turnTo("2026-03-02", "11:10")
  const cards = w.said().filter(({ to, text }) => to === grown && text.startsWith("🚨"))
  expect(new Set(cards.map(({ id }) => id)).size).toBe(2)
  expect(cards.filter(({ text }) => text.includes("第 2 轮"))).toHaveLength(2)
  expect(await w.press(zhang, TAKE, { in: grown })).toBe("2026-1 由您处理。处理中请随手登记进展。")
  expect(await latest(w)).toMatchObject({ state: "taken" })
})

test("thirty emergencies at once: each card arrives whole, nothing is too long to be sent, and no limit of Telegram's is hit", async () => {
  const w = await world({ limits: {}, playground: { limits: {} } })
  const long = "情况不明，正在核实。".repeat(50)
  for (let each = 0; each < 30; each += 1) await w.say(zhang, `/sos 说不清 拿不准 ${long}`)
  await after(w, minutes(2))
  const cards = w.heard().filter(([to, text]) => to === group && text.startsWith("🚨"))
  expect(new Set(cards.map(([, text]) => text.split("\n")[0])).size).toBe(30)
  for (const [, text] of cards) expect(text).toContain(long)
  await w.say(zhang, "/incidents")
  await after(w, minutes(1))
  expect(w.heard().filter(([to]) => to === zhang).length).toBeGreaterThan(0)
  expect(w.playground.counts().tooMany).toBe(0)
})

test("whatever is late through our own limit can be seen: what waits, for how long, and how late the worst was", async () => {
  const w = await world({ limits: {}, playground: { limits: {} } })
  const buttons = [[{ label: "知道了", press: "ok" }]]
  for (let number = 1; number <= 50; number += 1)
    await w.look((turn) =>
      post(turn, {
        to: { kind: "chat", id: String(group) },
        lane: "notice",
        body: { text: `通知 ${number}`, buttons },
      }),
    )
  const seen = async () => {
    await w.say(wang, "/status")
    return w
      .said()
      .findLast(({ to }) => to === wang)
      ?.text.split("\n")
      .slice(1, 3)
  }
  await after(w, minutes(2) + 1000)
  expect(await seen()).toEqual([
    "待发消息 2 条，最久的已等 2 分钟。",
    "近 24 小时有 16 条消息晚发了 1 分钟以上，最多晚 2 分钟。",
  ])
  await after(w, minutes(3))
  expect(await seen()).toEqual([
    "没有积压的消息。",
    "近 24 小时有 18 条消息晚发了 1 分钟以上，最多晚 3 分钟。",
  ])
  expect(w.playground.counts().tooMany).toBe(0)
})

test("what the bot does not hear it says, when a group is bound and in /status; what it hears too", async () => {
  const BLIND = "我在群里只看得到“/”指令、按钮和对我的回复。"
  const other = { groups: [{ id: -3001, title: "示例县教育局工作群", members: [zhang], admins: [wang] }] }
  for (const privacy of [true, false]) {
    const w = await world({ playground: { ...other, privacy } })
    await w.say(zhang, "/bind 示例县教育局", { in: -3001 })
    expect(w.only(-3001).text.includes(BLIND)).toBe(privacy)
    await w.say(zhang, "/status")
    expect(w.only(zhang).text).toContain(privacy ? "（Telegram 隐私模式）" : "群里的消息我都能看到。")
  }
})

test("every complaint on the page has its story", () => {
  const page = readFileSync("docs/complaints.md", "utf8")
  const told = [...page.matchAll(/^\| (\d+) \|.*\| `([^`]+)`: (.+) \|$/gm)]
  expect(told.map(([, number]) => Number(number))).toEqual(Array.from({ length: 17 }, (_, each) => each + 1))
  for (const [, , file = "", title = ""] of told) expect(readFileSync(file, "utf8")).toContain(`"${title}"`)
})
