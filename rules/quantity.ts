import { z } from "zod"

/** What reading a text gives: its meaning, or what was expected instead, in words for whoever wrote it. */
export type Read<T> = { readonly ok: T } | { readonly wrong: string }

interface UnitWords {
  /** The Chinese measure, the one that is written first. */
  readonly zh: readonly [string, ...string[]]
  readonly en?: readonly string[]
  /** More than this is a slip of the pen. */
  readonly most: number
}

const units = {
  "working day": { zh: ["个工作日", "工作日"], most: 10_000 },
  day: { zh: ["天", "日", "个自然日"], en: ["calendar day"], most: 36_500 },
  hour: { zh: ["小时", "个小时"], most: 87_600 },
  minute: { zh: ["分钟"], most: 525_600 },
  week: { zh: ["周", "个星期"], most: 5_200 },
  month: { zh: ["个月"], most: 1_200 },
  year: { zh: ["年"], most: 100 },
} as const satisfies Record<string, UnitWords>

export type Unit = keyof typeof units

/** A length of time as a rule gives it: `5 working days`, `48 hours`, `1 year`; no day at all is `the same day`. */
export interface Quantity {
  readonly amount: number
  readonly unit: Unit
}

export const EXPECTED_QUANTITY =
  "expected something like `5 working days`, `30 days`, `48 hours`, `2 months` or `1 year`"

/** What has to be done before the day is over on which it began. */
const SAME_DAY: Quantity = { amount: 0, unit: "day" }
const isSameDay = ({ amount, unit }: Quantity): boolean => amount === 0 && unit === "day"
const sameDay: readonly string[] = ["the same day", "same day", "当天", "当日"]

const plural = (unit: string, amount: number): string => (amount === 1 ? unit : `${unit}s`)

const unitOf = new Map<string, Unit>(
  (Object.entries(units) as [Unit, UnitWords][]).flatMap(([unit, { zh, en = [] }]) =>
    [...zh, ...[unit, ...en].flatMap((word) => [word, plural(word, 2)])].map((word) => [word, unit] as const),
  ),
)

/** A text as the patterns below want it: full-width digits and spaces, capitals and double spaces made plain. */
export const plain = (text: string): string =>
  text.slice(0, 100).normalize("NFKC").trim().toLowerCase().replace(/\s+/gu, " ")

export const readQuantity = (text: string): Read<Quantity> => {
  if (sameDay.includes(plain(text))) return { ok: SAME_DAY }
  const [, digits = "", word = ""] = /^([1-9]\d{0,8}) ?(\D+)$/u.exec(plain(text)) ?? []
  const unit = unitOf.get(word)
  if (unit === undefined) return { wrong: EXPECTED_QUANTITY }
  const amount = Number(digits)
  const { most } = units[unit]
  if (amount > most) {
    return {
      wrong: `${digits} ${plural(unit, 2)} is too much: at most ${most} ${plural(unit, 2)} can be counted`,
    }
  }
  return { ok: { amount, unit } }
}

/** `5 working days`, `1 year`. */
export const formatQuantity = (quantity: Quantity): string =>
  isSameDay(quantity) ? "the same day" : `${quantity.amount} ${plural(quantity.unit, quantity.amount)}`

/** `5个工作日`, `1年`. */
export const formatQuantityInChinese = (quantity: Quantity): string =>
  isSameDay(quantity) ? "当天" : `${quantity.amount}${units[quantity.unit].zh[0]}`

/** Turns a reader of texts into a schema, so that a YAML value is parsed where it stands. */
export const schemaFrom = <T>(read: (text: string) => Read<T>, expected: string) =>
  z.string({ error: expected }).transform((text, context): T => {
    const result = read(text)
    if ("ok" in result) return result.ok
    context.addIssue({ code: "custom", message: result.wrong })
    return z.NEVER
  })

/** A quantity in a rulebook: text in, `{ amount, unit }` out. */
export const QuantityText = schemaFrom(readQuantity, EXPECTED_QUANTITY)
