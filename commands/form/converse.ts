import type { Dialog } from "../../rules/dialog.ts"
import { holdsAnywhere } from "../../rules/rights.ts"
import { minutes } from "../../rules/time.ts"
import * as remarks from "../../services/remarks.ts"
import { Forbidden, Refusal } from "../../services/refusal.ts"
import { about } from "./about.ts"
import { type Answers, type Command, Reconsider, type Reply, say, type Scene } from "./command.ts"
import { fill, type Filled, SKIPPED } from "./fill.ts"
import { type Answering, question } from "./question.ts"

/** An unfinished dialog is forgotten after this time. */
const PATIENCE = minutes(30)

export const dialogId = (scene: Pick<Scene, "place" | "me">): string =>
  `${scene.place.chat}/${scene.me.person.id}`

/** Starts a command with the answers known so far: runs it, or asks for what is missing. */
export const begin = async (scene: Scene, command: Command, answers: Answers): Promise<Reply> => {
  demandAllowed(scene, command)
  return proceed(scene, command, answers, null)
}

/** Refuses a command to whoever has its right nowhere, and where it is not to be used. */
export const demandAllowed = (scene: Scene, command: Command): void => {
  if (command.right && !holdsAnywhere(scene.me.roles, command.right))
    throw new Forbidden(scene.text.people.noRightAtAll(scene.text.people.rights[command.right]))
  if (command.where !== "any" && command.where !== scene.place.kind)
    throw new Refusal(scene.text.command.elsewhere[command.where])
}

/** What a typed text means to the dialog under way; the word on the skipping button skips. */
export const answer = async (
  scene: Scene,
  command: Command,
  dialog: Dialog,
  typed: string,
): Promise<Reply> => {
  const skipped = command.fields[dialog.asking]?.optional === true && typed.trim() === scene.text.command.skip
  return also(scene, command, dialog, {
    [dialog.asking]: skipped ? SKIPPED : (command.fields[dialog.asking]?.canonical(typed.trim()) ?? typed),
  })
}

/** Goes on with the dialog, knowing more. */
export const also = async (scene: Scene, command: Command, dialog: Dialog, more: Answers): Promise<Reply> =>
  proceed(scene, command, { ...dialog.answers, ...more }, { dialog, pressed: false })

/** Asks the same question again, with what was wrong before it. */
export const askAgain = async (
  scene: Scene,
  command: Command,
  dialog: Dialog,
  problem: string,
): Promise<Reply> => {
  const offered =
    dialog.narrowed ?? (await command.fields[dialog.asking]?.choices?.(scene, dialog.answers)) ?? []
  const { picked, page } = dialog
  return ask(scene, command, {
    dialog,
    pressed: false,
    filled: { ...again(dialog, offered), problem },
    picked,
    page,
  })
}

/** What a press on the dialog's card means. */
export const pressed = async (
  scene: Scene,
  command: Command,
  dialog: Dialog,
  answering: Answering,
): Promise<Reply> => {
  const field = command.fields[dialog.asking]
  if (!field) throw new Error(`${command.name} has no field ${dialog.asking}`)
  const step = { dialog, pressed: true }
  const offered = dialog.narrowed ?? (await field.choices?.(scene, dialog.answers)) ?? []
  const withAnswer = (value: string) =>
    proceed(scene, command, { ...dialog.answers, [dialog.asking]: value }, step)
  switch (answering.kind) {
    case "cancel":
      return cancel(scene)
    case "skip":
      if (!field.optional) throw new Refusal(scene.text.command.stale)
      return withAnswer(SKIPPED)
    case "all":
      return withAnswer(offered.map(({ value }) => value).join(","))
    case "done":
      return withAnswer(dialog.picked.join(","))
    case "next":
    case "back": {
      const page = Math.max(0, dialog.page + (answering.kind === "next" ? 1 : -1))
      return ask(scene, command, {
        ...step,
        filled: again(dialog, offered),
        picked: dialog.picked,
        page,
        turning: true,
      })
    }
    case "choose": {
      if (!offered.some(({ value }) => value === answering.value)) throw new Refusal(scene.text.command.stale)
      if (!field.many) return withAnswer(answering.value)
      const picked = dialog.picked.includes(answering.value)
        ? dialog.picked.filter((value) => value !== answering.value)
        : [...dialog.picked, answering.value]
      return ask(scene, command, {
        ...step,
        filled: again(dialog, offered),
        picked,
        page: dialog.page,
        turning: true,
      })
    }
  }
}

/** Gives up the dialog under way, if there is one. */
export const cancel = async (scene: Scene): Promise<Reply> => {
  const dialog = await scene.tables.dialogs.get(dialogId(scene))
  if (!dialog) return say(scene.text.command.nothingToCancel)
  await scene.tables.dialogs.remove(dialog.id)
  return { ...say(scene.text.command.cancelled), replaces: true }
}

type Step = { readonly dialog: Dialog; readonly pressed: boolean } | null
type Asking = Extract<Filled, { kind: "ask" }>

