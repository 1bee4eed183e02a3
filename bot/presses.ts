import type { Answers } from "../commands/form/command.ts"
import { begin, dialogId, pressed } from "../commands/form/converse.ts"
import { decode } from "../commands/form/question.ts"
import type { Act } from "../services/app.ts"
import * as outbox from "../services/outbox.ts"
import type { Member } from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import type { Incoming, Receipt } from "./messenger.ts"
import { deliver, demandBound, leaveTo, type Room, sceneOf, shortened } from "./scene.ts"

type Press = Extract<Incoming, { kind: "press" }>

/** Does what a button says, with the rights its presser has now; what is said at once goes into the receipt. */
export const answerPress = async (
  turn: Act,
  room: Room,
  incoming: Press,
  me: Member | null,
): Promise<Receipt> => {
  if (room.shared === true && !(await isOurs(turn, room, incoming))) await leaveTo(room)
  if (!me) return { toast: shortened(turn.text.people.outsider), alert: true }
  const scene = await sceneOf(turn, room, incoming, me)
  const given = await reaction(scene, incoming.press)
  if (given.body) {
    const card = given.replaces ? await outbox.keyOf(turn, incoming.place.id, incoming.messageId) : null
    const key = card === null ? given.key : null
    await deliver(turn, incoming, given.body, { key, edits: card })
  }
  return { toast: shortened(given.toast ?? turn.text.command.noted), alert: false }
}

/** A button says what it does in a way that another bot's hardly will; one that says only a word is known by its card. */
const isOurs = async (
  turn: Act,
  { commands }: Room,
  { press, place, messageId }: Press,
): Promise<boolean> => {
  if (decode(press)) return true
  const [name, ...pairs] = press.split(" ")
  if (!commands.some((command) => command.name === name)) return false
  return pairs.some((pair) => pair.includes("=")) || (await outbox.keyOf(turn, place.id, messageId)) !== null
}

const reaction = async (scene: Awaited<ReturnType<typeof sceneOf>>, press: string) => {
  const answering = decode(press)
  if (answering) {
    const dialog = await scene.tables.dialogs.get(dialogId(scene))
    const command = scene.commands.find(({ name }) => name === dialog?.command)
    if (dialog?.nonce !== answering.nonce || !command) throw new Refusal(scene.text.command.notYours)
    demandBound(scene, command)
    return pressed(scene, command, dialog, answering.answering)
  }
  const [name = "", ...pairs] = press.split(" ")
  const command = scene.commands.find((each) => each.name === name)
  if (!command) throw new Refusal(scene.text.command.stale)
  demandBound(scene, command)
  return begin(scene, command, answersOf(pairs))
}

const answersOf = (pairs: readonly string[]): Answers =>
  Object.fromEntries(
    pairs.map((pair) => {
      const split = pair.indexOf("=")
      return [pair.slice(0, split), pair.slice(split + 1)]
    }),
  )
