import { describe, expect, test, vi } from "vitest"
import type { Receipt } from "../../bot/messenger.ts"
import { forum, group, li, PICTURE, SILENT, town, wang } from "./town.ts"

describe("what people do on Telegram arrives", () => {
  test("each in its own words: said, answered, changed, passed on, in a topic, by nobody known", async () => {
    const t = await town({ privacy: false })
    t.start()
    const { playground } = t
    const first = playground.say({ who: li, chat: group, text: "早" })
    playground.say({ who: wang, chat: group, text: "早！", replyTo: first })
    playground.edit({ who: li, chat: group, message: first, text: "早上好" })
    playground.forward({ who: li, from: group, message: first })
    playground.say({ who: li, chat: forum, text: "签到", topic: 2 })
    playground.say({ who: wang, chat: group, text: "/onduty@zhishou_bot", anonymous: true })
    playground.say({ who: li, chat: group, text: "/onduty@other_bot" })
    await t.confirmed()
    const place = { id: String(group), kind: "group", title: "示例县", topic: null }
    expect(t.inOrder).toMatchObject([
      { kind: "message", place, sender: { id: `telegram:${li}`, name: "李明" }, text: "早", edited: false },
      { kind: "message", text: "早！", replyTo: String(first) },
      { kind: "message", text: "早上好", edited: true, messageId: String(first) },
      { kind: "message", place: { id: String(li), kind: "private" }, forwarded: true },
      { kind: "message", place: { id: String(forum), topic: "2" } },
      { kind: "message", sender: null, text: "/onduty" },
    ])
    for (const { id } of t.received) expect(id).toMatch(/^telegram:\d+$/)
  })

  test("files and photos, whose bytes come when they are asked for", async () => {
    const t = await town()
    t.start()
    const content = Buffer.from("账号,平台\n示例交通,微博\n")
    t.playground.say({ who: li, file: { name: "台账 2026.csv", content }, text: "/import" })
    t.playground.say({ who: li, file: { name: "太大.csv", content: 20_000_001 } })
    t.playground.say({ who: li, photo: PICTURE, text: "现场" })
    await t.confirmed()
    const [file, large, photo] = t.received
    if (file?.kind !== "message" || large?.kind !== "message") throw new Error("no messages came")
    expect(file).toMatchObject({
      text: "/import",
      attachment: { name: "台账 2026.csv", size: content.length },
    })
    expect(Buffer.from((await file.attachment?.read()) ?? [])).toEqual(content)
    await expect(large.attachment?.read()).rejects.toMatchObject({ code: "too-large" })
    expect(photo).toMatchObject({ text: "现场", photo: expect.stringMatching(/./) as string })
  })

  test("presses, with the toast that answers them; who blocks or comes back; where the bot is; a group that moved", async () => {
    const t = await town()
    const messenger = t.start()
    t.answer = ({ kind }): Receipt => (kind === "press" ? { toast: "已认领", alert: true } : SILENT)
    const to = { chat: String(group), kind: "group", topic: null, replyTo: null } as const
    const { messageId } = await messenger.send(to, {
      text: "谁来？",
      buttons: [[{ label: "认领", press: "claim id=1" }]],
    })
    await t.listening()
    const pressed = { who: li, chat: group, message: Number(messageId), button: "认领" }
    expect(await t.playground.press(pressed)).toMatchObject({ text: "已认领", alert: true })
    t.playground.block(li)
    t.playground.unblock(li)
    t.playground.kickBot({ who: wang, chat: group })
    t.playground.addBot({ who: wang, chat: group })
    const moved = t.playground.migrate({ who: wang, chat: group })
    await t.confirmed()
    expect(t.inOrder).toMatchObject([
      { kind: "press", press: "claim id=1", sender: { id: `telegram:${li}` }, messageId },
      { kind: "membership", place: { id: String(li), kind: "private" }, present: false },
      { kind: "membership", present: true },
      { kind: "membership", place: { id: String(group), kind: "group" }, present: false },
      { kind: "membership", present: true },
      { kind: "moved", place: { id: String(group) }, to: String(moved) },
      { kind: "moved", place: { id: String(group) }, to: String(moved) },
    ])
  })
})

