import { z } from "zod"
import type { Account } from "./account.ts"
import { inForce } from "./force.ts"
import type { Cited, Stack } from "./stack.ts"
import type { UnitKind } from "./unit.ts"

/** What a unit lacks of the people that a rulebook wants, as far as somebody has to be told. */
export const Vacancy = z
  .object({
    /** That of its unit. */
    id: z.string(),
    /** `leader`, and the accounts without a custodian. */
    vacant: z.array(z.string()).readonly(),
    /** Those of which not every officer has heard. */
    news: z.array(z.string()).readonly(),
    told: z.array(z.string()).readonly(),
  })
  .readonly()
export type Vacancy = z.output<typeof Vacancy>

/** A place that a rulebook wants filled: the leader in charge of a unit, or the custodian of an account. */
export interface Seat {
  /** `leader`, or the id of the account. */
  readonly key: string
  readonly account: Account | null
  readonly filledBy: string | null
  readonly cited: Cited
}

/** Every place that the rulebooks want filled in a unit with these accounts. */
export const seatsIn = (
  stack: Stack,
  unitKind: UnitKind,
  accounts: readonly Account[],
  leader: string | null,
): readonly Seat[] => {
  const asking = (fact: "unit.leader" | "account.custodian", platform: Account["platform"] | null) =>
    inForce(stack, "require", { unitKind, platform }).find(({ rule }) => rule.require === fact)
  const ofUnit = accounts.length === 0 ? undefined : asking("unit.leader", null)
  return [
    ...(ofUnit === undefined ? [] : [{ key: "leader", account: null, filledBy: leader, cited: ofUnit }]),
    ...accounts.flatMap((account): Seat[] => {
      const cited = asking("account.custodian", account.platform)
      const filledBy = account.custodian?.name ?? null
      return cited === undefined ? [] : [{ key: account.id, account, filledBy, cited }]
    }),
  ]
}

/** What is known of a unit's vacancies, with what is vacant now: what is new has still to be told. */
export const vacancyOf = (
  unitId: string,
  known: Vacancy | null,
  vacant: readonly string[],
): Vacancy | null => {
  if (vacant.length === 0) return null
  const [before, now] = [new Set(known?.vacant ?? []), new Set(vacant)]
  const fresh = vacant.filter((key) => !before.has(key))
  const news = [...(known?.news ?? []).filter((key) => now.has(key)), ...fresh]
  return { id: unitId, vacant, news, told: fresh.length > 0 ? [] : (known?.told ?? []) }
}

/** The same, after somebody heard of it: once all who are to be told have, it is no news any more. */
export const heardBy = (it: Vacancy, personId: string, all: readonly string[]): Vacancy => {
  const told = [...it.told, personId]
  return all.every((id) => told.includes(id)) ? { ...it, news: [], told: [] } : { ...it, told }
}
