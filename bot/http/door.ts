import { createHash } from "node:crypto"
import { KNOWN_FOR } from "../../rules/repeat.ts"
import { seconds } from "../../rules/time.ts"
import { idIn, type Scope } from "../../rules/token.ts"
import type { Scene } from "../../commands/form/command.ts"
import { act, type Act } from "../../services/app.ts"
import { Forbidden, Refusal } from "../../services/refusal.ts"
import * as tokens from "../../services/tokens.ts"
import * as units from "../../services/units.ts"
import type { Text } from "../../text/index.ts"
import { Limiter } from "./limiter.ts"
import { languageFor, Problem } from "./problem.ts"
import type { Call, House } from "./route.ts"

/** What a program is answered. */
export interface Answer {
  readonly status: 200 | 201
  readonly body: object
}

export interface Errand {
  readonly scope: Scope
  /** As the journal calls it. */
  readonly why: string
  /** What was sent, as it came; null where nothing is sent and nothing changes. */
  readonly sent: string | null
  /** Does it; the scene's `by` is whoever answers for the token, and the journal's the token itself. */
  readonly work: (scene: Scene, caller: tokens.Caller) => Promise<Answer>
}

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex")
const KEY = /^[\x21-\x7e]{1,200}$/

/** Where every program comes in: one transaction for each request, with effect, journal line and answer. */
export const door = (house: House) => {
  const { app } = house
  const limiter = new Limiter()

  const throttle = (given: string, text: Text): void => {
    const at = limiter.take(fingerprint(given), app.now())
    if (at === null) return
    const wait = Math.max(1, Math.ceil((at - app.now()) / seconds(1)))
    throw new Problem("too_many", text.http.tooMany(wait), {}, wait)
  }

  const letIn = async (turn: Act, given: string, scope: Scope, text: Text): Promise<tokens.Caller> => {
    const caller = await tokens.caller(turn, given)
    if (typeof caller === "string") {
      limiter.forget(fingerprint(given))
      throw new Problem("unauthorized", text.http[caller])
    }
    limiter.know(fingerprint(given))
    if (!caller.token.scopes.includes(scope))
      throw new Problem("forbidden", text.http.noScope(text.token.scopes[scope]))
    return caller
  }

  /** Does the errand in the language asked for as well, where that is another: what is kept and told speaks the office's own. */
  const worded = async (turn: Act, caller: tokens.Caller, { work }: Errand, text: Text): Promise<Answer> => {
    const scene = sceneFor(house, turn, caller)
    if (text === turn.text) return work(scene, caller)
    const shown = await turn.rehearse(() => work({ ...scene, text }, caller))
    const done = await work(scene, caller)
    return { ...shown, body: { ...done.body, ...wordsOf(shown.body) } }
  }

  const once = async (
    turn: Act,
    caller: tokens.Caller,
    key: string | undefined,
    { errand, text, call }: { errand: Errand; text: Text; call: Call },
  ): Promise<Response> => {
    if (errand.sent === null || key === undefined) return response(await worded(turn, caller, errand, text))
    if (!KEY.test(key)) throw new Problem("bad_request", text.http.wrongKey)
    const id = fingerprint(`${caller.token.id}\n${key}`)
    const asked = fingerprint(`${call.req.method} ${call.req.path}\n${errand.sent}`)
    const known = await turn.tables.repeats.get(id)
    if (known && known.dueAt > turn.now) {
      if (known.asked !== asked) throw new Problem("key_reused", text.http.usedKey)
      const headers = { "content-type": "application/json", "idempotent-replayed": "true" }
      return new Response(known.answer, { status: known.status, headers })
    }
    const answer = await worded(turn, caller, errand, text)
    await turn.tables.repeats.put({
      id,
      asked,
      status: answer.status,
      answer: JSON.stringify(answer.body),
      dueAt: turn.now + KNOWN_FOR,
    })
    return response(answer)
  }

  return async (call: Call, errand: (text: Text) => Promise<Errand>): Promise<Response> => {
    const text = languageFor(call.req.header("accept-language"), app.text)
    try {
      const given = /^Bearer +(\S{1,200})$/i.exec(call.req.header("authorization") ?? "")?.[1]
      if (given === undefined) throw new Problem("unauthorized", text.http.noToken)
      throttle(given, text)
      const wanted = await errand(text)
      const about = { by: `token:${idIn(given) ?? "none"}`, why: wanted.why }
      const outcome = await act(app, about, async (turn) => {
        const caller = await letIn(turn, given, wanted.scope, text)
        try {
          const key = call.req.header("idempotency-key")
          return await once(turn, caller, key, { errand: wanted, text, call })
        } catch (fault) {
          if (!(fault instanceof Forbidden)) throw fault
          const { name } = await units.unit(turn, caller.token.unitId)
          throw new Problem("forbidden", `${fault.message} ${text.http.otherUnit(name)}`)
        }
      })
      if (outcome.repeated) throw new Error("a transaction without an incoming cannot be a repeat")
      return outcome.value
    } catch (fault) {
      return refused(house, fault, text)
    }
  }
}

const response = ({ status, body }: Answer): Response => Response.json(body, { status })

/** A refusal in the one shape; anything else is a fault of ours, and told with nothing but its reference. */
const refused = ({ app }: House, fault: unknown, text: Text): Response => {
  if (fault instanceof Problem) return fault.response()
  if (fault instanceof Refusal) return new Problem("refused", fault.message).response()
  return new Problem("fault", text.command.failed(app.report(fault, "http"))).response()
}

/** What is written for people in an answer. */
const wordsOf = (body: object): object => ("message" in body ? { message: body.message } : body)

/** A program is in no chat: it does what whoever answers for it could type in private. */
const sceneFor = ({ room }: House, turn: Act, { me }: tokens.Caller): Scene => ({
  ...turn,
  by: me.person.id,
  me,
  place: { chat: `http:${me.person.id}`, kind: "private", title: "", topic: null, unitId: null },
  file: null,
  commands: room.commands,
  deepLink: room.deepLink,
  feedLink: room.feedLink,
  mayCall: room.mayCall,
  onceLink: room.onceLink,
  pageLink: room.pageLink,
  hearsGroups: room.hearsGroups(),
})
