import type { Platform } from "./account.ts"
import { inDays, isOpen } from "./figure.ts"
import type { Frequency } from "./frequency.ts"
import type { Quota } from "./kinds/quota.ts"
import { inForce, type InForce } from "./force.ts"
import type { Cited, Stack } from "./stack.ts"
import type { UnitKind } from "./unit.ts"

/** A quota that an account runs under. */
export interface BindingQuota {
  /** Rulebook and rule; what a `Clock` and a `Miss` carry in `rule`. */
  readonly key: string
  readonly atLeast: Frequency
  readonly counts: Quota["counts"]
  /** How many days before the end of a period its owner is reminded. */
  readonly warn: readonly number[]
  readonly cited: InForce<Quota>
}

const days = (figure: Parameters<typeof inDays>[0] | undefined): number[] => {
  const count = figure === undefined ? null : inDays(figure)
  return count === null ? [] : [count]
}

/** Every quota for an account on this platform: of one rhythm the strictest, different rhythms side by side. */
export const quotasFor = (stack: Stack, unitKind: UnitKind, platform: Platform): readonly BindingQuota[] =>
  inForce(stack, "quota", { unitKind, platform }).flatMap((cited) => {
    const { atLeast, counts, warn = [] } = cited.rule
    if (isOpen(atLeast)) return []
    return [{ key: cited.key, atLeast, counts, warn: warn.flatMap(days), cited }]
  })

/** After so many days without a post an account is dormant, or a zombie; null where no rulebook says. */
export interface Silences {
  readonly dormant: number | null
  readonly zombie: number | null
  readonly cited: { readonly dormant: Cited | null; readonly zombie: Cited | null }
}

export const silencesFor = (stack: Stack, unitKind: UnitKind, platform: Platform): Silences => {
  const limits = inForce(stack, "limit", { unitKind, platform })
  const longest = (mark: "dormant" | "zombie") => {
    const found = limits.find(({ rule }) => rule.mark === mark && typeof rule.atMost !== "number")
    if (found === undefined || typeof found.rule.atMost === "number" || isOpen(found.rule.atMost)) return null
    return { cited: found, days: inDays(found.rule.atMost) }
  }
  const [dormant, zombie] = [longest("dormant"), longest("zombie")]
  return {
    dormant: dormant?.days ?? null,
    zombie: zombie?.days ?? null,
    cited: { dormant: dormant?.cited ?? null, zombie: zombie?.cited ?? null },
  }
}
