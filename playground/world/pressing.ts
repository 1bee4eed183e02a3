import { Impossible } from "./impossible.ts"
import { enter, messageIn } from "./people.ts"
import { type Answer, silence } from "./queries.ts"
import type { Button } from "./shapes.ts"
import { tell, type World } from "./world.ts"

export interface Press {
  readonly who: number
  readonly chat?: number | undefined
  readonly message: number
  /** What the button says, or what it carries. */
  readonly button: string
}

/** Somebody presses a button; `shown` is told what the bot answers. A link only gives its address. */
export const press = (
  world: World,
  { who, chat, message: id, button }: Press,
  shown: (answer: Answer) => void,
): void => {
  const { person, room } = enter(world, who, chat)
  const message = messageIn(room, id)
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
  const pressed: Button | undefined =
    buttons.find(({ text }) => text === button) ??
    buttons.find(({ callback_data }) => callback_data === button)
  if (pressed === undefined) {
    throw new Impossible(
      `there is no button "${button}" on that message, but: ${buttons.map(({ text }) => text).join(", ") || "none"}`,
    )
  }
  if (pressed.callback_data === undefined) {
    shown({ ...silence, url: pressed.url ?? null })
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
