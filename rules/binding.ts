import type { Platform } from "./account.ts"
import { inDays, isOpen } from "./figure.ts"
import type { Frequency } from "./frequency.ts"
import type { Quota } from "./kinds/quota.ts"
import { inForce, type InForce, type Scope } from "./force.ts"
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

/** A stack never changes, so what follows from it is worked out once; every post asks for it. */
const once = <T>(follow: (stack: Stack, scope: Scope) => T) => {
  const known = new WeakMap<Stack, Map<string, T>>()
  return (stack: Stack, unitKind: UnitKind, platform: Platform): T => {
    const results = known.get(stack) ?? new Map<string, T>()
    known.set(stack, results)
    const key = `${unitKind} ${platform}`
    const result = results.get(key) ?? follow(stack, { unitKind, platform })
    results.set(key, result)
    return result
  }
}

/** Every quota for an account on this platform: of one rhythm the strictest, different rhythms side by side. */
export const quotasFor = once((stack, scope): readonly BindingQuota[] =>
  inForce(stack, "quota", scope).flatMap((cited) => {
    const { atLeast, counts, warn = [] } = cited.rule
    if (isOpen(atLeast)) return []
    return [{ key: cited.key, atLeast, counts, warn: warn.flatMap(days), cited }]
  }),
)

/** After so many days without a post an account is dormant, or a zombie; null where no rulebook says. */
export interface Silences {
  readonly dormant: number | null
  readonly zombie: number | null
  readonly cited: { readonly dormant: Cited | null; readonly zombie: Cited | null }
}

export const silencesFor = once((stack, scope): Silences => {
  const limits = inForce(stack, "limit", scope)
  const longest = (mark: "dormant" | "zombie") => {
    const cited = limits.find(({ rule }) => rule.mark === mark)
    const atMost = cited?.rule.atMost
    return cited === undefined || typeof atMost !== "object" || isOpen(atMost)
      ? { cited: null, days: null }
      : { cited, days: inDays(atMost) }
  }
  const [dormant, zombie] = [longest("dormant"), longest("zombie")]
  return {
    dormant: dormant.days,
    zombie: zombie.days,
    cited: { dormant: dormant.cited, zombie: zombie.cited },
  }
})
