import { z } from "zod"
import type { Account } from "./account.ts"
import { type InForce, inForce } from "./force.ts"
import type { Require } from "./kinds/require.ts"
import { speaksOf } from "./planning.ts"
import type { Stack } from "./stack.ts"
import type { Day } from "./time.ts"
import type { UnitKind } from "./unit.ts"

/** Why a password was changed. */
export const changeReasons = ["routine", "handover", "incident", "first"] as const
export const ChangeReason = z.enum(changeReasons)
export type ChangeReason = z.output<typeof ChangeReason>

/** How long a password may be said to be. */
export const LONGEST = 128

/** How a password is made up: never what it is. */
export const Makeup = z
  .object({ length: z.int().min(1).max(LONGEST), letters: z.boolean(), digits: z.boolean() })
  .readonly()
export type Makeup = z.output<typeof Makeup>

/** What a custodian says of a changed password. */
export const Attestation = z
  .object({
    id: z.string(),
    accountId: z.string(),
    unitId: z.string(),
    /** The day on which it was changed. */
    on: z.string(),
    /** Null on a platform without a password of its own: who may log in was checked instead. */
    password: Makeup.nullable(),
    reason: ChangeReason,
    by: z.string(),
    at: z.number(),
    /** The second person who has to confirm it, where the unit asks for one. */
    witness: z.string().nullable(),
    witnessedAt: z.number().nullable(),
    /** `replaced`: said anew before anybody had witnessed it. */
    state: z.enum(["waiting", "standing", "refused", "replaced"]),
  })
  .readonly()
export type Attestation = z.output<typeof Attestation>

type Asked = InForce<Require>

/** What has to be so of a changed password of this account. */
export const asked = (
  stack: Stack,
  unitKind: UnitKind,
  account: Pick<Account, "platform" | "main" | "operator">,
): readonly Asked[] =>
  inForce(stack, "require", { unitKind, platform: account.platform }).filter(
    (cited) => cited.rule.at === "password.change" && speaksOf(cited, account),
  )

/** Whether the platform knows a password; where a rulebook wants the binding checked, it is logged into without one. */
export const hasPassword = (asks: readonly Asked[]): boolean =>
  !asks.some(({ rule }) => rule.require === "account.binding-checked")

const isMet = ({ rule }: Asked, said: Makeup): boolean => {
  if (rule.require === "password.length") return said.length >= (rule.atLeast ?? 1)
  return rule.require !== "password.letters-and-digits" || (said.letters && said.digits)
}

/** The rules that a password made up like this does not keep. */
export const unmet = (asks: readonly Asked[], said: Makeup): readonly Asked[] =>
  asks.filter((each) => !isMet(each, said))

/** The latest day on which it was changed, as far as that stands. */
export const lastChange = (attestations: readonly Attestation[]): Attestation | null =>
  attestations
    .filter(({ state }) => state === "standing")
    .reduce<Attestation | null>((last, each) => (last === null || isLater(each, last) ? each : last), null)

const isLater = (a: { on: Day; at: number }, b: { on: Day; at: number }): boolean =>
  a.on > b.on || (a.on === b.on && a.at > b.at)
