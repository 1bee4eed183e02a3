import { expect, test, vi } from "vitest"
import type { Receipt } from "../../bot/messenger.ts"
import { useLine } from "./line.ts"

const { line } = useLine()

const SILENT: Receipt = { toast: null, alert: false }
const message = (update_id: number, text: string, chat = -1001) => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    chat: { id: chat, type: "supergroup", title: "群" },
    from: { id: 7, is_bot: false, first_name: "李静" },
    text,
  },
})
const received = (count: number) => vi.waitFor(() => expect(line().received).toHaveLength(count))

test("what is said where a group goes on under another id comes after the news that it does", async () => {
  const begun: string[] = []
  let release = (): void => undefined
  line().answer = (incoming) => {
    begun.push(incoming.kind === "message" ? incoming.text : incoming.kind)
    if (incoming.kind !== "moved") return SILENT
    return new Promise((resolve) => (release = () => resolve(SILENT)))
  }
  line().start()
  const { message: said } = message(1, "")
  const moved = { ...said, text: undefined, migrate_to_chat_id: -1003 }
  const news = { update_id: 1, message: moved }
  line().api.deliver(news, message(2, "乙", -1002), message(3, "丙", -1003))
  await received(1)
  expect(begun).toEqual(["moved", "乙"])
  release()
  await received(3)
  expect(begun).toEqual(["moved", "乙", "丙"])
})
