import type { Command, Upload } from "../commands/form/command.ts"
import { readTyped } from "../commands/form/typed.ts"
import { readTable } from "../papers/table.ts"
import { holdsAnywhere } from "../rules/rights.ts"
import { act, type Act, type App } from "../services/app.ts"
import * as chats from "../services/chats.ts"
import * as groups from "../services/groups.ts"
import * as people from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import { type Incoming, type Receipt, type Sender, Withheld } from "./messenger.ts"
import { answerMessage } from "./messages.ts"
import { answerPress } from "./presses.ts"
import { deliver, type Room, shortened, SILENT } from "./scene.ts"

/** Telegram's own limit for what a person can send in one message. */
const LONGEST_TEXT = 4096

/** From what a messenger delivers to one transaction: effect, record and reply, all or nothing. */
export const router =
  (app: App, room: Room) =>
  async (incoming: Incoming): Promise<Receipt> => {
    let by = senderOf(incoming)?.id ?? "unknown"
    const about = {
      // Known only inside: asking before would be a transaction of its own.
      get by() {
        return by
      },
      why: why(incoming, room.commands),
      incoming: incoming.id,
    }
    try {
      const file = await fetched(app, incoming)
      const outcome = await act(app, about, async (turn) => {
        by = await whoIs(turn, incoming)
        return answer({ ...turn, by }, room, incoming, file)
      })
      return outcome.repeated ? SILENT : outcome.value
    } catch (fault) {
      const text =
        fault instanceof Refusal ? fault.message : app.text.command.failed(app.report(fault, about.why))
      // Nothing of the attempt stands; only the answer, and that this update is settled.
      const outcome = await act(app, about, async (turn) => {
        by = await whoIs(turn, incoming)
        if (incoming.kind === "message") await deliver(turn, incoming, { text })
      })
      return outcome.repeated ? SILENT : { toast: shortened(text), alert: true }
    }
  }

const answer = async (turn: Act, room: Room, incoming: Incoming, file: Upload | null): Promise<Receipt> => {
  switch (incoming.kind) {
    case "message":
      if (incoming.text.length > LONGEST_TEXT) throw new Refusal(turn.text.command.tooLong(LONGEST_TEXT))
      await answerMessage(turn, room, incoming, file)
      return SILENT
    case "press":
      return answerPress(turn, room, incoming)
    case "membership":
      await groups.present(turn, {
        chat: incoming.place.id,
        kind: incoming.place.kind,
        user: incoming.sender?.id ?? null,
        present: incoming.present,
      })
      return SILENT
    case "moved":
      await chats.move(turn, incoming.place.id, incoming.to)
      return SILENT
  }
}

const senderOf = (incoming: Incoming): Sender | null => (incoming.kind === "moved" ? null : incoming.sender)

/** The enrolled person's id, or the messenger's id of whoever it was. */
const whoIs = async (turn: Act, incoming: Incoming): Promise<string> => {
  const sender = senderOf(incoming)
  return (sender && (await people.memberOf(turn, sender.id))?.person.id) ?? turn.by
}

const why = (incoming: Incoming, commands: readonly Command[]): string => {
  if (incoming.kind === "press")
    return /^\./.test(incoming.press) ? "answer" : (incoming.press.split(" ")[0] ?? "press")
  if (incoming.kind !== "message") return incoming.kind
  const typed = readTyped(incoming.text)
  return commands.some(({ name }) => name === typed.name) ? typed.name : "answer"
}

/**
 * The table in an attachment, fetched and read before the transaction begins; null unless somebody sends it in private who
 * may take a ledger in.
 */
const fetched = async (app: App, incoming: Incoming): Promise<Upload | null> => {
  if (incoming.kind !== "message" || !incoming.attachment || !incoming.sender) return null
  if (incoming.place.kind !== "private" || incoming.edited) return null
  const sender = incoming.sender
  const known = await act(app, { by: sender.id, why: "look" }, (turn) => people.memberOf(turn, sender.id))
  if (known.repeated || known.value === null || !holdsAnywhere(known.value.roles, "account.import"))
    return null
  const { name } = incoming.attachment
  try {
    return { name, reading: await readTable(name, await incoming.attachment.read()) }
  } catch (fault) {
    if (fault instanceof Withheld) return { name, reading: { mistake: { code: fault.code } } }
    throw fault
  }
}
