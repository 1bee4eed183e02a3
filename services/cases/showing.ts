import { type Case, promisedDay } from "../../rules/case.ts"
import { nextConsent, nextStep } from "../../rules/casework.ts"
import type { Source } from "../../rules/owed.ts"
import type { ShownCase } from "../../rules/showncase.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as duties from "../duties.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"
import { clockOf } from "./reading.ts"

const nameOf = async (act: Act, id: string): Promise<string> =>
  (await act.tables.persons.get(id))?.name ?? act.text.cases.clock

export const cited = async (act: Act, rules: readonly string[]): Promise<readonly Source[]> => {
  const found: Source[] = []
  for (const key of rules) {
    const source = await bindings.sourceOfKey(act, key)
    if (source) found.push(source)
  }
  return found
}

const waitsFor = async (act: Act, it: Case): Promise<ShownCase["waits"]> => {
  const step = nextConsent(it)
  if (step === null) return null
  return { step, sources: await cited(act, it.chain.find((each) => each.step === step)?.rules ?? []) }
}

const dutyOf = async (act: Act, it: Case, doing: "request.first-reply" | "request.finish") => {
  const row = await clockOf(act, it, doing)
  return row === null ? null : duties.shown(act, row)
}

/** A message with every name that a card says; what people asked to keep to oneself is left out. */
export const shown = async (act: Act, it: Case): Promise<ShownCase> => {
  const account = await act.tables.accounts.get(it.accountId)
  const open = !it.confidential
  const notes = []
  for (const { by, note, ...each } of it.notes)
    notes.push({ ...each, note: open ? note : null, by: await nameOf(act, by) })
  const { number, confidential, attention, receivedAt, state, reopened, content, firstReplyAt } = it
  return {
    number,
    confidential,
    attention,
    receivedAt,
    state,
    reopened,
    content,
    firstReplyAt,
    topic: open ? it.topic : null,
    link: open ? it.link : null,
    platformNumber: open ? it.platformNumber : null,
    unit: open ? (await units.unit(act, it.unitId)).name : null,
    account: open && account ? { platform: account.platform, name: account.name } : null,
    department: open ? (it.department?.name ?? null) : null,
    promised: promisedDay(it),
    postponing: it.postponing && {
      day: it.postponing.day,
      reason: open ? it.postponing.reason : "",
      by: await nameOf(act, it.postponing.by),
    },
    reply: it.reply && { link: open ? it.reply.link : null, by: await nameOf(act, it.reply.by) },
    next: nextStep(it),
    waits: await waitsFor(act, it),
    first: await dutyOf(act, it, "request.first-reply"),
    finish: await dutyOf(act, it, "request.finish"),
    supervised: it.supervised?.because ?? null,
    notes,
  }
}

/** How a message is called in a line: by its number, and by what it is about unless that is to be kept to oneself. */
export const calledIn = (act: Act, it: Pick<Case, "number" | "topic" | "confidential">): string =>
  act.text.casecard.called({ number: it.number, topic: it.confidential ? null : it.topic })

/** Whether somebody may see to a message: for its account's unit, or for the office that was handed it. */
export const mayHandle = async (act: Act, me: people.Member, it: Case): Promise<boolean> =>
  (await people.may(act, me, "case.handle", it.unitId)) ||
  (it.department?.unitId != null && (await people.may(act, me, "case.handle", it.department.unitId)))

/** A message by its id or number, for whoever may see to it; of another unit nothing is said but that. */
export const known = async (act: Act, me: people.Member, typed: string): Promise<Case> => {
  const [numbered] = await act.tables.cases.where("number", typed.toUpperCase())
  const it = (await act.tables.cases.get(typed)) ?? numbered ?? null
  if (it === null) throw new Refusal(act.text.cases.gone)
  if (!(await mayHandle(act, me, it))) throw new Refusal(act.text.cases.elsewhere(it.number))
  return it
}
