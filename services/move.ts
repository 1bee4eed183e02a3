import type { Account } from "../rules/account.ts"
import type { Move } from "../rules/moved.ts"
import type { Recipient } from "../rules/outgoing.ts"
import type { Act } from "./app.ts"

/** A person or a group, with the unit whose times hold for them. */
export interface Reminded {
  readonly to: Recipient
  readonly unitId: string
}

/** A date that moved, with whoever is reminded of it, and therefore told. */
export interface Told {
  readonly to: readonly Reminded[]
  readonly move: Move
}

/**
 * Notes the open dates of one kind as they stand, of these accounts and, where one is named, of a unit as such. What it
 * gives back says afterwards which of them moved.
 */
export type Watching = (
  act: Act,
  unitId: string | null,
  accounts: readonly Account[],
) => Promise<() => Promise<readonly Told[]>>
