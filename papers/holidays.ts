import { z } from "zod"
import { isCountable } from "../rules/calendar.ts"
import { type Day, isDay, weekdayOf } from "../rules/time.ts"
import type { CalendarYear } from "../rules/year.ts"

/** What a file of holiday notices says, or its mistakes, each with its place. In English: installers read them. */
export type Holidays = { readonly years: readonly CalendarYear[] } | { readonly mistakes: readonly string[] }

const MOST_CHARACTERS = 200_000
const MOST_DAYS = 366
const MOST_MISTAKES = 20

const shown = (value: unknown): string => `\`${String(value).slice(0, 40)}\``

/** Names a misspelt word, and says what an object should have been. */
const object =
  (expected: string) =>
  (issue: z.core.$ZodRawIssue): string =>
    issue.code === "unrecognized_keys"
      ? `${issue.keys.slice(0, 5).map(shown).join(", ")} is not known; expected ${expected}`
      : `expected ${expected}`

const days = z
  .array(
    z.string({ error: "expected a day in quotes, such as `2027-02-05`" }).refine(isDay, {
      error: (issue) => `${shown(issue.input)} is no day; expected one such as \`2027-02-05\``,
    }),
    { error: 'expected a list of days, such as `["2027-01-01"]`' },
  )
  .max(MOST_DAYS, { error: `expected at most ${MOST_DAYS} days` })

const yearInFile = z.strictObject(
  {
    id: z
      .union([z.string(), z.number()], { error: "expected a year, such as `2027`" })
      .transform(String)
      .refine((id) => isCountable(`${id}-01-01`), { error: "expected a year from 1990 to 2100" }),
    holidays: days.min(1, { error: "expected at least one day off" }),
    makeUpDays: days,
    source: z
      .string({ error: "expected the name of the notice, in quotes" })
      .trim()
      .min(1, { error: "expected the name of the notice, in quotes" })
      .max(200, { error: "expected at most 200 characters" }),
  },
  { error: object("`id`, `holidays`, `makeUpDays` and `source` in `{ }`") },
)

const wholeFile = z.strictObject(
  {
    years: z
      .array(yearInFile, { error: "expected a list of years" })
      .min(1, { error: "expected at least one year" }),
  },
  { error: object('`{ "years": [ … ] }`') },
)

/** `years[0].holidays[3]`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, step) => place + (typeof step === "number" ? `[${step}]` : `${place && "."}${String(step)}`),
    "",
  )

const repeated = (list: readonly Day[]): Day[] => list.filter((day, at) => list.indexOf(day) !== at)

/** What is wrong with the days of one year, each of which exists. */
const mistakesIn = ({ id, holidays, makeUpDays }: CalendarYear): string[] => [
  ...[...holidays, ...makeUpDays]
    .filter((day) => !day.startsWith(id))
    .map(
      (day) =>
        `${day} does not lie in ${id}; a day off or worked in another year belongs to that year's entry`,
    ),
  ...[...new Set([...repeated(holidays), ...repeated(makeUpDays)])].map((day) => `${day} is listed twice`),
  ...makeUpDays
    .filter((day) => holidays.includes(day))
    .map((day) => `${day} is both a holiday and a make-up day`),
  ...makeUpDays
    .filter((day) => weekdayOf(day) <= 5 && !holidays.includes(day))
    .map((day) => `${day} is not a Saturday or Sunday, so it cannot be a make-up day`),
]

const refused = (mistakes: readonly string[]): Holidays => ({
  mistakes:
    mistakes.length <= MOST_MISTAKES
      ? mistakes
      : [...mistakes.slice(0, MOST_MISTAKES), `… and ${mistakes.length - MOST_MISTAKES} more`],
})

const jsonOf = (text: string): { readonly json: unknown } | { readonly broken: string } => {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch (fault) {
    const { message } = fault as SyntaxError
    const position = /at position (\d+)/.exec(message)?.[1]
    const line = position === undefined ? "" : `line ${text.slice(0, Number(position)).split("\n").length}: `
    return { broken: `${line}this is not JSON: ${message.slice(0, 150)}` }
  }
}

/** Reads a file of holiday notices: all of it, or nothing and why. The form is described in docs/calendar.md. */
export const readHolidays = (text: string): Holidays => {
  if (text.length > MOST_CHARACTERS) return refused([`the file is longer than ${MOST_CHARACTERS} characters`])
  const parsed = jsonOf(text.replace(/^\uFEFF/, ""))
  if ("broken" in parsed) return refused([parsed.broken])
  const read = wholeFile.safeParse(parsed.json)
  if (!read.success) {
    return refused(read.error.issues.map(({ path, message }) => `${placeOf(path) || "the file"}: ${message}`))
  }
  const { years } = read.data
  const twice = new Set(years.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at))
  const mistakes = [
    ...[...twice].map((id) => `${id}: the year is listed twice`),
    ...years.flatMap((year) => mistakesIn(year).map((mistake) => `${year.id}: ${mistake}`)),
  ]
  if (mistakes.length > 0) return refused(mistakes)
  return {
    years: years.map((year) => ({
      ...year,
      holidays: year.holidays.toSorted(),
      makeUpDays: year.makeUpDays.toSorted(),
    })),
  }
}
