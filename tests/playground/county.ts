import { Api, Bot, GrammyError, HttpError } from "grammy"
import { onTestFinished } from "vitest"
import { createPlayground, type Playground, type PlaygroundSettings } from "../../playground/playground.ts"

/** The people of the playground's own tests. */
export const operator = 1001
export const leader = 1002
export const officer = 1003
export const outsider = 1004
export const group = -5001
export const forum = -1001000000001

const settings: PlaygroundSettings = {
  people: [
    { id: operator, name: "李明", username: "liming", label: "运营员", phone: "operator", started: true },
    { id: leader, name: "王芳", label: "分管领导", phone: "leader", started: true },
    { id: officer, name: "赵强", label: "主管单位", phone: "supervisor" },
    { id: outsider, name: "路人" },
  ],
  groups: [
    { id: group, title: "示例县政务新媒体", members: [operator], admins: [leader] },
    { id: forum, title: "论坛", kind: "supergroup", members: [operator], admins: [leader], topics: ["值班"] },
  ],
  clock: { at: Date.UTC(2026, 1, 11, 1), running: false },
  limits: "none",
}

export const open = async (changes: PlaygroundSettings = {}): Promise<Playground> => {
  const playground = await createPlayground({ ...settings, ...changes })
  onTestFinished(playground.close)
  return playground
}

/** The real client, talking to the playground. */
export const client = ({ token, apiRoot }: Playground): Api => new Api(token, { apiRoot })

/** A bot on the real grammY that answers what it hears, until the test is over. */
export const startBot = async (
  { token, apiRoot }: Playground,
  setUp: (bot: Bot) => void,
  allowed?: readonly ("message" | "edited_message" | "callback_query" | "my_chat_member" | "chat_member")[],
): Promise<Bot> => {
  const bot = new Bot(token, { client: { apiRoot } })
  setUp(bot)
  await new Promise<void>((resolve, reject) => {
    bot
      .start({ onStart: () => resolve(), timeout: 20, ...(allowed ? { allowed_updates: allowed } : {}) })
      .catch(reject)
  })
  onTestFinished(() => bot.stop())
  return bot
}

/** What Telegram says when it refuses; null when it does not. */
export const refusal = async (call: Promise<unknown>): Promise<string | null> => {
  try {
    await call
    return null
  } catch (error) {
    if (error instanceof GrammyError) return `${String(error.error_code)} ${error.description}`
    if (error instanceof HttpError) return "no answer"
    throw error
  }
}
