import {
  formatQuantity,
  formatQuantityInChinese,
  plain,
  type Read,
  readQuantity,
  schemaFrom,
} from "./quantity.ts"
import { quantityOf, type Stretch, stretchOf } from "./stretch.ts"

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

/** How often: so many times in each week, month …, or at least once in any so many days or months. */
export type Frequency =
  | { readonly kind: "per"; readonly count: number; readonly span: Span }
  | ({ readonly kind: "every" } & Stretch)

export const EXPECTED_FREQUENCY =
  "expected something like `2 per week`, `1 per working day`, `1 per month`, `every 14 days` or `every 3 months`"

const MOST_TIMES = 1_000
/** More than ten years is a slip of the pen. */
const RAREST = { days: 3_660, months: 120 } as const

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

const every = (length: string): Read<Frequency> => {
  const read = readQuantity(length)
  const stretch = "ok" in read ? stretchOf(read.ok) : null
  if (stretch === null) return { wrong: EXPECTED_FREQUENCY }
  const tooRare = "days" in stretch ? stretch.days > RAREST.days : stretch.months > RAREST.months
  if (tooRare) {
    const most = formatQuantity(
      quantityOf("days" in stretch ? { days: RAREST.days } : { months: RAREST.months }),
    )
    return { wrong: `every ${length} is too rare: at most every ${most}` }
  }
  return { ok: { kind: "every", ...stretch } }
}

export const readFrequency = (text: string): Read<Frequency> => {
  const words = plain(text)
  const rolling =
    /^every ([1-9]\d{0,8} [a-z]+)$/u.exec(words) ?? /^每([1-9]\d{0,8} ?[^\d\s]+?)(?: ?1 ?次)?$/u.exec(words)
  if (rolling?.[1] !== undefined) return every(rolling[1])
  const english = /^([1-9]\d{0,8}) per ([a-z ]+)$/u.exec(words)
  if (english?.[1] !== undefined && english[2] !== undefined) return per(english[1], english[2])
  const chinese = /^每([^\d\s]+) ?([1-9]\d{0,8}) ?次$/u.exec(words)
  if (chinese?.[1] !== undefined && chinese[2] !== undefined) return per(chinese[2], chinese[1])
  return { wrong: EXPECTED_FREQUENCY }
}

/** `2 per week`, `every 14 days`, `every 3 months`. */
export const formatFrequency = (frequency: Frequency): string =>
  frequency.kind === "per"
    ? `${frequency.count} per ${frequency.span}`
    : `every ${formatQuantity(quantityOf(frequency))}`

/** `每周2次`, `每14天1次`. */
export const formatFrequencyInChinese = (frequency: Frequency): string =>
  frequency.kind === "per"
    ? `每${spans[frequency.span][0]}${frequency.count}次`
    : `每${formatQuantityInChinese(quantityOf(frequency))}1次`

/** A frequency in a rulebook: text in, a `Frequency` out. */
export const FrequencyText = schemaFrom(readFrequency, EXPECTED_FREQUENCY)
