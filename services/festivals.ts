import { before } from "../rules/lifecycle.ts"
import { isOpen } from "../rules/figure.ts"
import { festive, type FestiveDays } from "../rules/festival.ts"
import type { Person } from "../rules/person.ts"
import { addDays, type Day, dayOf, type Instant } from "../rules/time.ts"
import type { Chat, Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import * as duties from "./duties.ts"
import type * as owners from "./owners.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

/** The festivals whose day of being brought up has come since somebody was spoken to last, for one unit. */
const linesOf = async (act: Act, unit: Unit, spoken: Day): Promise<readonly string[]> => {
  const { again } = await bindings.duties(act, unit.id, null)
  const asking = again.filter(({ rule }) => rule.do === "festival.plan")
  if (asking.length === 0 || !(await units.wantsFestivals(act, unit.id))) return []
  const known = await calendar(act)
  const today = dayOf(act.now)
  const named = asking.flatMap(({ rule }) => rule.days ?? [])
  const isDue = (day: Day): boolean =>
    asking.some(({ rule }) =>
      (rule.warn ?? []).some((early) => {
        const on = isOpen(early) ? null : before(known, day, early)
        return on !== null && on > spoken && on <= today
      }),
    )
  return festive(await act.tables.years.all(), unique(named), addDays(today, 1), addDays(today, FURTHEST))
    .filter(({ on }) => isDue(on))
    .map((each) => act.text.festival.line(each, asking.map(bindings.sourceOf)))
}

/** No festival is brought up longer before it than this. */
const FURTHEST = 60

/** Two rulebooks may name the same day alike. */
const unique = (days: FestiveDays): FestiveDays => [
  ...new Map(days.map((each) => [`${each.on} ${each.says}`, each])).values(),
]

const below = async (
  act: Act,
  roots: readonly string[],
  since: Instant | null,
  reads: (readers: owners.Keepers | null) => boolean,
): Promise<readonly string[]> => {
  const spoken = since === null ? (await calendar(act)).addWorkingDays(dayOf(act.now), -1).day : dayOf(since)
  const lines = new Set<string>()
  for (const root of roots)
    for (const { unit } of await units.below(act, root)) {
      const found = await linesOf(act, unit, spoken)
      if (found.length > 0 && reads(await duties.readersOfUnit(act, unit.id)))
        for (const each of found) lines.add(each)
    }
  return [...lines]
}

/** What a person who looks after units is told of festivals, each once, however many units they look after. */
export const ofPerson = async (
  act: Act,
  person: Person,
  since: Instant | null,
): Promise<readonly string[]> => {
  const roots = [person.unitId, ...(await people.rolesOf(act, person.id)).map(({ unitId }) => unitId)]
  return below(
    act,
    await units.topmost(act, [...new Set(roots)]),
    since,
    (readers) => readers?.kind === "people" && readers.persons.some(({ id }) => id === person.id),
  )
}

/** The same for a group. */
export const ofGroup = (act: Act, chat: Chat, since: Instant | null): Promise<readonly string[]> =>
  below(
    act,
    [chat.unitId],
    since,
    (readers) => readers?.kind === "groups" && readers.chats.some(({ id }) => id === chat.id),
  )
