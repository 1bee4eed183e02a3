import type { Fact } from "./facts.ts"
import { inForce, type InForce } from "./force.ts"
import type { Require } from "./kinds/require.ts"
import { isSameName } from "./names.ts"
import type { Stack } from "./stack.ts"
import type { Unit } from "./unit.ts"

/** A unit as such, as far as a rule may look at it. */
export interface Seen {
  readonly unit: Pick<Unit, "kind" | "parentId" | "office" | "websiteOffice" | "supervisor">
  /** How many of its accounts somebody watches over. */
  readonly accounts: number
}

/** What can be said of a unit as such. */
export const unitFacts = [
  "unit.account",
  "unit.supervisor",
  "unit.responsible-office",
  "unit.same-office-as-website",
] as const satisfies readonly Fact[]
export type UnitFact = (typeof unitFacts)[number]

const met: Readonly<Record<UnitFact, (seen: Seen) => boolean>> = {
  "unit.account": ({ accounts }) => accounts > 0,
  "unit.supervisor": ({ unit }) => unit.parentId !== null || !isUnsaid(unit.supervisor),
  "unit.responsible-office": ({ unit }) => !isUnsaid(unit.office),
  // As long as nobody has said who keeps which, nothing is known against it.
  "unit.same-office-as-website": ({ unit: { office, websiteOffice } }) =>
    isUnsaid(office) || isUnsaid(websiteOffice) || isSameName(office, websiteOffice),
}

const isUnsaid = (name: string | null | undefined): name is null | undefined | "" => !name

/** What a unit lacks that its rulebooks ask of it as such; it is told and hinders nothing. */
export const unitNotes = (
  stack: Stack,
  seen: Seen,
): readonly { readonly fact: UnitFact; readonly cited: InForce<Require> }[] =>
  inForce(stack, "require", { unitKind: seen.unit.kind, platform: null }).flatMap((cited) => {
    const fact = unitFacts.find((each) => each === cited.rule.require)
    return fact === undefined || met[fact](seen) ? [] : [{ fact, cited }]
  })
