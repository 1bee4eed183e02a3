import { describe, expect, test, vi } from "vitest"
import type { Receipt } from "../../bot/messenger.ts"
import { TOKEN } from "./botapi.ts"
import { useLine } from "./line.ts"

const { line } = useLine()

const LI = { id: 7, is_bot: false, first_name: "李静" }
const message = (update_id: number, text: string, chat = -1001) => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    chat: { id: chat, type: "supergroup", title: "群" },
    from: LI,
    text,
  },
})
const press = (update_id: number) => ({
  update_id,
  callback_query: { id: `q${update_id}`, from: LI, data: "x", message: message(1, "").message },
})
const texts = (): string[] =>
  line().received.map((incoming) => (incoming.kind === "message" ? incoming.text : incoming.kind))
const received = (count: number) => vi.waitFor(() => expect(line().received).toHaveLength(count))
const polls = () => line().api.of("getUpdates")
const SILENT: Receipt = { toast: null, alert: false }

describe("polling", () => {
  test("takes a webhook away first, and says each time what it wants to hear", async () => {
    line().start()
    line().api.deliver(message(1, "一"))
    await received(1)
    expect(
      line()
        .api.called.slice(0, 3)
        .map(({ method }) => method),
    ).toEqual(["getMe", "deleteWebhook", "getUpdates"])
    expect(polls()[0]).toEqual({
      timeout: 30,
      limit: 100,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    })
  })

  test("confirms an update only once it has been received", async () => {
    let release = (): void => undefined
    line().answer = () => new Promise((resolve) => (release = () => resolve(SILENT)))
    line().start()
    line().api.deliver(message(1, "一"))
    await vi.waitFor(() => expect(polls()).toHaveLength(1))
    await vi.waitFor(() => expect(line().api.unconfirmed).toEqual([1]))
    release()
    await vi.waitFor(() => expect(line().api.unconfirmed).toEqual([]))
    expect(polls()[1]).toMatchObject({ offset: 2 })
  })

  test("confirms what it was given before it stops", async () => {
    line().answer = () => {
      void line().telegram?.stop()
      return SILENT
    }
    line().start()
    line().api.deliver(message(1, "一"), message(2, "二"))
    await received(2)
    await line().telegram?.stop()
    expect(line().api.unconfirmed).toEqual([])
  })

  test("takes the updates of a batch side by side, but those of one chat in order", async () => {
    const begun: string[] = []
    const releases = new Map<string, () => void>()
    line().answer = (incoming) => {
      const text = incoming.kind === "message" ? incoming.text : ""
      begun.push(text)
      return new Promise((resolve) => releases.set(text, () => resolve(SILENT)))
    }
    line().start()
    line().api.deliver(message(1, "甲一"), message(2, "甲二"), message(3, "乙一", -1002))
    await vi.waitFor(() => expect(begun).toEqual(["甲一", "乙一"]))
    releases.get("乙一")?.()
    releases.get("甲一")?.()
    await vi.waitFor(() => expect(begun).toEqual(["甲一", "乙一", "甲二"]))
    releases.get("甲二")?.()
    await received(3)
  })

  test("what could not be received comes again, and nothing after it in its chat overtakes it", async () => {
    let failing = true
    line().answer = (incoming) => {
      if (failing && incoming.id === "telegram:2") {
        failing = false
        throw new Error("the disk is full")
      }
      return SILENT
    }
    line().start()
    line().api.deliver(message(1, "一"), message(2, "二"), message(3, "三"), message(4, "别处", -1002))
    await received(5)
    expect(texts().filter((text) => text !== "别处")).toEqual(["一", "二", "三"])
    expect(polls()[1]).toMatchObject({ offset: 2 })
    expect(line().waits).toEqual([1_000])
    expect(line().messages[0]).toBe(
      "receiving from Telegram fails: an update could not be taken in: the disk is full",
    )
  })

  test("an update that is not for us, or of a shape nobody foresaw, is confirmed", async () => {
    line().start()
    line().api.deliver(
      message(1, "/post@other_bot"),
      { update_id: 2, my_chat_member: {} } as never,
      message(3, "/post@zhishou_bot"),
    )
    await received(1)
    expect(texts()).toEqual(["/post"])
    await vi.waitFor(() => expect(line().api.unconfirmed).toEqual([]))
    expect(line().logged).toHaveLength(1)
  })

  test("goes on when update numbers jump downwards after a quiet week", async () => {
    line().start()
    line().api.deliver(message(900, "以前"))
    await received(1)
    await vi.waitFor(() => expect(polls()).toHaveLength(2))
    line().api.deliver()
    await vi.waitFor(() => expect(polls()).toHaveLength(3))
    line().api.deliver(message(5, "之后"))
    await received(2)
    expect(texts()).toEqual(["以前", "之后"])
  })
})

