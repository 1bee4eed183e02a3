import { Impossible } from "./impossible.ts"
import { opened } from "./pages.ts"
import { enter, messageIn } from "./people.ts"
import { type Answer, silence } from "./queries.ts"
import type { Button, Message } from "./shapes.ts"
import { type Room, tell, type World } from "./world.ts"

export interface Press {
  readonly who: number
  readonly chat?: number | undefined
  /** Left out: the last message with such a button. */
  readonly message?: number | undefined
  /** What the button says, or what it carries. */
  readonly button: string
}

const buttonsOf = ({ reply_markup }: Message): readonly Button[] =>
  (reply_markup?.inline_keyboard ?? []).flat()

const lastWith = (room: Room, button: string): Message => {
  const found = [...room.messages.values()].findLast(({ message }) =>
    buttonsOf(message).some(({ text, callback_data }) => text === button || callback_data === button),
  )
  if (found === undefined) throw new Impossible(`there is no button "${button}" on any message of that chat`)
  return found.message
}

/** Somebody presses a button; `shown` is told what the bot answers. A link or a page only gives its address. */
export const press = (
  world: World,
  { who, chat, message: id, button }: Press,
  shown: (answer: Answer) => void,
): void => {
  const { person, room } = enter(world, who, chat)
  const message = id === undefined ? lastWith(room, button) : messageIn(room, id)
  const buttons = buttonsOf(message)
  const pressed: Button | undefined =
    buttons.find(({ text }) => text === button) ??
    buttons.find(({ callback_data }) => callback_data === button)
  if (pressed === undefined) {
    throw new Impossible(
      `there is no button "${button}" on that message, but: ${buttons.map(({ text }) => text).join(", ") || "none"}`,
    )
  }
  if (pressed.callback_data === undefined) {
    const { url = null, web_app: page } = pressed
    shown({ ...silence, url: page ? opened(world, person, page.url) : url })
    return
  }
  const query = world.queries.open(world.clock.now(), (answer) => {
    if (answer.text !== null) tell(world, { kind: "toast", who, text: answer.text, alert: answer.alert })
    shown(answer)
  })
  world.queue.push("callback_query", {
    id: query,
    from: person.user,
    message,
    chat_instance: String(room.chat.id * 31),
    data: pressed.callback_data,
  })
}
