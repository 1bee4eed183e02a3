import type { Account } from "./account.ts"
import type { Item, ItemLevel } from "./item.ts"
import type { Source } from "./owed.ts"
import type { Instant } from "./time.ts"

type Named = Pick<Account, "platform" | "name">

/** One level of an item as people are shown it. */
export interface ShownItemLevel extends Pick<ItemLevel, "step" | "before" | "reason"> {
  readonly state: "approved" | "returned" | "waiting" | "later"
  readonly by: string | null
  readonly at: Instant | null
  readonly note: string | null
  readonly paper: string | null
  /** Whose place was taken. */
  readonly standsFor: string | null
}

/** An item with every name and article that a card says. */
export interface ShownItem extends Pick<
  Item,
  | "title"
  | "state"
  | "link"
  | "category"
  | "provider"
  | "specials"
  | "source"
  | "others"
  | "answers"
  | "incident"
  | "gates"
  | "marked"
  | "round"
  | "clearedAt"
> {
  readonly unit: string
  readonly author: string
  readonly accounts: readonly Named[]
  /** The accounts on which it has not come out. */
  readonly open: readonly Named[]
  readonly levels: readonly ShownItemLevel[]
  /** Whose turn it is; null when nobody's. */
  readonly next: ShownItemLevel | null
  readonly doubts: readonly { readonly what: string; readonly sources: readonly Source[] }[]
  readonly hints: readonly { readonly what: string; readonly sources: readonly Source[] }[]
  /** What asks for the review. */
  readonly sources: readonly Source[]
  readonly cleared: boolean
}
