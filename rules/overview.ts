import type { Phase } from "./obligation.ts"
import type { Level } from "./verdict/index.ts"

/** How something stands, on the leader's page: colour and mark go by it, and a word always says the same. */
export type Tone = "bad" | "near" | "good" | "none"

const levelTones: Readonly<Record<Level, Tone>> = { red: "bad", soon: "near", green: "good", none: "none" }
export const toneOfLevel = (level: Level): Tone => levelTones[level]

const tones: Readonly<Record<Phase, Tone>> = {
  scheduled: "none",
  open: "none",
  warned: "near",
  today: "near",
  overdue: "bad",
  escalated: "bad",
  done: "good",
  late: "none",
  waived: "none",
  missed: "none",
  free: "none",
  void: "none",
}
export const toneOf = (phase: Phase): Tone => tones[phase]

/** The first of many, and how many more there are. */
export interface Part<T> {
  readonly shown: readonly T[]
  readonly hidden: number
}

/** The first so many. */
export const firstOf = <T>(all: readonly T[], most: number): Part<T> => ({
  shown: all.slice(0, most),
  hidden: Math.max(0, all.length - most),
})

/** One thing in a section of the page. */
export interface Card {
  readonly tone: Tone
  /** How it stands, in a word or two. */
  readonly badge: string
  readonly title: string
  readonly lines: readonly string[]
}

const TONES: readonly Tone[] = ["bad", "near", "good", "none"]

/** The worst of them, and what it is called; null of none. */
export const worstOf = (cards: readonly Card[]): Pick<Card, "tone" | "badge"> | null =>
  TONES.flatMap((tone) => cards.find((card) => card.tone === tone) ?? [])[0] ?? null

export type SectionName = "incidents" | "failing" | "due" | "duty"

export interface Section {
  readonly name: SectionName
  readonly title: string
  /** How many there are in all. */
  readonly count: number
  /** How the worst of it stands. */
  readonly worst: Pick<Card, "tone" | "badge"> | null
  /** What is said instead of cards. */
  readonly none: string
  readonly cards: readonly Card[]
  /** Where the rest is found. */
  readonly more: string | null
}

/** How accounts stood week by week: a table, which can be read by whoever sees no picture. */
export interface Grid {
  readonly title: string
  readonly span: string
  /** What the rows are called. */
  readonly rowHead: string
  /** The first day of each week, `11/2`, oldest first. */
  readonly weeks: readonly string[]
  readonly rows: readonly { readonly name: string; readonly unit: string; readonly tones: readonly Tone[] }[]
  readonly states: Readonly<Record<Tone, string>>
  readonly more: string | null
}

/** Everything that the page shows, in words: the page itself knows nothing of accounts or rules. */
export interface Page {
  /** Whose sight it is. */
  readonly reader: string
  readonly sections: readonly Section[]
  /** Null as long as there are no accounts. */
  readonly grid: Grid | null
  /** How the bot itself stands. */
  readonly foot: readonly string[]
}
