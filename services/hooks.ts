import { createHash } from "node:crypto"
import type { Hook, Topic } from "../rules/hook.ts"
import { SHOWN_WITHIN } from "../rules/showing.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"

const MOST = 10

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex")

/** Has a program told what happens in a unit and below. */
export const register = async (
  act: Act,
  me: people.Member,
  { unit, url, topics }: { readonly unit: Unit; readonly url: string; readonly topics: readonly Topic[] },
): Promise<Hook> => {
  await people.demand(act, me, "api.manage", unit.id)
  const known = await act.tables.hooks.where("unit", unit.id)
  if (known.some((each) => each.url === url)) throw new Refusal(act.text.hook.twice)
  if (known.length >= MOST) throw new Refusal(act.text.hook.tooMany(unit.name, MOST))
  const hook: Hook = {
    id: act.newId(),
    unitId: unit.id,
    url,
    topics: [...new Set(topics)],
    by: me.person.id,
    at: act.now,
    state: "on",
    failures: 0,
    failingSince: null,
    dueAt: null,
  }
  await act.tables.hooks.put(hook)
  return hook
}

/** A hook that one looks after. */
const demanded = async (act: Act, me: people.Member, id: string): Promise<Hook> => {
  const hook = await act.tables.hooks.get(id)
  if (!hook || !(await people.may(act, me, "api.manage", hook.unitId))) throw new Refusal(act.text.hook.gone)
  return hook
}

/** Begins again with what has waited, or stops telling. */
export const turn = async (act: Act, me: people.Member, id: string, state: "on" | "off"): Promise<Hook> => {
  const hook = await demanded(act, me, id)
  const waits = state === "on" && (await act.tables.hookCalls.where("hook", id)).length > 0
  const turned: Hook = { ...hook, state, failures: 0, failingSince: null, dueAt: waits ? act.now : null }
  await act.tables.hooks.put(turned)
  return turned
}

/** Forgets it, and all that it was still to be told. */
export const remove = async (act: Act, me: people.Member, id: string): Promise<Hook> => {
  const hook = await demanded(act, me, id)
  for (const call of await act.tables.hookCalls.where("hook", id)) await act.tables.hookCalls.remove(call.id)
  await act.tables.hooks.remove(id)
  return hook
}

/** The hooks of the units one looks after, with how much waits for each. */
export const list = async (act: Act, me: people.Member) => {
  const found = []
  for (const unit of await people.unitsWith(act, me, "api.manage"))
    for (const hook of await act.tables.hooks.where("unit", unit.id)) {
      const waiting = (await act.tables.hookCalls.where("hook", hook.id)).length
      found.push({ hook, unit: unit.name, waiting })
    }
  return found
}

/** Makes a link under which what calls are signed by is shown once. */
export const offer = async (act: Act, { id }: Hook): Promise<string> => {
  const code = act.newId() + act.newId() + act.newId()
  await act.tables.showings.put({
    id: fingerprint(code),
    token: null,
    hook: id,
    dueAt: act.now + SHOWN_WITHIN,
  })
  return code
}

/** The hook whose secret a link shows; null when it was opened before, was never given, or has waited too long. */
export const offered = async (act: Act, code: string): Promise<Hook | null> => {
  const showing = await act.tables.showings.get(fingerprint(code))
  if (!showing?.hook || showing.dueAt <= act.now) return null
  return act.tables.hooks.get(showing.hook)
}

/** The same for the one time that it is shown. */
export const reveal = async (act: Act, code: string): Promise<Hook | null> => {
  const hook = await offered(act, code)
  if (hook) await act.tables.showings.remove(fingerprint(code))
  return hook
}
