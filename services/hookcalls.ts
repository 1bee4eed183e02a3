import type { Account } from "../rules/account.ts"
import type { Finding } from "../rules/finding.ts"
import {
  failed as afterFailure,
  type Happening,
  happenedIn,
  happenedTo,
  happenings,
  type Hook,
  type HookCall,
} from "../rules/hook.ts"
import type { Incident } from "../rules/incident.ts"
import type { Obligation } from "../rules/obligation.ts"
import { isHere } from "../rules/person.ts"
import type { Post } from "../rules/post.ts"
import type { Altered } from "../storage/store.ts"
import type { Act } from "./app.ts"
import * as officers from "./officers.ts"
import * as outbox from "./outbox.ts"
import * as units from "./units.ts"

interface Told {
  readonly happening: Happening
  readonly unitId: string
  readonly accountId: string | null
  readonly about: object
}

/** What of a change is told outside: never who did it, nor what people wrote to each other. */
const toldOf = ({ table, before, after }: Altered): Told | null => {
  if (after === null) return null
  switch (table) {
    case "obligations": {
      const row = after as Obligation
      const happening = happenedTo(before as Obligation | null, row)
      const { id, unitId, accountId, act, phase, due } = row
      return happening && { happening, unitId, accountId, about: { id, act, phase, dueOn: due?.day ?? null } }
    }
    case "incidents": {
      const row = after as Incident
      const happening = happenedIn(before as Incident | null, row)
      const { id, unitId, accountId, number, kind, severity, state, drill } = row
      // A rehearsal never leaves the unit.
      if (happening === null || drill) return null
      return { happening, unitId, accountId, about: { id, number, kind, severity, state } }
    }
    case "findings": {
      const { id, unitId, accountId, number, kind, dueOn } = after as Finding
      if (before !== null) return null
      return { happening: "finding.opened", unitId, accountId, about: { id, number, kind, dueOn } }
    }
    case "posts": {
      const { id, accountId, link, original, at } = after as Post
      const about = { id, link, original, at: new Date(at).toISOString() }
      return before === null ? { happening: "post.reported", unitId: "", accountId, about } : null
    }
    default:
      return null
  }
}

/** Puts down what this transaction has to have told outside; at its end. */
export const note = async (act: Act): Promise<void> => {
  // Most offices have none, and most transactions end here.
  if ((await act.tables.hooks.where("state", "on")).length === 0) return
  for (const [nth, told] of act.altered().map(toldOf).entries()) if (told) await put(act, told, nth)
}

const put = async (act: Act, told: Told, nth: number): Promise<void> => {
  const { happening, accountId, about } = told
  const account: Account | null = accountId === null ? null : await act.tables.accounts.get(accountId)
  const unitId = account?.unitId ?? told.unitId
  const path = await units.above(act, unitId)
  const [unit] = path
  if (!unit) return
  for (const each of path)
    for (const hook of await act.tables.hooks.where("unit", each.id)) {
      if (hook.state !== "on" || !hook.topics.includes(happenings[happening])) continue
      const event = act.newId()
      const body = {
        id: event,
        type: happening,
        at: new Date(act.now).toISOString(),
        unit: { id: unit.id, name: unit.name },
        account: account && { id: account.id, platform: account.platform, name: account.name },
        data: about,
      }
      const id = `${hook.id}/${String(act.now).padStart(14, "0")}/${String(nth).padStart(4, "0")}/${event}`
      const call: HookCall = { id, hookId: hook.id, event, at: act.now, body: JSON.stringify(body) }
      await act.tables.hookCalls.put(call)
      if (hook.dueAt === null) await act.tables.hooks.put({ ...hook, dueAt: act.now })
    }
}

/** How many are told at a time. */
const AT_ONCE = 8

/** What leaves now: the oldest call of each hook whose time has come. */
export const next = async (
  act: Act,
): Promise<readonly { readonly hook: Hook; readonly call: HookCall }[]> => {
  const found = []
  for (const hook of await act.tables.hooks.due(act.now, AT_ONCE)) {
    const [call] = await act.tables.hookCalls.where("hook", hook.id)
    if (call) found.push({ hook, call })
    else await act.tables.hooks.put({ ...hook, dueAt: null })
  }
  return found
}

/** Notes how a call went; a hook that has failed for long is given up, and whoever set it up is told. */
export const called = async (act: Act, call: HookCall, wentWell: boolean): Promise<void> => {
  const hook = await act.tables.hooks.get(call.hookId)
  if (!hook) return
  if (wentWell) {
    await act.tables.hookCalls.remove(call.id)
    const more = (await act.tables.hookCalls.where("hook", hook.id)).length > 0
    return act.tables.hooks.put({ ...hook, failures: 0, failingSince: null, dueAt: more ? act.now : null })
  }
  if (hook.state !== "on") return act.tables.hooks.put({ ...hook, dueAt: null })
  const after = afterFailure(hook, act.now)
  await act.tables.hooks.put(after)
  if (after.state === "failing") await giveUp(act, after)
}

const giveUp = async (act: Act, hook: Hook): Promise<void> => {
  const { name } = await units.unit(act, hook.unitId)
  const { givenUp, buttons } = act.text.hook
  const maker = await act.tables.persons.get(hook.by)
  // Whoever has left hears nothing of the unit any more.
  const told = maker && isHere(maker, act.now) ? [maker.id] : await officers.of(act, hook.unitId)
  for (const id of told)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: `hook:${hook.id}:${String(act.now)}:${id}`,
      body: {
        text: givenUp({ url: hook.url, unit: name, since: hook.failingSince ?? act.now }),
        buttons: [[{ label: buttons.on, press: `webhooks hook=${hook.id} step=on` }]],
      },
    })
}