const again = (dialog: Dialog, choices: Asking["choices"]): Asking => ({
  kind: "ask",
  field: dialog.asking,
  answers: dialog.answers,
  values: {},
  problem: null,
  choices,
})

const proceed = async (scene: Scene, command: Command, answers: Answers, step: Step): Promise<Reply> => {
  const filled = await heed(scene, command, await fill(scene, command, answers), step?.dialog.answers ?? {})
  if (filled.kind === "ask")
    return ask(scene, command, {
      dialog: step?.dialog,
      pressed: step?.pressed ?? false,
      filled,
      picked: [],
      page: 0,
    })
  if (step) await scene.tables.dialogs.remove(step.dialog.id)
  const reply = await attempt(scene, command, filled.values)
  if (reply instanceof Reconsider) {
    const kept = Object.entries(answers).filter(([name]) => !reply.fields.includes(name))
    const missing = await fill(scene, command, Object.fromEntries(kept))
    if (missing.kind !== "ask") throw reply
    const filledAgain = { ...missing, problem: reply.message }
    return ask(scene, command, { pressed: false, filled: filledAgain, picked: [], page: 0 })
  }
  const next = reply.then && scene.commands.find(({ name }) => name === reply.then?.command)
  if (!reply.then || !next) return step?.pressed ? { ...reply, replaces: true } : reply
  const following = await begin(scene, next, reply.then.answers)
  const text = [reply.body?.text, following.body?.text].filter((part) => part !== undefined).join("\n\n")
  return { ...following, body: { ...following.body, text } }
}

/** What was just answered is looked at before the next question: why wait until everything is filled in? */
const heed = async (scene: Scene, command: Command, filled: Filled, known: Answers): Promise<Filled> => {
  if (filled.kind === "ready" || filled.problem !== null) return filled
  const notes: string[] = []
  for (const [name, look] of Object.entries(command.early)) {
    const answer = filled.answers[name]
    if (answer === undefined || answer === SKIPPED || answer === known[name]) continue
    const said = await look(scene, filled.values)
    if (said && "problem" in said) {
      const kept = Object.entries(filled.answers).filter(([each]) => each !== said.field)
      return { ...(await fill(scene, command, Object.fromEntries(kept))), problem: said.problem } as Filled
    }
    if (said) notes.push(said.note)
  }
  return notes.length > 0 ? { ...filled, problem: notes.join("\n") } : filled
}

/** Runs a command that knows everything. */
export const attempt = async (
  scene: Scene,
  command: Command,
  values: Readonly<Record<string, unknown>>,
): Promise<Reply | Reconsider> => {
  try {
    return withRemarks(await command.run(scene, values), remarks.take(scene))
  } catch (fault) {
    if (fault instanceof Reconsider) return fault
    throw fault
  }
}

/** What was remarked on the way stands below the answer, whichever command it is. */
const withRemarks = (reply: Reply, said: readonly string[]): Reply =>
  said.length === 0
    ? reply
    : { ...reply, body: { ...reply.body, text: [reply.body?.text ?? [], ...said].flat().join("\n\n") } }

interface Question {
  readonly dialog?: Dialog | undefined
  readonly pressed: boolean
  readonly filled: Asking
  readonly picked: readonly string[]
  readonly page: number
  /** The same question again: another page, or a tick. */
  readonly turning?: true
}

const ask = async (scene: Scene, command: Command, asked: Question): Promise<Reply> => {
  const { filled } = asked
  const field = command.fields[filled.field]
  const words = command.words(scene.text)
  const wordsOfField = words.fields[filled.field]
  if (!field || !wordsOfField) throw new Error(`${command.name} has no words for ${filled.field}`)
  // A card that was answered leads nowhere any more, however often it is pressed.
  const nonce = (asked.turning ? asked.dialog?.nonce : null) ?? scene.newId().slice(-8)
  const body = question(scene.text, {
    nonce,
    title: words.title,
    about: await about(scene, command, filled.answers, filled.field),
    ask: (await field.asks?.(scene, filled.answers)) ?? wordsOfField.ask,
    field,
    problem: filled.problem,
    choices: filled.choices,
    picked: asked.picked,
    page: asked.page,
    place: scene.place.kind,
  })
  // A reply field cannot be opened by changing a card, so such a question comes as a new message.
  const replaces = asked.pressed && body.ask !== true
  const key = replaces && asked.dialog ? asked.dialog.question : `ask:${scene.newId()}`
  const offered = (await field.choices?.(scene, filled.answers)) ?? []
  await scene.tables.dialogs.put({
    id: dialogId(scene),
    nonce,
    command: command.name,
    answers: { ...filled.answers },
    asking: filled.field,
    picked: asked.picked,
    page: asked.page,
    narrowed: JSON.stringify(filled.choices) === JSON.stringify(offered) ? null : filled.choices,
    chat: scene.place.chat,
    topic: scene.place.topic,
    question: key,
    dueAt: scene.now + PATIENCE,
  })
  return { body, toast: null, replaces, key, then: null }
}