describe("an update is confirmed", () => {
  test("only when what it did is kept: until then a stop loses nothing, and the next start gets it again", async () => {
    const t = await town()
    t.answer = () => Promise.reject(new Error("the disk is full"))
    const messenger = t.start({
      wait: (_duration, signal) =>
        new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
    })
    t.playground.say({ who: li, text: "一" })
    await vi.waitFor(() => expect(t.logged.join("")).toContain("the disk is full"))
    await messenger.stop()
    expect([t.pending, t.texts]).toEqual([1, []])
    t.answer = () => SILENT
    t.start()
    await t.confirmed()
    expect(t.texts).toEqual(["一"])
  })

  test("however long that takes: nobody gives up after ninety seconds, and nothing is confirmed meanwhile", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
    const t = await town()
    let release = (): void => undefined
    let begun = false
    t.answer = () => {
      begun = true
      return new Promise((resolve) => (release = () => resolve(SILENT)))
    }
    t.playground.say({ who: li, text: "一" })
    t.start()
    await vi.waitFor(() => expect(begun).toBe(true))
    await vi.advanceTimersByTimeAsync(600_000)
    expect([t.pending, t.fatal, t.logged]).toEqual([1, [], []])
    vi.useRealTimers()
    release()
    await t.confirmed()
    expect(t.texts).toEqual(["一"])
  })

  test("again when the answer that brought it was lost or cut, under the same number, and in order", async () => {
    const t = await town()
    t.playground.fault({ kind: "halfAnswer", times: 1, methods: ["getUpdates"] })
    t.playground.fault({ kind: "lostAnswer", times: 1, methods: ["getUpdates"] })
    for (const text of ["一", "二", "三"]) t.playground.say({ who: li, text })
    t.playground.repeatUpdates(1)
    t.start()
    await t.confirmed()
    expect(t.texts).toEqual(["一", "二", "三", "一"])
    expect(t.received[3]?.id).toBe(t.received[0]?.id)
    expect(t.waits).toEqual([1_000, 2_000])
  })
})

describe("receiving goes on", () => {
  const still = (_duration: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => signal.addEventListener("abort", () => resolve()))

  test("when Telegram is away for a while, and says so once", async () => {
    const t = await town()
    t.start()
    await t.listening()
    t.playground.unreachable(60_000)
    await vi.waitFor(() => expect(t.waits.length).toBeGreaterThan(3))
    t.playground.unreachable(0)
    t.playground.say({ who: li, text: "还在吗" })
    await t.confirmed()
    expect(t.texts).toEqual(["还在吗"])
    expect(t.logged).toHaveLength(2)
  })

  test("when another program takes the line: we wait longer than a minute, and take it back when that is gone", async () => {
    const t = await town()
    const waits: number[] = []
    let goOn = (): void => undefined
    t.start({
      wait: (duration) => {
        waits.push(duration)
        return new Promise((resolve) => (goOn = resolve))
      },
    })
    await t.listening()
    const other = t.start()
    await vi.waitFor(() => expect(waits).toEqual([65_000]))
    await other.stop()
    goOn()
    t.playground.say({ who: li, text: "一" })
    await t.confirmed()
    expect(t.texts).toEqual(["一"])
    expect(t.fatal).toEqual([])
  })

  test("but not with a token that Telegram does not know: that is said once, and receiving ends", async () => {
    const t = await town()
    const messenger = t.start({ token: "7000000001:another-token-no-secret" })
    await vi.waitFor(() => expect(t.fatal).toHaveLength(1))
    expect(t.fatal[0]).toContain("check TELEGRAM_TOKEN")
    expect(t.waits).toEqual([])
    await messenger.stop()
  })

  test("and after a stop nothing is asked any more, whatever was under way", async () => {
    const t = await town()
    const polling = t.start()
    await t.listening()
    await polling.stop()
    const waiting = t.start({ wait: still })
    t.playground.fault({ kind: "serverError", times: 1, methods: ["getUpdates"] })
    await vi.waitFor(() => expect(t.logged).toHaveLength(1))
    await waiting.stop()
    await vi.waitFor(() => expect(t.playground.counts()).toMatchObject({ listening: false, underway: 0 }))
    const { calls } = t.playground.counts()
    t.playground.say({ who: li, text: "一" })
    expect([t.playground.counts().calls, t.pending]).toEqual([calls, 1])
  })
})
