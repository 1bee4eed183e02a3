import { type Clock, type Incident, isAnswered, isOver, silentAt } from "../../rules/incident.ts"
import type { Recipient } from "../../rules/outgoing.ts"
import { askedForNews, fallenSilent } from "../../rules/taking.ts"
import type { Act } from "../app.ts"
import { on } from "./callees.ts"
import { groupsOf, tell, toGroup, toPerson } from "./cards.ts"
import { climb } from "./climbing.ts"
import { silence } from "./dealing.ts"
import { keep, note } from "./notes.ts"
import { nameOf, shown } from "./showing.ts"

/** The clock has come to an incident. */
export const run = async (act: Act, before: Incident): Promise<void> => {
  if (isOver(before)) {
    await keep(act, before)
    return
  }
  await speak(act, before)
  const asked = await ask(act, { ...before, spokenUntil: Math.max(before.spokenUntil, act.now) })
  const woken = await wake(act, asked)
  const next = isAnswered(woken) ? woken : await climb(act, woken)
  await keep(act, next)
}

/** Who hears of its clocks: whoever has it, else all who were called, and the unit's group. */
const concerned = async (act: Act, it: Incident): Promise<readonly Recipient[]> => {
  const groups = (await groupsOf(act, it)).map(toGroup)
  const ids = it.holder === null ? it.called.map(({ personId }) => personId) : [it.holder.personId]
  return [...[...new Set(ids)].map(toPerson), ...groups]
}

/** Says what of its clocks has come since it was spoken of last: of each the latest, and tells whoever is to be told. */
const speak = async (act: Act, it: Incident): Promise<void> => {
  for (const clock of it.clocks.filter(({ done }) => done === null)) {
    await warn(act, it, clock)
    await report(act, it, clock)
  }
}

const isNew = (act: Act, { spokenUntil }: Incident, at: number): boolean => at > spokenUntil && at <= act.now

const warn = async (act: Act, it: Incident, clock: Clock): Promise<void> => {
  if (clock.dueAt === null) return
  const come = [...clock.warnAt, clock.dueAt].filter((at) => isNew(act, it, at))
  if (come.length === 0) return
  await note(act, it, { what: "warned", note: clock.do })
  const text = act.text.incident.clock(await shown(act, it), clock, act.now)
  for (const to of await concerned(act, it))
    await tell(act, it, to, { key: `clock:${clock.do}:${Math.max(...come)}`, text })
}

const report = async (act: Act, it: Incident, clock: Clock): Promise<void> => {
  for (const { at, step } of clock.tell.filter((each) => isNew(act, it, each.at)))
    for (const { personId, hindered } of await on(act, it, step)) {
      if (hindered !== null) continue
      await note(act, it, { what: "told", personId, step, note: clock.do })
      const text = act.text.incident.told(await shown(act, it), clock, act.now)
      await tell(act, it, toPerson(personId), { key: `told:${clock.do}:${at}`, text })
    }
}

/** Anything new? From now on whoever has it is waited for, as when they had just taken it. */
const ask = async (act: Act, it: Incident): Promise<Incident> => {
  const { askAt, askEvery, holder } = it
  if (askAt === null || askEvery === null || askAt > act.now) return it
  const next = askedForNews(it, askAt, askEvery, act.now)
  if (holder === null) return next
  await note(act, it, { what: "asked", personId: holder.personId })
  const { incident } = act.text
  const text = incident.anythingNew(await shown(act, it))
  const buttons = [
    [
      { label: incident.buttons.progress, press: `progress case=${it.id}` },
      { label: incident.buttons.nothingNew, press: `incident case=${it.id} do=nothing` },
    ],
  ]
  await tell(act, it, toPerson(holder.personId), { key: `ask:${askAt}`, text, buttons })
  return next
}

/** Whoever has it has said nothing for too long: it is open again, and everybody is called anew. */
const wake = async (act: Act, it: Incident): Promise<Incident> => {
  const at = silentAt(it)
  if (at === null || at > act.now || it.holder === null) return it
  const { personId } = it.holder
  await note(act, it, { what: "silent", personId })
  const text = act.text.incident.silent(await shown(act, it), await nameOf(act, personId))
  for (const to of [toPerson(personId), ...(await groupsOf(act, it)).map(toGroup)])
    await tell(act, it, to, { key: `silent:${at}`, text })
  return silence(act, fallenSilent(it, act.now))
}
