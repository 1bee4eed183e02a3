import { drawPng } from "../papers/picture/png.ts"
import type { Outcome } from "../rules/delivery.ts"
import type { Body } from "../rules/outgoing.ts"
import type { App } from "../services/app.ts"
import type { Call } from "../services/departure.ts"
import { Doubtful, Gone, type Messenger, Moved, Pause, Refused, Unreachable } from "./messenger.ts"

/** How an attempt ended, and how long everything has to wait because of it (milliseconds). */
export interface Attempt {
  readonly outcome: Outcome
  readonly pause: number
}

/** Makes one call, and puts every way in which it can end into words. Never throws. */
export const attempt = async (app: App, messenger: Messenger, call: Call): Promise<Attempt> => {
  try {
    return { outcome: { kind: "delivered", messageId: await deliver(app, messenger, call) }, pause: 0 }
  } catch (fault) {
    return { outcome: read(app, call, fault), pause: fault instanceof Pause ? fault.duration : 0 }
  }
}

/** What is sent, with its picture as far as it can be drawn: a text never waits for its picture. */
const illustrated = async (app: App, { rows, body }: Call): Promise<[body: Body, photo?: Uint8Array]> => {
  const { picture } = body
  if (!picture) return [body]
  try {
    return [body, await drawPng(picture.svg)]
  } catch (fault) {
    app.report(fault, `picture of ${rows.join(" ")}`)
    return [{ ...body, text: body.text === "" ? picture.alt : body.text }]
  }
}

const deliver = async (app: App, messenger: Messenger, call: Call): Promise<string | null> => {
  const { chat, topic, replyTo, edits, removes, body } = call
  if (removes !== null) {
    await messenger.remove(chat, removes)
    return null
  }
  if (call.probe) {
    await messenger.self()
    return null
  }
  const to = { chat, kind: messenger.kindOf(chat), topic, replyTo }
  if (edits === null) return (await messenger.send(to, ...(await illustrated(app, call)))).messageId
  await messenger.edit(to, edits, body)
  return edits
}

const isFinal = (fault: unknown): boolean =>
  fault instanceof Unreachable || fault instanceof Refused || fault instanceof Gone

const read = (app: App, call: Call, fault: unknown): Outcome => {
  const why = fault instanceof Error ? fault.message : String(fault)
  const about = `message ${call.rows.join(" ")}`
  if (fault instanceof Pause) return { kind: "held" }
  if (fault instanceof Gone && call.edits !== null) return { kind: "gone" }
  if (fault instanceof Moved && fault.to !== call.chat) return { kind: "moved", to: fault.to }
  // That it may not be deleted is no fault, and nobody's chat is shut for it.
  if (call.removes !== null && isFinal(fault)) return { kind: "stays", why }
  if (fault instanceof Unreachable) return { kind: "unreachable", why }
  if (fault instanceof Refused) return { kind: "refused", why, reference: app.report(fault, about) }
  if (fault instanceof Doubtful) {
    if (call.repeat && call.edits === null) app.report(new Error(`no answer twice: ${why}`), about)
    return { kind: "doubtful", why }
  }
  return { kind: "later", why }
}
