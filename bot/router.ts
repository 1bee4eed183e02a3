import type { Command, Upload } from "../commands/form/command.ts"
import { readTyped } from "../commands/form/typed.ts"
import { looksLikePassword } from "../rules/secret.ts"
import { act, type Act, type App } from "../services/app.ts"
import * as chats from "../services/chats.ts"
import * as groups from "../services/groups.ts"
import * as people from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import type { About, Outcome } from "../storage/store.ts"
import { opened } from "./attachments.ts"
import { leakIn, leaksIn, mayLeakIn, takeAway, turnAway } from "./leaks.ts"
import { type Incoming, type Receipt, type Sender } from "./messenger.ts"
import { answerMessage } from "./messages.ts"
import type { Departure } from "./passing.ts"
import { answerPress } from "./presses.ts"
import { deliver, NotOurs, PASSED, type Room, shortened, SILENT } from "./scene.ts"

/** Telegram's own limit for what a person can send in one message. */
const LONGEST_TEXT = 4096

/** From what a messenger delivers to one transaction: effect, record and reply, all or nothing. */
export const router =
  (app: App, room: Room) =>
  async (incoming: Incoming): Promise<Receipt> => {
    const unread = leakIn(incoming)
    let leak = unread
    let by = senderOf(incoming)?.id ?? "unknown"
    let reason = unread ? "password" : why(incoming, room.commands)
    const about = {
      // Known only inside: asking before would be a transaction of its own.
      get by() {
        return by
      },
      get why() {
        return reason
      },
      incoming: incoming.id,
    }
    try {
      const file = unread ? null : await opened(app, incoming)
      if (incoming.kind === "message" && file && leaksIn(file.upload)) leak = incoming
      const outcome = await within(app, room, about, async (turn) => {
        const me = await memberIn(turn, incoming)
        by = me?.person.id ?? by
        if (unread) {
          await turnAway({ ...turn, by }, room, unread)
          return SILENT
        }
        if (leak) await takeAway(turn, leak)
        else if (incoming.kind === "message") {
          const about = await mayLeakIn({ ...turn, by }, room, incoming, me)
          if (about !== null) {
            reason = about === "people" ? "personal" : "password"
            await turnAway({ ...turn, by }, room, incoming, about)
            return SILENT
          }
        }
        return answer({ ...turn, by }, room, incoming, me, file?.wanted ? file.upload : null)
      })
      return outcome.repeated ? SILENT : outcome.value
    } catch (fault) {
      if (fault instanceof NotOurs) return PASSED
      const text =
        fault instanceof Refusal ? fault.message : app.text.command.failed(app.report(fault, about.why))
      // Nothing of the attempt stands; only the answer, and that this update is settled.
      const outcome = await within(app, room, about, async (turn) => {
        by = (await memberIn(turn, incoming))?.person.id ?? by
        if (leak) await takeAway(turn, leak)
        if (incoming.kind === "message" && !unread) await deliver(turn, incoming, { text })
      })
      return outcome.repeated ? SILENT : { toast: shortened(text), alert: true }
    }
  }

/** One transaction, with which leaves what can of the answers it posts. */
const within = async <T>(
  app: App,
  room: Room,
  about: About,
  work: (turn: Act) => Promise<T>,
): Promise<Outcome<T>> => {
  const leaving: Departure[] = []
  try {
    const outcome = await act(app, about, async (turn) => {
      const value = await work(turn)
      if (room.depart) leaving.push(await room.depart(turn))
      return value
    })
    for (const departure of leaving) departure.go()
    return outcome
  } catch (fault) {
    for (const departure of leaving) departure.stay()
    throw fault
  }
}

const answer = async (
  turn: Act,
  room: Room,
  incoming: Incoming,
  me: people.Member | null,
  file: Upload | null,
): Promise<Receipt> => {
  switch (incoming.kind) {
    case "message":
      if (incoming.text.length > LONGEST_TEXT) throw new Refusal(turn.text.command.tooLong(LONGEST_TEXT))
      await answerMessage(turn, room, incoming, me, file)
      return SILENT
    case "press":
      if (incoming.press.split(/[ =]/).some(looksLikePassword)) throw new Refusal(turn.text.command.stale)
      return answerPress(turn, room, incoming, me)
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

const memberIn = async (turn: Act, incoming: Incoming): Promise<people.Member | null> => {
  const sender = senderOf(incoming)
  return sender && people.memberOf(turn, sender.id)
}

const why = (incoming: Incoming, commands: readonly Command[]): string => {
  if (incoming.kind !== "message" && incoming.kind !== "press") return incoming.kind
  // Nothing but a name of ours is written down: whatever else was typed or sent may be anything.
  const said = incoming.kind === "press" ? incoming.press.split(" ")[0] : readTyped(incoming.text).name
  return commands.find(({ name }) => name === said)?.name ?? "answer"
}
