import type { Obligation } from "../rules/obligation.ts"
import type { Button } from "../rules/outgoing.ts"
import type { Person } from "../rules/person.ts"
import type { Round } from "../rules/round.ts"
import { addDays, type Day, dayOf, type Instant, instantOf, weekdayOf } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as brought from "./brought.ts"
import { calendar } from "./calendar.ts"
import * as shifts from "./checkins/lately.ts"
import * as consents from "./consents.ts"
import * as dues from "./dues.ts"
import * as duties from "./duties.ts"
import * as festivals from "./festivals.ts"
import * as leads from "./leads.ts"
import * as groups from "./groups.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import * as people from "./people.ts"
import * as waiting from "./procedures/waiting.ts"
import * as reviews from "./reviews/listing.ts"
import * as rounds from "./rounds.ts"
import * as topics from "./topics.ts"
import * as silence from "./silence.ts"
import * as units from "./units.ts"
import * as vacancies from "./vacancies.ts"

/** How many lines a reminder shows, and for how many of them it offers a button. */
const LINES = 15
const BUTTONS = 4

/** A unit's round: everybody whose home it is, and its groups, each get at most one message. */
export const round = async (act: Act, row: Round): Promise<void> => {
  const unit = await act.tables.units.get(row.unitId)
  if (!unit) return act.tables.rounds.remove(row.id)
  const allowed = outsideQuiet(await units.times(act, unit.id), act.now)
  // After a downtime a round may come at night, or on a day off: it waits, and then says what is due by then.
  if (allowed > act.now) return act.tables.rounds.put({ ...row, dueAt: allowed })
  const next = await rounds.next(act, row.unitId, row.kind)
  await act.tables.rounds.put({ ...row, dueAt: next, lastRunAt: act.now })
  const today = dayOf(act.now)
  const since = row.lastRunAt ?? null
  if (!(await calendar(act)).isWorkingDay(today)) return
  const write = row.kind === "digest" ? digest : lastCall
  if (row.kind === "digest") await topics.passOn(act, unit.id)
  const weekly = await isWeekly(act, today)
  const bring = (rows: readonly Obligation[]): Promise<brought.Brought> =>
    row.kind === "digest" ? brought.morning(act, rows, since, weekly) : brought.lastCall(act, rows)
  if (row.kind === "digest") await silence.look(act, unit)
  for (const person of await people.inUnit(act, unit.id)) {
    const owing = await dues.ofAll(act, await owners.ofPerson(act, person), since)
    const more = row.kind === "digest" ? await moreFor(act, person, today, since) : NOTHING
    const dated = await bring(await duties.ofPerson(act, person, "pressing"))
    await write(act, { kind: "person", id: person.id }, today, owing, dated, more)
  }
  for (const chat of await groups.ofUnit(act, unit.id)) {
    const owing = await dues.ofAll(act, await owners.ofGroup(act, chat), since)
    const dated = await bring(await duties.ofGroup(act, chat, "pressing"))
    await write(act, { kind: "chat", id: chat.id, topic: chat.topic }, today, owing, dated, {
      ...NOTHING,
      festivals: row.kind === "digest" ? await festivals.ofGroup(act, chat, since) : [],
    })
  }
}

/** What a digest says beside the accounts somebody keeps. */
interface More {
  readonly missedBelow: readonly string[]
  /** Applications that wait for them. */
  readonly waiting: readonly string[]
  /** Places below an officer that nobody fills. */
  readonly vacant: readonly string[]
  /** Who did not come on duty, or left no note. */
  readonly shifts: readonly string[]
  /** Leads that came in, came late, or did not come. */
  readonly leads: readonly string[]
  /** Festivals ahead, where activities may be planned. */
  readonly festivals: readonly string[]
  /** A year whose holiday notice is out by now, and not loaded. */
  readonly missingYear: string | null
}
const NOTHING: More = {
  missedBelow: [],
  waiting: [],
  vacant: [],
  shifts: [],
  leads: [],
  festivals: [],
  missingYear: null,
}

const moreFor = async (act: Act, person: Person, today: Day, since: Instant | null): Promise<More> => ({
  missedBelow: await missedBelow(act, person.id, today, since),
  waiting: [
    ...(await waiting.linesFor(act, person.id, { today, weekly: await isWeekly(act, today) })),
    ...(await reviews.linesFor(act, person.id, today)),
    ...(await consents.linesFor(act, person.id, today)),
  ],
  vacant: await vacancies.linesFor(act, person.id),
  shifts: await shifts.linesFor(
    act,
    person.id,
    since ?? (await dayBefore(act, today)),
    await isWeekly(act, today),
  ),
  leads: await leads.linesFor(act, person.id, since ?? (await dayBefore(act, today))),
  festivals: await festivals.ofPerson(act, person, since),
  missingYear: (await isWeekly(act, today)) ? await missingYear(act, person.id, today) : null,
})

