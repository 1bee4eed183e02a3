import { isOpen } from "./figure.ts"
import { formatFrequency, type Frequency } from "./frequency.ts"
import { formatQuantity, type Quantity } from "./quantity.ts"

const isQuantity = (value: object): value is Quantity => "amount" in value && "unit" in value
const isFrequency = (value: object): value is Frequency =>
  "kind" in value && ("span" in value || "days" in value)

/** A rulebook, or a part of one, as people write it: `{ amount: 5, unit: "day" }` is `5 days` again. */
export const asWritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asWritten)
  if (typeof value !== "object" || value === null) return value
  if (isQuantity(value)) return formatQuantity(value)
  if (isFrequency(value)) return formatFrequency(value)
  if (isOpen(value)) return value.open
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asWritten(inner)]))
}
