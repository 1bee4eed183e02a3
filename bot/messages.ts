import type { Command, Scene, Upload } from "../commands/form/command.ts"
import { calledBy } from "../commands/form/called.ts"
import { also, answer, begin, dialogId } from "../commands/form/converse.ts"
import { firstSteps, sosButton } from "../commands/form/guidance.ts"
import { readTyped, spread, type Typed } from "../commands/form/typed.ts"
import { isKindSheet } from "../rules/kindsheet.ts"
import { isRosterSheet } from "../rules/rostersheet.ts"
import type { Dialog } from "../rules/dialog.ts"
import type { Incident } from "../rules/incident.ts"
import { hours } from "../rules/time.ts"
import { tidy } from "../rules/words.ts"
import type { Act } from "../services/app.ts"
import * as invites from "../services/invites.ts"
import * as photos from "../services/incidents/photos.ts"
import * as people from "../services/people.ts"
import type { Incoming, Sender } from "./messenger.ts"
import { deliver, demandBound, leaveTo, reply, type Room, sceneOf } from "./scene.ts"

const LONGEST_CAPTION = 300

export type Message = Extract<Incoming, { kind: "message" }>

/** Answers a message, or stays silent when it is not meant for the bot. */
export const answerMessage = async (
  turn: Act,
  room: Room,
  message: Message,
  me: people.Member | null,
  file: Upload | null,
): Promise<void> => {
  const typed = readTyped(message.text)
  const known = calledBy(room.commands, turn.text, typed.name)
  const commanded = typed.slash && known !== null
  if (message.edited || message.forwarded) {
    if (commanded) return deliver(turn, message, { text: turn.text.command.notAgain })
    if (message.edited || typed.slash) return leaveTo(room)
  }
  if (!message.sender) return commanded ? deliver(turn, message, anonymously(turn, known)) : leaveTo(room)
  if (typed.name === "start" && typed.rest !== "" && message.place.kind === "private")
    return enter(turn, room, message, message.sender, typed.rest)
  if (!me) {
    if (!commanded) await leaveTo(room)
    if (commanded || message.place.kind === "private")
      await deliver(turn, message, { text: turn.text.people.outsider }, { key: oncePerHour(turn, message) })
    return
  }
  const scene = await sceneOf(turn, room, message, await reached(turn, message, me))
  await converse(scene, room, message, typed, known, file)
}

const converse = async (
  scene: Scene,
  room: Room,
  message: Message,
  typed: Typed,
  known: Command | null,
  file: Upload | null,
): Promise<void> => {
  const spoken = message.place.kind === "private" || message.replyTo !== null
  const photo = message.place.kind === "private" ? message.photo : undefined
  if (photo !== undefined && !typed.slash) {
    if ((await photos.meant(scene, scene.me)) === null) await leaveTo(room)
    return addPhoto(scene, message, photo, message.text)
  }
  if (message.photo !== undefined && message.replyTo !== null && !typed.slash) {
    const it = await photos.shownAt(scene, scene.me, { chat: scene.place.chat, messageId: message.replyTo })
    if (it) return addPhotoTo(scene, message, it, message.photo, message.text)
  }
  // In a group a photo without a word is meant for the people there.
  if (message.photo !== undefined && message.text === "") return leaveTo(room)
  const taking = takenBy(scene, file)
  const importing = scene.commands.find(({ name }) => name === taking)
  if (message.attachment && message.place.kind === "private" && importing) {
    if (file === null || "mistake" in file.reading) await leaveTo(room)
    return reply(scene, message, await begin({ ...scene, file }, importing, {}))
  }
  const answered = typed.slash ? null : await answeredBy(scene, message)
  if (known && (typed.slash || (spoken && !(answered && isTaken(answered, message.text))))) {
    demandBound(scene, known)
    const answers = spread(known, known.words(scene.text), typed.rest)
    await reply(scene, message, await begin(scene, known, answers))
    if (photo !== undefined) await addPhoto(scene, message, photo, "")
    return
  }
  if (typed.slash) await leaveTo(room)
  if (typed.slash && message.place.kind === "private")
    return deliver(scene, message, { text: scene.text.command.noSuchCommand(typed.name) })
  if (answered) {
    const { dialog, asked } = answered
    demandBound(scene, asked)
    // A link where none is asked for is a post to report, or the link of the report under way.
    const link = message.place.kind === "private" ? linkIn(message.text) : null
    const field = asked.fields[dialog.asking]
    if (link !== null && field && !field.takes(message.text))
      return asked.name === "post"
        ? reply(scene, message, await also(scene, asked, dialog, { link }))
        : offer(scene, room, message)
    return reply(scene, message, await answer(scene, asked, dialog, message.text))
  }
  return message.place.kind === "private" ? offer(scene, room, message) : leaveTo(room)
}