const dayBefore = async (act: Act, today: Day): Promise<Instant> =>
  instantOf((await calendar(act)).addWorkingDays(today, -1).day)

/** The administrators of the office are asked for this year's holidays, and from November on for next year's. */
const missingYear = async (act: Act, personId: string, today: Day): Promise<string | null> => {
  const days = await calendar(act)
  const year = Number(today.slice(0, 4))
  const wanted = [year, ...(today.slice(5) >= "11-01" ? [year + 1] : [])].map(String)
  const missing = wanted.find((each) => !days.covers(`${each}-01-01`))
  if (missing === undefined) return null
  for (const { role, unitId } of await people.rolesOf(act, personId))
    if (role === "administrator" && (await units.unit(act, unitId)).parentId === null) return missing
  return null
}

type To = { readonly kind: "person" | "chat"; readonly id: string; readonly topic?: string | null }

const digest = async (
  act: Act,
  to: To,
  day: Day,
  owing: dues.Owing,
  dated: brought.Brought,
  more: More,
): Promise<void> => {
  const weekly = await isWeekly(act, day)
  const overdue = owing.overdue.filter(({ condition }) => condition === "red" || weekly)
  const due = owing.open.filter(({ warned }) => warned)
  const lines =
    overdue.length +
    due.length +
    dated.lines.length +
    more.missedBelow.length +
    more.waiting.length +
    more.vacant.length +
    more.shifts.length +
    more.leads.length +
    more.festivals.length
  if (lines === 0 && more.missingYear === null) return
  const shown = cut(overdue, due)
  await outbox.post(act, {
    to,
    lane: "digest",
    key: `digest:${to.id}:${day}`,
    body: {
      text: act.text.quota.digest({ day, ...shown, duties: dated.lines, ...more }),
      buttons: [...buttonsFor(act, [...shown.overdue, ...shown.due]), ...dated.buttons],
    },
  })
}

const lastCall = async (
  act: Act,
  to: To,
  day: Day,
  owing: dues.Owing,
  dated: brought.Brought,
): Promise<void> => {
  const due = owing.open.filter((each) => each.lastCall)
  if (due.length + dated.lines.length === 0) return
  const shown = cut([], due)
  await outbox.post(act, {
    to,
    lane: "digest",
    key: `last-call:${to.id}:${day}`,
    body: {
      text: act.text.quota.lastCall({ day, due: shown.due, duties: dated.lines, hidden: shown.hidden }),
      buttons: [...buttonsFor(act, shown.due), ...dated.buttons],
    },
  })
}

const cut = (overdue: readonly dues.Due[], due: readonly dues.Due[]) => {
  const first = overdue.slice(0, LINES)
  const second = due.slice(0, LINES - first.length)
  return { overdue: first, due: second, hidden: overdue.length + due.length - first.length - second.length }
}

/** One tap reports a post, another shows why. */
const buttonsFor = (act: Act, shown: readonly dues.Due[]): readonly (readonly Button[])[] =>
  [...new Map(shown.map((due) => [due.account.id, due])).values()].slice(0, BUTTONS).map(({ account }) => [
    { label: act.text.quota.report(account), press: `post account=${account.id}` },
    { label: act.text.quota.whyButton, press: `why account=${account.id}` },
  ])

/** Long silences are brought up on the first working day of a week, not every day. */
const isWeekly = async (act: Act, today: Day): Promise<boolean> => {
  const before = (await calendar(act)).addWorkingDays(today, -1).day
  return weekdayOf(before) >= weekdayOf(today) || addDays(before, 7) <= today
}

/** The misses below a supervising officer since the last digest, a line each, and how many more there are. */
const missedBelow = async (
  act: Act,
  personId: string,
  today: Day,
  since: Instant | null,
): Promise<readonly string[]> => {
  const supervised = (await people.rolesOf(act, personId)).filter(({ role }) => role === "supervisor")
  if (supervised.length === 0) return []
  const from = since ?? instantOf((await calendar(act)).addWorkingDays(today, -1).day, "24:00")
  const lines: string[] = []
  for (let day = dayOf(from); day <= today; day = addDays(day, 1))
    for (const miss of await act.tables.misses.where("day", day)) {
      const account = miss.at > from || since === null ? await act.tables.accounts.get(miss.accountId) : null
      const path = account ? await units.above(act, account.unitId) : []
      const [unit] = path
      if (!account || !unit || !path.some(({ id }) => supervised.some((role) => role.unitId === id))) continue
      lines.push(act.text.quota.missedBelow({ account, unit: unit.name, until: miss.until }))
    }
  const shown = lines.slice(0, LINES)
  return lines.length > shown.length
    ? [...shown, act.text.quota.moreMissed(lines.length - shown.length)]
    : shown
}
