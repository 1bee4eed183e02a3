import type { Account } from "../../rules/account.ts"
import { due } from "../../rules/checkpoints.ts"
import type { Finding } from "../../rules/finding.ts"
import { type Day, dayOf, hours } from "../../rules/time.ts"
import { isEnded } from "../../rules/life.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as occasions from "../occasions.ts"
import * as offices from "../offices.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { closeSheets } from "./sheets.ts"
import { occasionOf, shown } from "./showing.ts"
import * as telling from "./telling.ts"

/** How long whoever entered it by mistake can take it back. */
const UNDO_HOURS = 24

export interface Found extends Pick<Finding, "kind" | "what" | "rules" | "line" | "evidence" | "dueOn"> {
  readonly unitId: string
  readonly account: Account | null
  readonly sheetId?: string
}

const nextNumber = async (act: Act): Promise<string> => {
  const year = dayOf(act.now).slice(0, 4)
  return `${year}-${(await act.tables.findings.where("year", year)).length + 1}`
}

/** The day that is proposed for putting something right in a unit. */
export const proposedDay = async (act: Act, unitId: string): Promise<Day> => {
  const { figures } = await stackOf(act, await units.unit(act, unitId))
  return due(await calendar(act), figures, "finding.due", dayOf(act.now))
}

/** Enters something that is to be put right by a day; nobody is told yet. */
export const enter = async (act: Act, me: people.Member, found: Found): Promise<Finding> => {
  await people.demand(act, me, "finding.open", found.unitId)
  return put(act, found)
}

/** The same for what follows from something that somebody entered, whatever their rights. */
export const put = async (act: Act, found: Found): Promise<Finding> => {
  const { unitId, account, sheetId = null, ...said } = found
  if (said.dueOn < dayOf(act.now)) throw new Refusal(act.text.finding.past(said.dueOn))
  const finding: Finding = {
    ...said,
    id: act.newId(),
    number: await nextNumber(act),
    unitId,
    accountId: account?.id ?? null,
    officeId: (await offices.officeOf(act, unitId)).id,
    sheetId,
    foundOn: dayOf(act.now),
    by: act.by,
    at: act.now,
    round: 1,
    rectified: null,
    sentBack: [],
    closed: null,
    state: "open",
    told: (await telling.concerned(act, { unitId, accountId: account?.id ?? null })).map(({ id }) => id),
    dueAt: null,
  }
  await act.tables.findings.put(finding)
  await ask(act, finding)
  return finding
}

/** Opens what the rules tie to it, with the day that was set. */
export const ask = async (act: Act, finding: Finding): Promise<void> => {
  const { what, dueOn } = finding
  await occasions.happen(act, { ...occasionOf(finding), on: dayOf(act.now), dueOn, note: what })
}

/** Tells whoever has to put them right, in one message for a unit. */
export const tellUnit = async (act: Act, findings: readonly Finding[]): Promise<void> => {
  const [first] = findings
  if (first === undefined) return
  for (const personId of new Set(findings.flatMap(({ told }) => told))) {
    const person = await act.tables.persons.get(personId)
    const own = findings.filter(({ told }) => told.includes(personId))
    const its = []
    for (const each of own) its.push(await shown(act, each))
    if (person !== null)
      await telling.tell(act, first.unitId, [person], `opened:${first.id}`, {
        text: act.text.finding.notice(its),
        buttons: telling.answerButtons(act, own),
      })
  }
}

/** The same, for one that somebody enters by hand. */
export const open = async (act: Act, me: people.Member, found: Found): Promise<Finding> => {
  const finding = await enter(act, me, found)
  await tellUnit(act, [finding])
  return finding
}

/** It was entered by mistake: nothing is asked for because of it, and whoever was told hears so. */
export const withdraw = async (act: Act, me: people.Member, finding: Finding): Promise<Finding> => {
  await people.demand(act, me, "finding.open", finding.unitId)
  const words = act.text.finding
  if (finding.state !== "open" || finding.round > 1) throw new Refusal(words.tooFar)
  const account = finding.accountId === null ? null : await act.tables.accounts.get(finding.accountId)
  // What an account leaves behind when it is over can be put right by nobody.
  const isOver = account === null ? finding.accountId !== null : isEnded(account)
  if (!isOver && (finding.by !== act.by || act.now - finding.at > hours(UNDO_HOURS)))
    throw new Refusal(words.notYours(UNDO_HOURS))
  await occasions.unhappen(act, occasions.idOf(occasionOf(finding)))
  const withdrawn: Finding = { ...finding, state: "withdrawn", dueAt: null }
  await act.tables.findings.put(withdrawn)
  await closeSheets(act, withdrawn)
  const told = []
  for (const id of finding.told) told.push(await act.tables.persons.get(id))
  await telling.tell(
    act,
    finding.unitId,
    told.filter((each) => each !== null),
    `withdrawn:${finding.id}`,
    { text: words.withdrawn(await shown(act, withdrawn)) },
  )
  return withdrawn
}
