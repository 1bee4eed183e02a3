/** What JSON can say and give back unchanged. */
export type Plain = string | number | boolean | null | readonly Plain[] | Members
export interface Members {
  readonly [key: string]: Plain
}

const refused = (value: unknown, path: string): Error => {
  const kind = typeof value
  const what = kind === "object" ? "no plain object" : kind === "number" ? String(value) : `of type ${kind}`
  return new Error(`row${path} is ${what}, which cannot be stored`)
}

/** Without a comparison of its own, sort goes by code unit; keys of rows that were stored before are in order. */
const keysOf = (value: object): string[] => {
  const keys = Object.keys(value)
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? "") < key) ? keys : keys.sort()
}

const objectOf = (value: object, path: string, before: Members | null): Plain => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw refused(value, path)
  const kept: Record<string, Plain> = {}
  for (const key of keysOf(value)) {
    const inner = (value as Record<string, unknown>)[key]
    // The path is for the fault alone: what is as it should be has none made.
    if (typeof inner === "string") own(kept, key, inner)
    else if (isPartOf(before, key, inner)) own(kept, key, inner)
    else if (inner !== undefined) own(kept, key, plain(inner, `${path}.${key}`))
  }
  return Object.freeze(kept)
}

/** Whether this very object stood there before: it was copied and frozen when it came in. */
const isPartOf = (before: Members | null, key: string, inner: unknown): inner is Plain =>
  typeof inner === "object" && before !== null && before[key] === inner && Object.hasOwn(before, key)

/** `__proto__` is a key like any other. */
const own = (kept: Record<string, Plain>, key: string, value: Plain): void => {
  if (key === "__proto__") Object.defineProperty(kept, key, { value, enumerable: true })
  else kept[key] = value
}

/**
 * A frozen copy of a value, equal to what is read after it was written as JSON. Throws on what JSON would silently
 * change (NaN, a Date, a function), because a row that comes back different may not be let in at the next start. What is
 * the very same as in `before`, which was copied so, is not copied again.
 */
export const plain = (value: unknown, path = "", before: Members | null = null): Plain => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value
  if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value
  if (Array.isArray(value)) return Object.freeze(value.map((inner, at) => plain(inner, `${path}[${at}]`)))
  if (typeof value === "object") return objectOf(value, path, before)
  throw refused(value, path)
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)

/** Whether JSON.stringify writes every key in its place: numbers as keys come first there, whatever the order. */
const isInOrder = (value: Plain): boolean => {
  if (value === null || typeof value !== "object") return true
  if (isList(value)) return value.every(isInOrder)
  let last: string | null = null
  for (const key in value) {
    if ((last !== null && last > key) || !isInOrder(value[key] ?? null)) return false
    last = key
  }
  return true
}

/** The one way to write a value as JSON: keys sorted by UTF-16 code unit, no white space. */
export const canonical = (value: Plain): string => {
  if (isInOrder(value)) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(",")}]`
  const members = value as Members
  return `{${keysOf(members)
    .map((key) => `${JSON.stringify(key)}:${canonical(members[key] ?? null)}`)
    .join(",")}}`
}

/** Whether two values say the same. */
export const isSame = (one: Plain, other: Plain): boolean => {
  if (one === other) return true
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false
  if (isList(one)) {
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((inner, at) => isSame(inner, other[at] ?? null))
    )
  }
  if (isList(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key] ?? null, other[key] ?? null))
  )
}
