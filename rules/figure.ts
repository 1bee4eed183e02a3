import { z } from "zod"
import { type Expectation, expected } from "./expected.ts"
import { type Frequency, readFrequency } from "./frequency.ts"
import { type Quantity, type Read, readQuantity } from "./quantity.ts"

/** The words that texts use where they give no figure; nobody may turn them into one by accident. */
export const openWords = ["promptly", "at once", "in step", "regularly", "as needed", "per case"] as const
type OpenWord = (typeof openWords)[number]

/** The same words as the texts themselves have them. */
export const openInChinese: Readonly<Record<OpenWord, string>> = {
  promptly: "及时",
  "at once": "第一时间",
  "in step": "同步",
  regularly: "定期",
  "as needed": "适时",
  "per case": "另行确定",
}

/** A figure that the text leaves open, in the text's own word. */
export interface Open {
  readonly open: OpenWord
}

const readOpen = (text: string): Open | null => {
  const typed = text.trim().toLowerCase()
  const open = openWords.find((word) => word === typed || openInChinese[word] === typed)
  return open === undefined ? null : { open }
}

export const isOpen = (figure: object): figure is Open => "open" in figure

const QuantityRead: z.ZodType<Quantity> = z
  .strictObject({
    amount: z.int().nonnegative(),
    unit: z.enum(["minute", "hour", "working day", "day", "week", "month", "year"]),
  })
  .refine(({ amount, unit }) => amount > 0 || unit === "day")
const FrequencyRead: z.ZodType<Frequency> = z.union([
  z.strictObject({
    kind: z.literal("per"),
    count: z.int().positive(),
    span: z.enum(["working day", "day", "week", "month", "quarter", "year"]),
  }),
  z.strictObject({ kind: z.literal("every"), days: z.int().positive() }),
  z.strictObject({ kind: z.literal("every"), months: z.int().positive() }),
])
const OpenRead: z.ZodType<Open> = z.strictObject({ open: z.enum(openWords) })

/** A figure as people write it, or as it was read before, so that one schema serves the file and the store. */
const figure = <T>(read: (text: string) => Read<T>, asRead: z.ZodType<T>, expectation: Expectation) =>
  z.unknown().transform((value, context): T => {
    const known = asRead.safeParse(value)
    if (known.success) return known.data
    const result = typeof value === "string" ? read(value) : null
    if (result !== null && "ok" in result) return result.ok
    context.addIssue({ code: "custom", message: expectation })
    return z.NEVER
  })

const orOpen =
  <T>(read: (text: string) => Read<T>) =>
  (text: string): Read<T | Open> => {
    const open = readOpen(text)
    return open === null ? read(text) : { ok: open }
  }

const noFigure = (text: string): Read<Open> => {
  const open = readOpen(text)
  return open === null ? { wrong: "" } : { ok: open }
}

/** `5 working days`. */
export const Length = figure(readQuantity, QuantityRead, "length")
/** `5 working days` or `promptly`. */
export const TimeLimit = figure(orOpen(readQuantity), z.union([QuantityRead, OpenRead]), "time-limit")
/** `2 per week` or `every 14 days`. */
export const Often = figure(readFrequency, FrequencyRead, "frequency")
/** `2 per week`, `every 14 days` or `regularly`. */
export const HowOften = figure(orOpen(readFrequency), z.union([FrequencyRead, OpenRead]), "how-often")

/** How many days a length has, when that can be said without a calendar. */
export const inDays = ({ amount, unit }: Quantity): number | null =>
  unit === "day" ? amount : unit === "week" ? amount * 7 : null

/** How long before the end of something people are told. */
export const Warn = z.array(Length).min(1).max(10).readonly()
/** The same, where only whole days make sense. */
export const WarnDays = z
  .array(Length.refine((length) => inDays(length) !== null, expected("days-or-weeks")))
  .min(1)
  .max(10)
  .readonly()

/** The same for a value that is a plain number, or what a text is read as. */
const numberOr = <T>(least: number, most: number, others: z.ZodType<T>, expectation: Expectation) =>
  z.unknown().transform((value, context): number | T => {
    const known = (typeof value === "number" ? z.int().min(least).max(most) : others).safeParse(value)
    if (known.success) return known.data
    context.addIssue({ code: "custom", message: expectation })
    return z.NEVER
  })

/** A number, a length, or a word that leaves it open. */
export const Amount = numberOr(0, 10_000, TimeLimit, "amount")

/** How many levels; open where the text asks for levels without saying how many. */
export const Levels = numberOr(1, 10, figure(noFigure, OpenRead, "levels"), "levels")
