/** What JSON can say and give back unchanged. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

const refused = (value: unknown, path: string): Error => {
  const kind = typeof value
  const what = kind === "object" ? "no plain object" : kind === "number" ? String(value) : `of type ${kind}`
  return new Error(`row${path} is ${what}, which cannot be stored`)
}

const objectOf = (value: object, path: string): Plain => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw refused(value, path)
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.freeze(
    Object.fromEntries(
      // The path is for the fault alone: what is as it should be has none made.
      kept.map(([key, inner]) => [key, typeof inner === "string" ? inner : plain(inner, `${path}.${key}`)]),
    ),
  )
}

/**
 * A frozen copy of a value, equal to what is read after it was written as JSON. Throws on what JSON would silently
 * change (NaN, a Date, a function), because a row that comes back different may not be let in at the next start.
 */
export const plain = (value: unknown, path = ""): Plain => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value
  if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value
  if (Array.isArray(value)) return Object.freeze(value.map((inner, at) => plain(inner, `${path}[${at}]`)))
  if (typeof value === "object") return objectOf(value, path)
  throw refused(value, path)
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)

/** The one way to write a value as JSON: keys sorted by UTF-16 code unit, no white space. */
export const canonical = (value: Plain): string => {
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(",")}]`
  // Without a comparison of its own, sort goes by code unit.
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(",")}}`
}
