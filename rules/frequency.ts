import { plain, type Read, schemaFrom } from "./quantity.ts"

const spans = {
  "working day": ["个工作日", "工作日"],
  day: ["天", "日"],
  week: ["周", "星期"],
  month: ["月", "个月"],
  quarter: ["季度", "个季度", "季"],
  year: ["年"],
} as const satisfies Record<string, readonly string[]>

/** A stretch of the calendar that everybody shares: a week runs from Monday to Sunday. */
export type Span = keyof typeof spans

/** How often: so many times in each week, month …, or at least once in any so many days. */
export type Frequency =
  | { readonly kind: "per"; readonly count: number; readonly span: Span }
  | { readonly kind: "every"; readonly days: number }

export const EXPECTED_FREQUENCY =
  "expected something like `2 per week`, `1 per working day`, `1 per month` or `every 14 days`"

const MOST_TIMES = 1_000
const MOST_DAYS = 3_660

const spanOf = new Map<string, Span>(
  (Object.entries(spans) as [Span, readonly string[]][]).flatMap(([span, zh]) =>
    [span, ...zh].map((word) => [word, span] as const),
  ),
)

const per = (digits: string, word: string): Read<Frequency> => {
  const span = spanOf.get(word)
  const count = Number(digits)
  if (span === undefined) return { wrong: EXPECTED_FREQUENCY }
  if (count > MOST_TIMES) return { wrong: `${digits} per ${span} is too much: at most ${MOST_TIMES}` }
  return { ok: { kind: "per", count, span } }
}

const every = (digits: string): Read<Frequency> => {
  const days = Number(digits)
  if (days > MOST_DAYS) return { wrong: `every ${digits} days is too rare: at most every ${MOST_DAYS} days` }
  return { ok: { kind: "every", days } }
}

export const readFrequency = (text: string): Read<Frequency> => {
  const words = plain(text)
  const rolling =
    /^every ([1-9]\d{0,8}) days?$/u.exec(words) ?? /^每([1-9]\d{0,8}) ?[天日](?:1次)?$/u.exec(words)
  if (rolling?.[1] !== undefined) return every(rolling[1])
  const english = /^([1-9]\d{0,8}) per ([a-z ]+)$/u.exec(words)
  if (english?.[1] !== undefined && english[2] !== undefined) return per(english[1], english[2])
  const chinese = /^每([^\d\s]+) ?([1-9]\d{0,8}) ?次$/u.exec(words)
  if (chinese?.[1] !== undefined && chinese[2] !== undefined) return per(chinese[2], chinese[1])
  return { wrong: EXPECTED_FREQUENCY }
}

/** `2 per week`, `every 14 days`. */
export const formatFrequency = (frequency: Frequency): string =>
  frequency.kind === "per"
    ? `${frequency.count} per ${frequency.span}`
    : `every ${frequency.days} ${frequency.days === 1 ? "day" : "days"}`

/** `每周2次`, `每14天1次`. */
export const formatFrequencyInChinese = (frequency: Frequency): string =>
  frequency.kind === "per" ? `每${spans[frequency.span][0]}${frequency.count}次` : `每${frequency.days}天1次`

/** A frequency in a rulebook: text in, a `Frequency` out. */
export const FrequencyText = schemaFrom(readFrequency, EXPECTED_FREQUENCY)
