import type { Item, ItemLevel, Opinion } from "./item.ts"
import { isRole } from "./procedure.ts"
import type { Instant } from "./time.ts"

/** What was said since it was last sent in. */
export const saidNow = ({ opinions, round }: Item): readonly Opinion[] =>
  opinions.filter((each) => each.round === round)

/** The level that is waited for, with its place in the chain; null once nobody is. */
export const nextLevel = (item: Item): (ItemLevel & { readonly at: number }) | null => {
  if (item.state !== "waiting") return null
  const over = saidNow(item).map(({ level }) => level)
  const at = item.chain.findIndex((_, place) => !over.includes(place))
  const level = item.chain[at]
  return level === undefined ? null : { ...level, at }
}

/** The gates that are not ticked yet and have to be. */
export const openGates = ({ gates, marked }: Item): Item["gates"] =>
  gates.filter(({ id, needed }) => needed && !marked.includes(id))

/** What stands against somebody's word on an item. */
export type Hindrance =
  | { readonly code: "over"; readonly state: Item["state"] }
  | { readonly code: "out-of-turn"; readonly level: number; readonly first: number }
  | { readonly code: "own" }
  | { readonly code: "twice"; readonly level: number }
  | { readonly code: "gates"; readonly missing: Item["gates"] }
  | { readonly code: "no-reason" }
  | { readonly code: "no-paper" }

/** A word on an item, of a person or of a paper. */
export type Word = Omit<Opinion, "round">

export const hindrance = (item: Item, word: Word): Hindrance | null => {
  const next = nextLevel(item)
  if (next === null) return { code: "over", state: item.state }
  if (word.level !== next.at) return { code: "out-of-turn", level: word.level, first: next.at }
  const inside = isRole(next.step)
  if (inside && word.by === item.by) return { code: "own" }
  const before = saidNow(item).find(
    ({ by, level }) => by === word.by && isRole(item.chain[level]?.step ?? "deputy"),
  )
  if (inside && before) return { code: "twice", level: before.level }
  if (!inside && word.paper === null) return { code: "no-paper" }
  if (word.verdict === "returned") return word.note === null ? { code: "no-reason" } : null
  if (next.reason && word.note === null) return { code: "no-reason" }
  const missing = item.gates.filter(({ id, needed }) => needed && !word.gates.includes(id))
  return inside && missing.length > 0 ? { code: "gates", missing } : null
}

/** The item after a word that nothing stood against. */
export const said = (item: Item, word: Word): Item => {
  const next: Item = {
    ...item,
    opinions: [...item.opinions, { ...word, round: item.round }],
    marked: [],
    asked: [],
    since: word.at,
    told: 0,
  }
  if (word.verdict === "returned") return { ...next, state: "returned", clearedAt: null }
  const level = nextLevel(next)
  const clearedAt = level?.before === true ? null : (item.clearedAt ?? word.at)
  return { ...next, state: level === null ? "approved" : "waiting", clearedAt }
}

/** Ticks a gate, or takes its tick away. */
export const marked = (item: Item, gate: string): Item => ({
  ...item,
  marked: item.marked.includes(gate)
    ? item.marked.filter((each) => each !== gate)
    : item.gates.filter(({ id }) => id === gate || item.marked.includes(id)).map(({ id }) => id),
})

/** What was changed is looked at from the first level on, whoever had agreed before. */
export const again = (item: Item, now: Instant): Item => ({
  ...item,
  round: item.round + 1,
  state: "waiting",
  marked: [],
  asked: [],
  since: now,
  told: 0,
  clearedAt: null,
  restTold: false,
})

/** What the clock has to do about an item next, and when. */
export type Wake =
  | { readonly what: "remind"; readonly at: Instant }
  | { readonly what: "tell"; readonly at: Instant; readonly step: ItemLevel["step"] }
  | { readonly what: "rest"; readonly at: Instant }

/** Null when nothing follows from waiting any longer. */
export const wakeOf = (item: Item): Wake | null => {
  if (nextLevel(item) === null) return null
  const { answer, late, rest } = item.pace
  const wakes: Wake[] = []
  const reminder = answer === null ? null : item.since + answer
  if (reminder !== null && item.told === 0) wakes.push({ what: "remind", at: reminder })
  const told = late[item.told - 1]
  if (reminder !== null && told) wakes.push({ what: "tell", at: reminder + told.after, step: told.tell })
  if (rest !== null && item.clearedAt !== null && !item.restTold)
    wakes.push({ what: "rest", at: item.clearedAt + rest })
  return wakes.sort((a, b) => a.at - b.at)[0] ?? null
}
