import { describe, expect, test, vi } from "vitest"
import type { Receipt } from "../../bot/messenger.ts"
import type { Host } from "../../bot/messengers/telegram-host.ts"
import { TOKEN } from "./botapi.ts"
import { useLine } from "./line.ts"

const { line } = useLine()

const PASSED: Receipt = { toast: null, alert: false, passed: true }
const LI = { id: 7, is_bot: false, first_name: "李静" }
const message = (update_id: number, text: string, chat = 7) => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    chat: { id: chat, type: "private", first_name: "李静" },
    from: LI,
    text,
  },
})
const never = (): Promise<void> => new Promise(() => undefined)

/** A bot that was there before, and what it heard. */
const hosted = (hear: (text: string) => Promise<void> | void = () => undefined, more: Partial<Host> = {}) => {
  const heard: string[] = []
  const met: string[] = []
  const host: Host = {
    commands: [{ command: "weather", description: "天气" }],
    updates: [],
    meet: ({ username }) => met.push(username),
    hear: async (update) => {
      const said = update.message?.text ?? Object.keys(update).find((key) => key !== "update_id") ?? ""
      heard.push(said)
      await hear(said)
    },
    ...more,
  }
  line().start({ host })
  return { heard, met }
}
const confirmed = () => vi.waitFor(() => expect(line().api.unconfirmed).toEqual([]))
const texts = () =>
  line().received.map((incoming) => (incoming.kind === "message" ? incoming.text : incoming.kind))

describe("mounted in another bot", () => {
  test("what is the host's alone goes to the host alone, and what we leave comes to it after us", async () => {
    line().answer = (incoming) =>
      incoming.kind === "message" && incoming.text === "今天怎么样" ? PASSED : { toast: null, alert: false }
    const { heard, met } = hosted()
    line().api.deliver(
      message(1, "/weather"),
      message(2, "/Weather@zhishou_bot 明天"),
      message(3, "/post"),
      message(4, "今天怎么样"),
      { update_id: 5, inline_query: {} } as never,
    )
    await confirmed()
    expect(heard.sort()).toEqual(["/Weather@zhishou_bot 明天", "/weather", "inline_query", "今天怎么样"])
    expect(texts()).toEqual(["/post", "今天怎么样"])
    expect(met).toEqual(["zhishou_bot"])
  })

  test("its links start us by a mark of ours; any other start with a code is the host's", async () => {
    const { heard } = hosted()
    await vi.waitFor(() =>
      expect(line().telegram?.deepLink("Ab1")).toBe("https://t.me/zhishou_bot?start=zs-Ab1"),
    )
    line().api.deliver(message(1, "/start zs-Ab1"), message(2, "/start ref_77"), message(3, "/start"))
    await confirmed()
    expect(texts()).toEqual(["/start Ab1", "/start"])
    expect(heard).toEqual(["/start ref_77"])
  })

  test("a press that is not ours is left for the host to answer", async () => {
    line().answer = () => PASSED
    const { heard } = hosted()
    const card = message(1, "").message
    line().api.deliver({
      update_id: 9,
      callback_query: { id: "q", from: LI, data: "theirs", message: card },
    } as never)
    await confirmed()
    expect(heard).toEqual(["callback_query"])
    expect(line().api.of("answerCallbackQuery")).toEqual([])
  })

  test("that the bot was blocked, or a group moved, concerns both", async () => {
    const { heard } = hosted()
    const chat = { id: 7, type: "private", first_name: "李静" }
    line().api.deliver({
      update_id: 1,
      my_chat_member: { chat, from: LI, new_chat_member: { status: "kicked" } },
    } as never)
    await confirmed()
    expect([texts(), heard]).toEqual([["membership"], ["my_chat_member"]])
  })

  test("nothing is confirmed, nor heard by the host, before it is kept", async () => {
    let broken = true
    line().answer = () => {
      if (broken) throw new Error("the disk is full")
      return PASSED
    }
    const { heard } = hosted()
    line().api.deliver(message(1, "一"))
    await vi.waitFor(() => expect(line().waits.length).toBeGreaterThan(0))
    expect([line().api.unconfirmed, heard]).toEqual([[1], []])
    broken = false
    await confirmed()
    expect(heard).toEqual(["一"])
  })

  test("its handlers may throw, and what hangs on the fault is not written down", async () => {
    line().answer = () => PASSED
    const { heard } = hosted(() => {
      throw Object.assign(new Error(`no way to bot${TOKEN}/sendMessage`), {
        ctx: { token: TOKEN, secret: "all" },
      })
    })
    line().api.deliver(message(1, "一"), message(2, "二"))
    await confirmed()
    expect(heard).toEqual(["一", "二"])
    expect(line().messages).toEqual([
      "the host bot failed on update 1: no way to bot***/sendMessage",
      "the host bot failed on update 2: no way to bot***/sendMessage",
    ])
    expect(line().logged.join("")).not.toContain("secret")
  })

  test("its handlers may never end: what is ours is received all the same, and a stop does not wait", async () => {
    line().answer = (incoming) =>
      incoming.kind === "message" && incoming.text === "/post" ? { toast: null, alert: false } : PASSED
    const { heard } = hosted(never)
    line().api.deliver(message(1, "一"), message(2, "/post"), message(3, "别处", 8))
    await confirmed()
    expect(texts()).toEqual(expect.arrayContaining(["一", "/post", "别处"]))
    expect(heard).toEqual(["一", "别处"])
    await line().telegram?.stop()
  })

  test("one chat's updates come to the host in order, one after the other", async () => {
    line().answer = () => PASSED
    const begun: string[] = []
    const ends: (() => void)[] = []
    hosted((said) => {
      begun.push(said)
      return new Promise((resolve) => ends.push(resolve))
    })
    line().api.deliver(message(1, "一"), message(2, "二"))
    await vi.waitFor(() => expect(begun).toEqual(["一"]))
    ends[0]?.()
    await vi.waitFor(() => expect(begun).toEqual(["一", "二"]))
    ends[1]?.()
  })

  test("its commands stand first in the menu, ours of the same name give way, and there are a hundred at most", async () => {
    hosted(undefined, {
      commands: [
        { command: "weather", description: "天气" },
        { command: "help", description: "帮助" },
      ],
    })
    const entries = Array.from({ length: 120 }, (_, at) => ({
      name: at === 0 ? "help" : `c${at}`,
      title: "x",
      where: "any" as const,
    }))
    await line().telegram?.menu(entries, null)
    const { commands } = line().api.of("setMyCommands")[0] as {
      commands: { command: string; description: string }[]
    }
    expect(commands.slice(0, 3).map(({ command }) => command)).toEqual(["weather", "help", "c1"])
    expect(commands[1]?.description).toBe("帮助")
    expect(commands).toHaveLength(100)
  })

  test("Telegram is asked for what the host wants to hear too", async () => {
    hosted(undefined, { updates: ["message", "chat_member"] })
    await vi.waitFor(() => expect(line().api.of("getUpdates")).toHaveLength(1))
    expect(line().api.of("getUpdates")[0]?.["allowed_updates"]).toEqual([
      "message",
      "edited_message",
      "callback_query",
      "my_chat_member",
      "chat_member",
    ])
  })

  test("or, if it says nothing, for what comes unless told", async () => {
    hosted()
    await vi.waitFor(() => expect(line().api.of("getUpdates")).toHaveLength(1))
    expect(line().api.of("getUpdates")[0]?.["allowed_updates"]).toEqual([])
  })
})
