import type { Account, Platform } from "../account.ts"
import type { Role } from "../person.ts"
import type { Unit } from "../unit.ts"

/** The unit that wants the account, and the roles somebody holds in it. */
export interface Sponsor extends Pick<Unit, "id" | "name" | "shortNames" | "kind" | "office"> {
  readonly roles: readonly Role[]
  /** What the unit is there for, `交通`; a name may be tied to it by these too. */
  readonly dutyWords?: readonly string[]
}

/** An account as it would be; its id is null before it is registered. */
export interface Candidate extends Pick<
  Account,
  "platform" | "name" | "verification" | "operator" | "custodian" | "editors" | "main" | "exceptions"
> {
  readonly id: string | null
  /** Whether it is for one event or campaign. */
  readonly special?: boolean
}

export type Neighbour = Pick<Account, "id" | "unitId" | "platform" | "name" | "main" | "state">

export interface Named {
  readonly platform: Platform
  readonly name: string
}

/** The roles without which a rule may refuse an account. */
export type NeededRole = Extract<Role, "leader" | "chief" | "editor-in-chief" | "information-officer">

/** What is not as a rule wants it. */
export type Finding =
  | { readonly code: "no-role"; readonly role: NeededRole }
  | { readonly code: "no-editor" }
  | { readonly code: "too-few-editors"; readonly count: number; readonly atLeast: number }
  | { readonly code: "too-many-editors"; readonly count: number; readonly atMost: number }
  | { readonly code: "no-custodian" }
  | { readonly code: "no-operator" }
  | { readonly code: "no-verification"; readonly unit: string }
  | { readonly code: "verification-without-sponsor"; readonly unit: string; readonly verification: string }
  | { readonly code: "name-not-tied"; readonly name: string; readonly unit: string }
  | { readonly code: "name-taken"; readonly name: string; readonly platform: Platform }
  | { readonly code: "name-differs"; readonly name: string; readonly others: readonly Named[] }
  | { readonly code: "platform-unknown" }
  | { readonly code: "platform-full"; readonly atMost: number; readonly taken: readonly Named[] }
  | { readonly code: "apps-full"; readonly atMost: number; readonly taken: readonly Named[] }
  | { readonly code: "mains-full"; readonly atMost: number; readonly taken: readonly Named[] }
  | { readonly code: "no-main" }
  | { readonly code: "special-purpose" }
  | { readonly code: "no-office"; readonly unit: string }
  | { readonly code: "not-government-office"; readonly unit: string }

/** Findings that say no more than that nobody has said anything yet. */
const lacking: readonly Finding["code"][] = [
  "no-role",
  "no-editor",
  "no-custodian",
  "no-operator",
  "no-verification",
  "no-main",
  "no-office",
]
export const isLacking = ({ code }: Finding): boolean => lacking.includes(code)
