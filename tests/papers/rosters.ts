import type { RosterSheet } from "../../papers/picture/rosterday.ts"
import type { Layer } from "../../rules/roster.ts"
import type { RosterDay } from "../../rules/shownroster.ts"
import { addDays, type Day, instantOf, weekdayOf } from "../../rules/time.ts"

const NAMES = ["王芳", "李静", "欧阳建国", "赵𫖯", "陈晓明", "刘洋", "张㛃"]

const nameOn = (index: number): string => NAMES[index % NAMES.length] ?? ""

/** Somebody on duty for a whole day, and by day a deputy, and on working days a leader. */
const dayOf = (day: Day, index: number): RosterDay => {
  const isRest = weekdayOf(day) > 5
  const shift = (layer: Layer, who: number, from: string, to: number) => ({
    layer,
    who: nameOn(who),
    from: instantOf(day, from),
    to,
  })
  return {
    day,
    works: !isRest,
    provisional: false,
    shifts: [
      shift("duty", index, "08:00", instantOf(addDays(day, 1), "08:00")),
      shift("deputy", index + 1, "08:00", instantOf(day, "18:00")),
      ...(isRest ? [] : [shift("leader", index + 3, "08:30", instantOf(day, "17:30"))]),
    ],
  }
}

/** So many days of the roster of a county's office. */
export const rosterFrom = (first: Day, count: number, more: Partial<RosterSheet> = {}): RosterSheet => ({
  unit: "示例县人民政府办公室",
  today: addDays(first, 1),
  layers: ["duty", "deputy", "leader"],
  days: Array.from({ length: count }, (_, index) => dayOf(addDays(first, index), index)),
  holes: [],
  ...more,
})

/** The same roster with nobody on duty on one of its days until 18:00. */
export const withHole = (sheet: RosterSheet, day: Day): RosterSheet => ({
  ...sheet,
  holes: [{ from: instantOf(day, "08:00"), to: instantOf(day, "18:00") }],
  days: sheet.days.map((one) =>
    one.day === day ? { ...one, shifts: one.shifts.filter(({ layer }) => layer !== "duty") } : one,
  ),
})

/** What is written in a drawing, in the order in which it was written. */
export const wordsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said = ""]) => said)
