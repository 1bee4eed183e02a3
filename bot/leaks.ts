import type { Careful, Command, Upload } from "../commands/form/command.ts"
import { calledBy } from "../commands/form/called.ts"
import { askAgain } from "../commands/form/converse.ts"
import { readTyped } from "../commands/form/typed.ts"
import { holdsPasswords } from "../rules/ledger.ts"
import { holdsPersonalData } from "../rules/personal.ts"
import { looksLikePassword, mayBeGivenTo, namesPasswordInFile } from "../rules/secret.ts"
import type { Act } from "../services/app.ts"
import * as people from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import * as secrets from "../services/secrets.ts"
import type { Incoming } from "./messenger.ts"
import { answeredBy, type Message } from "./messages.ts"
import { reply, type Room, sceneOf } from "./scene.ts"

/** The message, when what it says or the name of its file looks like a password: then it is not read any further. */
export const leakIn = (incoming: Incoming): Message | null => {
  if (incoming.kind !== "message") return null
  const { text, attachment } = incoming
  return looksLikePassword(text) || namesPasswordInFile(attachment?.name ?? "") ? incoming : null
}

const mayHold: Readonly<Record<Careful, (text: string) => boolean>> = {
  passwords: mayBeGivenTo,
  people: holdsPersonalData,
}

/**
 * Whether a text may be the password of which somebody is asked how long it is, where the plainest word is one, or tells
 * who wrote to the office. Only the commands that say so, and their questions, are as careful as this.
 */
export const mayLeakIn = async (
  turn: Act,
  room: Room,
  message: Message,
  me: people.Member | null,
): Promise<Careful | null> => {
  if (message.sender === null) return null
  const isHeld = ({ careful }: Pick<Command, "careful">): boolean =>
    careful !== null && mayHold[careful](message.text)
  const { name, slash } = readTyped(message.text)
  const typed = calledBy(room.commands, turn.text, name)
  if (typed && isHeld(typed)) return typed.careful
  // What begins with a command answers no question.
  if (me === null || (typed && slash) || !Object.values(mayHold).some((holds) => holds(message.text)))
    return null
  const answered = await answeredBy(await sceneOf(turn, room, message, me), message)
  return answered !== null && isHeld(answered.asked) ? answered.asked.careful : null
}

/** Whether there are passwords in a file that was sent. */
export const leaksIn = ({ reading }: Upload): boolean => "table" in reading && holdsPasswords(reading.table)

/** Has a message taken away from where it stands. */
export const takeAway = (
  turn: Act,
  { place, messageId, sender }: Message,
  about: Careful = "passwords",
): Promise<void> =>
  secrets.takeAway(turn, {
    chat: place.id,
    topic: place.topic,
    messageId,
    sender: sender?.id ?? null,
    place: place.kind,
    ...(about === "people" ? { about } : {}),
  })

/** Has a message taken away unread; a question that it answered is asked again. */
export const turnAway = async (
  turn: Act,
  room: Room,
  message: Message,
  about: Careful = "passwords",
): Promise<void> => {
  await takeAway(turn, message, about)
  const me = message.sender && (await people.memberOf(turn, message.sender.id))
  if (!me || message.edited || readTyped(message.text).slash) return
  const scene = await sceneOf(turn, room, message, me)
  const answered = await answeredBy(scene, message)
  if (!answered) return
  try {
    const again = await askAgain(scene, answered.asked, answered.dialog, turn.text.secret[about].again)
    await reply(scene, message, again)
  } catch (fault) {
    // There is nothing left to ask; the message goes all the same.
    if (!(fault instanceof Refusal)) throw fault
  }
}