describe("a press", () => {
  test("is answered at once, with what the person is to see", async () => {
    line().answer = () => ({ toast: "您没有这个权限", alert: true })
    line().start()
    line().api.deliver(press(1))
    await vi.waitFor(() =>
      expect(line().api.of("answerCallbackQuery")).toEqual([
        { callback_query_id: "q1", text: "您没有这个权限", show_alert: true },
      ]),
    )
  })

  test("is answered with nothing to see, and never with more than fits", async () => {
    const receipts: Receipt[] = [SILENT, { toast: "长".repeat(300), alert: false }]
    line().answer = () => receipts.shift() ?? SILENT
    line().start()
    line().api.deliver(press(1), press(2))
    await vi.waitFor(() => expect(line().api.of("answerCallbackQuery")).toHaveLength(2))
    const [first, second] = line().api.of("answerCallbackQuery")
    expect(first).toEqual({ callback_query_id: "q1" })
    expect(second?.["text"]).toBe("长".repeat(200))
  })

  test("whose answer came too late holds up nothing", async () => {
    line().api.reply("answerCallbackQuery", { error: 400, description: "Bad Request: query is too old" })
    line().start()
    line().api.deliver(press(1), message(2, "之后"))
    await received(2)
    await vi.waitFor(() =>
      expect(line().messages).toEqual([
        "a button press was not answered: 400: Bad Request: query is too old",
      ]),
    )
  })
})

describe("when Telegram", () => {
  test("does not know the token, receiving ends with one clear line", async () => {
    line().api.reply("getMe", { error: 401, description: "Unauthorized" })
    line().start()
    await vi.waitFor(() => expect(line().fatal).toHaveLength(1))
    expect(line().fatal[0]).toContain("check TELEGRAM_TOKEN")
    expect(polls()).toEqual([])
  })

  test("withdraws the token while running, receiving ends with the same line", async () => {
    line().start()
    line().api.reply("getUpdates", { error: 401, description: "Unauthorized" })
    await vi.waitFor(() => expect(line().fatal).toHaveLength(1))
  })

  test("hears another poller, we wait longer than a minute, say so, and take the webhook away again", async () => {
    const conflict = { error: 409, description: "Conflict: terminated by other getUpdates request" }
    line().api.reply("getUpdates", conflict, conflict)
    line().start()
    line().api.deliver(message(1, "一"))
    await received(1)
    expect(line().waits).toEqual([65_000, 65_000])
    expect(line().messages).toEqual([
      "another program receives with this token (409). Only one may: stop the other. Trying again in 65 seconds",
      "another program receives with this token (409). Only one may: stop the other. Trying again in 65 seconds",
      "receiving from Telegram again",
    ])
    expect(line().api.of("deleteWebhook")).toHaveLength(3)
  })

  test("is out of reach, we wait longer from time to time, say so once, and go on", async () => {
    line().api.reply("getUpdates", ...Array.from({ length: 8 }, () => ({ cut: true }) as const))
    line().start()
    line().api.deliver(message(1, "一"))
    await received(1)
    expect(line().waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30].map((count) => count * 1_000))
    expect(line().messages).toHaveLength(2)
    expect(line().messages[1]).toBe("receiving from Telegram again")
    expect(line().logged.join("")).not.toContain(TOKEN)
  })

  test("is out of reach at the start, that is no reason to end", async () => {
    line().api.reply("getMe", { cut: true }, { html: 502 })
    line().api.reply("deleteWebhook", { cut: true })
    line().start()
    line().api.deliver(message(1, "/post@zhishou_bot"))
    await received(1)
    expect(line().waits).toHaveLength(3)
  })

  test("says to wait, we wait as long", async () => {
    line().api.reply("getUpdates", {
      error: 429,
      description: "Too Many Requests",
      parameters: { retry_after: 17 },
    })
    line().start()
    line().api.deliver(message(1, "一"))
    await received(1)
    expect(line().waits).toEqual([17_000])
  })
})

test("a stop does not wait for what we wait for", async () => {
  line().api.reply("getUpdates", { error: 409, description: "Conflict" })
  const wait = (_duration: number, signal: AbortSignal) =>
    new Promise<void>((_resolve, reject) =>
      signal.addEventListener("abort", () => reject(new Error("aborted"))),
    )
  const telegram = line().start({ wait })
  await vi.waitFor(() => expect(line().logged).toHaveLength(1))
  await telegram.stop()
})
