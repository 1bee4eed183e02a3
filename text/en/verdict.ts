import { formatFrequency } from "../../rules/frequency.ts"
import type { Source } from "../../rules/owed.ts"
import { formatQuantity } from "../../rules/quantity.ts"
import { quantityOf } from "../../rules/stretch.ts"
import type { Reason } from "../../rules/verdict/index.ts"
import { acts } from "./acts.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

/** `1 day`, `3 days`. */
export const counting = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`

const left = (days: number | null): string => {
  if (days === null) return ""
  if (days < 0) return `, ${counting(-days, "day")} over`
  return days === 0 ? ", that day is the last" : `, ${counting(days, "day")} left`
}

export const sum = (it: Reason): string => {
  switch (it.kind) {
    case "silence": {
      const what = it.counts === "originals" ? "original" : "post"
      const from = it.posted
        ? `last ${what} ${when.short(it.from)}`
        : `no ${what} since ${when.short(it.from)}`
      return `${from} + ${formatQuantity(quantityOf(it.stretch))} = by ${when.day(it.until ?? it.from)}${left(it.left)}`
    }
    case "given-up":
      return `no post since ${when.fullDay(it.from)}, more than ${formatQuantity(quantityOf(it.stretch))}: ${it.mark === "zombie" ? "a zombie" : "dormant"}`
    case "quota": {
      const asked = `${formatFrequency(it.frequency)}${it.counts === "originals" ? " (originals)" : ""}`
      const period = `${when.short(it.from)} to ${when.day(it.until)}${it.provisional ? " (provisional)" : ""}`
      return it.level === "red"
        ? `${asked}: ${period} needed ${it.needed}, had ${it.count}, and the running period does not make up for it yet`
        : `${asked}: ${period} needs ${it.needed}, has ${it.count}${left(it.left)}`
    }
    case "leave":
      return it.state === "unapproved" ? "live without approval" : "offline without approval"
    case "duty": {
      const { act, to } = it.obligation
      return `${acts[act]}${to === null ? "" : ` (to ${to})`}${it.until === null ? "" : `: due ${when.day(it.until)}`}${left(it.left)}`
    }
    case "finding": {
      const what = `finding ${it.finding.number} “${it.finding.what}”`
      return it.waits
        ? `${what}: put right, to be confirmed`
        : `${what}: by ${when.day(it.until)}${left(it.left)}`
    }
  }
}

type Grounded = Reason & { readonly sources: readonly Source[] }

/** Reasons as lines, and the articles they rest on below them, each once and numbered where there are several. */
export const reasoned = (all: readonly Grounded[]) => {
  const bases = [...new Set(all.flatMap(({ sources }) => sources.map(cited.cite)))]
  const several = bases.length > 1
  const mark = (basis: string): string => `[${bases.indexOf(basis) + 1}]`
  return {
    line: (it: Grounded): string =>
      `  · ${sum(it)}${several ? [...new Set(it.sources.map(cited.cite))].map((each) => ` ${mark(each)}`).join("") : ""}`,
    bases: bases.map((basis) => `Basis${several ? ` ${mark(basis)}` : ""}: ${basis}`),
  }
}
