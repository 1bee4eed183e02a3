import { isMilder, isOwnDoing, type Severity } from "../../rules/gravity.ts"
import { type Clock, type Incident, isOver, provedByLink } from "../../rules/incident.ts"
import { heardNews } from "../../rules/taking.ts"
import { dayOf, type Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as proposing from "../closing/proposing.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { on } from "./callees.ts"
import { toPerson } from "./cards.ts"
import { deal, refresh } from "./dealing.ts"
import * as drilling from "./drilling.ts"
import { demandTaker } from "./finding.ts"
import { keep, note } from "./notes.ts"
import { answeringFor } from "./raising.ts"
import { nameOf } from "./showing.ts"

/** Refuses what is closed, and whoever may not deal with it. */
const demandOpen = async (act: Act, me: people.Member, it: Incident): Promise<void> => {
  await demandTaker(act, me, it)
  if (it.closed !== null && isOver(it))
    throw new Refusal(act.text.incident.closedAlready(await nameOf(act, it.closed.by), it.closed.at))
}

const changed = async (act: Act, it: Incident): Promise<Incident> => {
  const kept = await keep(act, it)
  await refresh(act, kept)
  return kept
}

const doneBy = (act: Act, clocks: readonly Clock[], which: readonly Clock["do"][], link: string | null) =>
  clocks.map((clock) =>
    clock.done === null && which.includes(clock.do)
      ? { ...clock, done: { by: act.by, at: act.now, link } }
      : clock,
  )

/** How it goes: the first such word also shows that something was done. */
export const progress = async (
  act: Act,
  me: people.Member,
  it: Incident,
  said: string,
): Promise<Incident> => {
  await demandOpen(act, me, it)
  await note(act, it, { what: "progress", personId: me.person.id, note: said })
  return changed(act, {
    ...heardNews(it, act.by, act.now),
    clocks: doneBy(act, it.clocks, ["incident.act"], null),
  })
}

/** There is nothing new: asked again in a day. */
export const nothingNew = async (act: Act, me: people.Member, it: Incident): Promise<string> => {
  await demandOpen(act, me, it)
  await note(act, it, { what: "progress", personId: me.person.id, note: act.text.incident.nothing })
  await changed(act, heardNews(it, act.by, act.now))
  return act.text.incident.nothing
}

/** What was not known when it was reported. */
export const detail = async (
  act: Act,
  me: people.Member,
  it: Incident,
  { what, link }: Pick<Incident, "what" | "link">,
): Promise<Incident> => {
  await people.demand(act, me, "incident.raise", it.unitId)
  if (isOver(it)) await demandOpen(act, me, it)
  await note(act, it, { what: "detail", note: [what, link].filter((each) => each !== null).join(" ") })
  const said = [it.what, what].filter((each) => each !== null)
  return changed(act, { ...it, what: said.length === 0 ? null : said.join("\n"), link: link ?? it.link })
}

/** The public answer, or the correction, by its link: only this ends its clock. */
export const answered = async (
  act: Act,
  me: people.Member,
  it: Incident,
  link: string,
): Promise<Incident> => {
  await demandOpen(act, me, it)
  const open = it.clocks.filter(({ do: what, done }) => done === null && provedByLink.includes(what))
  if (open.length === 0) throw new Refusal(act.text.incident.nothingToAnswer)
  if (it.clocks.some(({ done }) => done?.link === link)) throw new Refusal(act.text.incident.linkUsed(link))
  await note(act, it, { what: "answered", personId: me.person.id, note: link })
  const which = [...open.map(({ do: what }) => what), "incident.act" as const]
  return changed(act, { ...heardNews(it, act.by, act.now), clocks: doneBy(act, it.clocks, which, link) })
}

/** What a need's clock is done by, once every line of it is there. */
const MET_BY_NEEDS: readonly Clock["do"][] = [
  "incident.consult",
  "incident.transfer",
  "incident.ask-platform",
]

/** Puts what is asked for on one line, with the day where that is asked for too. */
export const meet = async (
  act: Act,
  me: people.Member,
  it: Incident,
  { need: id, said, on: day }: { readonly need: string; readonly said: string; readonly on: Day | null },
): Promise<Incident> => {
  await demandOpen(act, me, it)
  const need = it.needs.find((each) => each.id === id)
  if (!need) throw new Refusal(act.text.incident.noSuchNeed)
  if (need.dated && day === null) throw new Refusal(act.text.incident.needsDay)
  if (day !== null && (day > dayOf(act.now) || day < dayOf(it.foundAt)))
    throw new Refusal(act.text.incident.wrongDay(day))
  await note(act, it, { what: "need", personId: me.person.id, note: `${need.says}：${said}` })
  const needs = it.needs.map((each) =>
    each.id === id ? { ...each, note: said, on: day, by: me.person.id, at: act.now } : each,
  )
  const met = it.clocks.filter(
    ({ do: what, rules }) =>
      MET_BY_NEEDS.includes(what) &&
      needs.every((each) => each.note !== null || !each.rules.some((rule) => rules.includes(rule))),
  )
  const clocks = doneBy(
    act,
    it.clocks,
    met.map(({ do: what }) => what),
    null,
  )
  return changed(act, { ...heardNews(it, act.by, act.now), needs, clocks })
}

/** Another gravity: graver says anybody, milder only the leader in charge. The times are counted anew from the finding. */
export const judge = async (
  act: Act,
  me: people.Member,
  it: Incident,
  severity: Severity,
): Promise<Incident> => {
  await demandOpen(act, me, it)
  if (isMilder(severity, it.severity) || it.severity === "unsure")
    if (isMilder(severity, it.severity)) await people.demand(act, me, "incident.lower", it.unitId)
  if (severity === it.severity) throw new Refusal(act.text.incident.sameSeverity)
  const account = it.accountId === null ? null : await act.tables.accounts.get(it.accountId)
  const { clocks, needs, ladder } = await answeringFor(act, { ...it, account, severity })
  await note(act, it, { what: "severity", personId: me.person.id, note: severity })
  const judged: Incident = {
    ...it,
    severity,
    clocks: clocks.map((fresh) => it.clocks.find((each) => each.do === fresh.do && each.done) ?? fresh),
    needs: needs.map((fresh) => it.needs.find((each) => each.id === fresh.id && each.note !== null) ?? fresh),
  }
  // Whoever is to be told of such a case in the first message is told now.
  const known = it.ladder.steps[0]?.calls ?? []
  const first = (ladder.steps[0]?.calls ?? []).filter((step) => !known.includes(step))
  const late = []
  for (const step of first)
    for (const each of await on(act, it, step))
      if (each.hindered === null && it.cards[each.personId] === undefined) late.push(each.personId)
  for (const personId of late) await note(act, it, { what: "called", personId })
  return changed(act, await deal(act, judged, late.map(toPerson)))
}

/** What is still missing before it can be closed. */
export const missingOf = (it: Incident) => ({
  links: it.clocks.filter(({ do: what, done }) => provedByLink.includes(what) && done === null),
  needs: it.needs.filter((each) => each.note === null),
})

/** Ends it: with all that its kind asks for; by mistake raised, only on the word of whoever may lower it. */
export const close = async (
  act: Act,
  me: people.Member,
  it: Incident,
  { said, mistaken }: { readonly said: string; readonly mistaken: boolean },
): Promise<Incident> => {
  await demandOpen(act, me, it)
  const words = act.text.incident
  if (mistaken) await people.demand(act, me, "incident.lower", it.unitId)
  else {
    const missing = missingOf(it)
    if (missing.links.length + missing.needs.length > 0) throw new Refusal(words.cannotClose(missing))
    if (it.holder === null) throw new Refusal(words.takeFirst)
    if (it.holder.personId !== me.person.id && !(await people.may(act, me, "incident.lower", it.unitId)))
      throw new Refusal(words.notYoursToClose(await nameOf(act, it.holder.personId)))
  }
  await note(act, it, { what: "closed", personId: me.person.id, note: said })
  const all = it.clocks.map(({ do: what }) => what)
  const closed = await changed(act, {
    ...it,
    state: "closed",
    closed: { by: me.person.id, at: act.now, note: said },
    clocks: mistaken ? it.clocks : doneBy(act, it.clocks, all, null),
  })
  await drilling.count(act, closed)
  if (!mistaken) await blame(act, closed)
  return closed
}

/** An account that has brought a grave public outcry upon itself has to be closed, where a rulebook wants that. */
const blame = async (act: Act, { accountId, kind, severity, drill, id, number }: Incident): Promise<void> => {
  if (drill || accountId === null || !isOwnDoing(kind)) return
  if (severity !== "gravest" && severity !== "major") return
  const account = await act.tables.accounts.get(accountId)
  if (account === null) return
  const says = act.text.proposal.caused(number)
  await proposing.propose(act, account, { cause: "account.caused-incident", nth: id, says })
}
