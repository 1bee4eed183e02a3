import type { Calendar } from "../../rules/calendar.ts"
import type { Layer, Plan } from "../../rules/roster.ts"
import { addDays, type Day, dayOf, days, daysBetween, type Instant, instantOf } from "../../rules/time.ts"

/** Who is on duty at a moment: a plan read minute by minute, counting days on the fingers. */
export const naivelyOnDuty = (
  calendar: Calendar,
  { rotas, overrides, absences, partings }: Plan,
  layer: Layer,
  at: Instant,
): readonly string[] => {
  const works = (day: Day) => calendar.isWorkingDay(day)
  let there: { who: string; on: Day }[] = []
  for (const each of rotas.filter((one) => one.layer === layer)) {
    const own: Day[] = []
    for (let day = each.from; day <= dayOf(at); day = addDays(day, 1)) {
      if (each.until !== null && day > each.until) break
      if (each.days === "every day" || works(day) === (each.days === "working days")) own.push(day)
    }
    for (const [index, day] of own.entries()) {
      // No shift is longer than a day.
      if (day < addDays(dayOf(at), -1)) continue
      const passed = each.turn % 7 === 0 ? daysBetween(each.from, day) : index
      const end = each.end > each.start ? instantOf(day, each.end) : instantOf(day, each.end) + days(1)
      if (instantOf(day, each.start) <= at && at < end)
        there.push({ who: each.people[Math.trunc(passed / each.turn) % each.people.length] ?? "", on: day })
    }
  }
  const standing = overrides.filter(
    (each) => each.layer === layer && each.undoneAt === null && each.from <= at && at < each.to,
  )
  for (const step of [...new Set(standing.map((each) => each.step))].sort((a, b) => a - b)) {
    const made = standing.filter((each) => each.step === step)
    there = there.filter(({ who }) => made.every(({ forId }) => forId !== null && forId !== who))
    for (const { personId, from } of made)
      if (personId !== null) there.push({ who: personId, on: dayOf(from) })
  }
  return there
    .filter(
      ({ who, on }) => !absences.some((each) => each.personId === who && each.from <= on && on <= each.to),
    )
    .filter(({ who }) => !partings.some((each) => each.personId === who && each.at <= at))
    .map(({ who }) => who)
    .sort()
}
