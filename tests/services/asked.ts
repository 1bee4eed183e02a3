import { isCarried } from "../../rules/acts.ts"
import type { Deadline } from "../../rules/kinds/deadline.ts"
import type { Occasion } from "../../rules/occasion.ts"
import type { Quantity } from "../../rules/quantity.ts"
import type { Rulebook } from "../../rules/rulebook.ts"
import { addDays, type Day, weekdayOf } from "../../rules/time.ts"
import { shipped } from "../rules/books.ts"
import { shippedYears } from "../rules/china.ts"
import type { Story } from "./anylife.ts"

const holidays = new Set(shippedYears.flatMap((year) => year.holidays))
const makeUpDays = new Set(shippedYears.flatMap((year) => year.makeUpDays))
const works = (day: Day): boolean => makeUpDays.has(day) || (weekdayOf(day) <= 5 && !holidays.has(day))

/** Counts on the fingers, day by day. */
export const naiveDue = (from: Day, { amount, unit }: Quantity): Day => {
  let day = from
  if (unit === "working day") {
    for (let left = amount; left > 0;) {
      day = addDays(day, 1)
      if (works(day)) left -= 1
    }
    return day
  }
  if (unit === "day" || unit === "week") {
    for (let left = unit === "day" ? amount : 7 * amount; left > 0; left -= 1) day = addDays(day, 1)
    return day
  }
  return naiveMonths(from, unit === "year" ? 12 * amount : amount)
}

/** The same date so many months later, or the last day of that month. */
const naiveMonths = (from: Day, count: number): Day => {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number)
  const months = year * 12 + (month - 1) + count
  const first = `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, "0")}`
  let day = `${first}-01`
  for (let left = date - 1; left > 0 && addDays(day, 1).startsWith(first); left -= 1) day = addDays(day, 1)
  return day
}

export const booksOf = ({ stack, own }: Pick<Story, "stack" | "own">): readonly Rulebook[] =>
  [...shipped, ...own].filter(
    ({ id, binds, status }) =>
      (binds === "everywhere" || stack.includes(id) || own.some((book) => book.id === id)) &&
      (status === "in-force" || status === "trial"),
  )

/** What an occasion has to lead to, by the rulebooks as they are written: nothing of the engine is asked. */
export const askedBy = (
  books: readonly Rulebook[],
  occasion: Occasion,
  noted: readonly Occasion[],
): ReadonlyMap<string, readonly Deadline[]> => {
  const asked = new Map<string, Deadline[]>()
  for (const book of books)
    for (const rule of book.rules) {
      if (rule.kind !== "deadline" || rule.starts !== occasion.kind || !isCarried(rule.do)) continue
      const { units, platforms, accounts } = rule.applies
      if (units && !units.includes("county-department")) continue
      if (platforms && !platforms.includes("weibo")) continue
      if (accounts === "outsourced" || accounts === "news") continue
      if (occasion.book !== null && occasion.book !== book.id) continue
      const held = noted.find(({ kind, book: of }) => kind === "rulebook.in-force" && of === book.id)
      const since = book.inForceFrom ?? held?.on
      if (since !== undefined && String(occasion.on) < String(since)) continue
      const key = `${rule.do}/${rule.to ?? ""}/${occasion.id}`
      asked.set(key, [...(asked.get(key) ?? []), rule])
    }
  return asked
}