interface Answered {
  readonly dialog: Dialog
  readonly asked: Command
}

/** A photo in private belongs to the emergency that whoever sends it has to do with. */
const addPhoto = async (scene: Scene, message: Message, photo: string, below: string): Promise<void> => {
  const it = await photos.meant(scene, scene.me)
  if (it === null) return deliver(scene, message, { text: scene.text.incident.photoForNothing })
  return addPhotoTo(scene, message, it, photo, below)
}

const addPhotoTo = async (
  scene: Scene,
  message: Message,
  it: Incident,
  photo: string,
  below: string,
): Promise<void> => {
  const said = tidy(below).slice(0, LONGEST_CAPTION) || null
  await photos.add(scene, scene.me, it, { photo, said, seenIn: scene.place.chat })
  await deliver(scene, message, { text: scene.text.incident.photoAdded(it.number) })
}

/** Which command takes a file in: what it is, its columns say. */
const takenBy = (scene: Scene, file: Upload | null): string => {
  const table = file !== null && "table" in file.reading ? file.reading.table : null
  if (table !== null && isRosterSheet(table)) return "importroster"
  return table !== null && isKindSheet(table, scene.text.ownkind.words) ? "importkinds" : "import"
}

/** The dialog that a message answers, and its command; null when it answers none. */
export const answeredBy = async (scene: Scene, message: Message): Promise<Answered | null> => {
  const dialog = await scene.tables.dialogs.get(dialogId(scene))
  const asked = dialog && scene.commands.find(({ name }) => name === dialog.command)
  return dialog && asked && (await meant(scene, message, dialog)) ? { dialog, asked } : null
}

/** Whether a word that is a command's name too is what the question asks for: `今天`, where a day is asked for. */
const isTaken = ({ dialog, asked }: Answered, text: string): boolean => {
  const field = asked.fields[dialog.asking]
  return field !== undefined && !field.free && field.takes(text.trim())
}

/** In private every text answers the question; in a group only a reply to the card does. */
const meant = async (scene: Scene, message: Message, dialog: Dialog): Promise<boolean> => {
  if (message.place.kind === "private") return true
  if (message.replyTo === null) return false
  const card = await scene.tables.outbox.get(dialog.question)
  return card?.messageId === message.replyTo
}

/** The address in a text that is nothing but one. */
const linkIn = (text: string): string | null => /^\s*((?:https?:\/\/|www\.)\S+)\s*$/i.exec(text)?.[1] ?? null

/** A bare link in private is most likely a post to report. */
const offer = async (scene: Scene, room: Room, message: Message): Promise<void> => {
  const link = linkIn(message.text)
  const post = scene.commands.find(({ name }) => name === "post")
  if (link !== null && post) return reply(scene, message, await begin(scene, post, { link }))
  await leaveTo(room)
  const text = scene.text.command.notHeard(await firstSteps(scene))
  await deliver(scene, message, { text, ...sosButton(scene) })
}

/** Nobody knows who wrote as an anonymous administrator; whoever presses is known. */
const anonymously = (turn: Act, command: Command) => ({
  text: turn.text.command.anonymous,
  buttons: [[{ label: turn.text.command.asMyself, press: command.name }]],
})

const enter = async (
  turn: Act,
  room: Room,
  message: Message,
  sender: Sender,
  code: string,
): Promise<void> => {
  const entry = await invites.use(turn, code, { user: sender.id, name: sender.name, chat: message.place.id })
  if (entry.kind === "joined") {
    const { person, unitName, role } = entry
    return deliver(turn, message, {
      text: turn.text.people.joined(person.name, unitName, turn.text.people.roles[role]),
    })
  }
  const me = await people.memberOf(turn, sender.id)
  const setup = room.commands.find(({ name }) => name === "setup")
  if (!me || !setup) throw new Error("the claim was used, but there is nobody or nothing to go on with")
  const scene = await sceneOf(turn, room, message, me)
  const next = await begin(scene, setup, {})
  const text = [turn.text.people.claimed(me.person.name), next.body?.text].filter(
    (part) => part !== undefined,
  )
  await reply(turn, message, { ...next, body: { ...next.body, text: text.join("\n\n") } })
}

/** Whoever writes in private can be written to. */
const reached = async (turn: Act, message: Message, me: people.Member): Promise<people.Member> => {
  if (message.place.kind !== "private" || (me.person.reachable && me.person.chat === message.place.id))
    return me
  const person = { ...me.person, chat: message.place.id, reachable: true }
  await turn.tables.persons.put(person)
  return { ...me, person }
}

const oncePerHour = (turn: Act, message: Message): string =>
  `outsider:${message.place.id}:${Math.floor(turn.now / hours(1))}`
