import type { Account } from "../../rules/account.ts"
import type { Source } from "../../rules/owed.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"

export interface Seat {
  readonly account: Pick<Account, "platform" | "name"> | null
  readonly filledBy: string | null
  readonly source: Source
}

/** How many accounts are named. */
const NAMED = 10

const named = (seats: readonly Seat[]): string =>
  `${seats
    .slice(0, NAMED)
    .flatMap(({ account }) => (account === null ? [] : [quota.named(account)]))
    .join("、")}${seats.length > NAMED ? `等 ${seats.length} 个` : ""}`

const by = (seats: readonly Seat[]): string =>
  [...new Set(seats.map(({ source }) => cited.cite(source)))].join("、")

const parts = (seats: readonly Seat[]) => ({
  leader: seats.find(({ account }) => account === null) ?? null,
  kept: seats.filter(({ account }) => account !== null),
})

/** Places that nobody fills: a unit without a leader in charge, an account without a custodian. */
export const vacancy = {
  line: (unit: string, vacant: readonly Seat[]) => {
    const { leader, kept } = parts(vacant)
    const what = [
      ...(leader === null ? [] : ["没有分管领导"]),
      ...(kept.length === 0 ? [] : [`${named(kept)}没有密码保管人`]),
    ]
    return `${unit}：${what.join("；")}（依据 ${by(vacant)}）`
  },
  more: (count: number) => `另有 ${count} 个单位`,
  /** All places of a unit, those that are filled too. */
  list: (seats: readonly Seat[]): readonly string[] => {
    if (seats.length === 0) return []
    const { leader, kept } = parts(seats)
    const empty = kept.filter(({ filledBy }) => filledBy === null)
    return [
      `\n▪ 分管领导和密码保管人 ${seats.filter(({ filledBy }) => filledBy !== null).length}/${seats.length}`,
      ...(leader === null
        ? []
        : [
            leader.filledBy === null
              ? "✗ 分管领导：还没有，请用 /appoint 指定"
              : `✓ 分管领导：${leader.filledBy}`,
          ]),
      ...(kept.length === 0
        ? []
        : empty.length === 0
          ? [`✓ 密码保管人：${kept.length} 个账号都已明确`]
          : [`✗ 密码保管人：${named(empty)}还没有，请用 /edit 登记`]),
      `依据 ${by(seats)}`,
    ]
  },
}
