import type { Platform } from "./account.ts"
import type { ActName } from "./acts.ts"
import { inDays, isOpen } from "./figure.ts"
import type { Frequency } from "./frequency.ts"
import type { Quota } from "./kinds/quota.ts"
import { inForce, type InForce, type Scope } from "./force.ts"
import type { Deadline } from "./kinds/deadline.ts"
import type { Periodic } from "./kinds/periodic.ts"
import type { Report } from "./kinds/report.ts"
import { type ReportKind, reportKinds } from "./report.ts"
import type { Cited, Stack } from "./stack.ts"
import { type Stretch, stretchOf } from "./stretch.ts"
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
  return (stack: Stack, unitKind: UnitKind, platform: Platform | null): T => {
    const results = known.get(stack) ?? new Map<string, T>()
    known.set(stack, results)
    const key = `${unitKind} ${platform ?? ""}`
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

/** After so long without a post an account is dormant, or a zombie; empty where no rulebook says. */
export interface Silences {
  /** Several where none is surely the shortest, as 90 days and 3 months: the first that has passed counts. */
  readonly dormant: readonly Stretch[]
  readonly zombie: readonly Stretch[]
  readonly cited: { readonly dormant: readonly Cited[]; readonly zombie: readonly Cited[] }
}

export const silencesFor = once((stack, scope): Silences => {
  const limits = inForce(stack, "limit", scope)
  const longest = (mark: "dormant" | "zombie") =>
    limits.flatMap((cited) => {
      const { atMost } = cited.rule
      if (cited.rule.mark !== mark || typeof atMost !== "object" || isOpen(atMost)) return []
      const stretch = stretchOf(atMost)
      return stretch === null ? [] : [{ cited, stretch }]
    })
  const [dormant, zombie] = [longest("dormant"), longest("zombie")]
  return {
    dormant: dormant.map(({ stretch }) => stretch),
    zombie: zombie.map(({ stretch }) => stretch),
    cited: { dormant: dormant.map(({ cited }) => cited), zombie: zombie.map(({ cited }) => cited) },
  }
})

/** A rule that asks for a report with a date. */
type Written = Report & { readonly report: ReportKind }

/** A rule that asks for something again and again: that it is done, or that it is written up. */
export type AgainRule = InForce<Periodic> | InForce<Written>

/** A rule that asks for something by a date. */
export type DatedRule = InForce<Deadline> | AgainRule

/** What it asks for. */
export const actOf = ({ rule }: AgainRule): ActName => (rule.kind === "report" ? rule.report : rule.do)

const isWritten = (cited: InForce<Report>): cited is InForce<Written> =>
  reportKinds.some((kind) => kind === cited.rule.report)

/** The dated duties of an account on this platform; with a null platform those of the unit itself. */
export interface Duties {
  /** By what starts them. */
  readonly started: Readonly<Partial<Record<Deadline["starts"], readonly InForce<Deadline>[]>>>
  readonly again: readonly InForce<Periodic>[]
  /** What is written up at the end of each period. */
  readonly written: readonly AgainRule[]
}

export const dutiesFor = once((stack, scope): Duties => {
  const started: Partial<Record<Deadline["starts"], InForce<Deadline>[]>> = {}
  for (const cited of inForce(stack, "deadline", scope)) (started[cited.rule.starts] ??= []).push(cited)
  const written = inForce(stack, "report", scope).filter(isWritten)
  return { started, again: inForce(stack, "periodic", scope), written }
})
