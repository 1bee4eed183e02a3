import { type Hole, type Recurring, recurring } from "../../rules/coverage.ts"
import type { Source } from "../../rules/owed.ts"
import type { coverage as chinese } from "../zh/coverage.ts"
import { dayOf, daysBetween } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { hours, span } from "./span.ts"
import * as when from "./when.ts"

const SHOWN = 3

const list = (holes: readonly Hole[]): string => {
  const groups = recurring(holes)
  const rest = groups.slice(SHOWN).reduce((count, each) => count + each.count, 0)
  return [...groups.slice(0, SHOWN).map(group), ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ")
}

const group = ({ first, last, count }: Recurring): string => {
  if (count === 1) return `nobody on ${span(first)}`
  const [from, to] = [dayOf(first.from), dayOf(last.from)]
  if (count === 2) return `nobody on ${when.day(from)} and ${when.day(to)}, ${hours(first)}`
  const often = count === daysBetween(from, to) + 1 ? "each day" : `on ${count} days`
  return `nobody ${often} from ${when.day(from)} to ${when.day(to)}, ${hours(first)}`
}

const basis = (source: Source | null): string => (source === null ? "" : ` Under ${cited.cite(source)}.`)

export const coverage: typeof chinese = {
  list,
  refused: (holes, source) =>
    `This would leave hours without anybody on duty: ${list(holes)}. Nothing was changed; please fill them first.${basis(source)}`,
  warned: (holes, source) => `⚠️ Hours without anybody on duty: ${list(holes)}.${basis(source)}`,
  unreachable: (names) =>
    `${names.join(", ")} has not started a private chat with me, or has blocked me, and cannot be called at night. Nothing was changed; please have them press Start first.`,
  unreached: (names) =>
    `⚠️ ${names.join(", ")} has not started a private chat with me, or has blocked me, and cannot be called. Please have them press Start.`,
  bare: (unit, source) =>
    `${unit} has to have somebody on duty at every hour, and nobody is arranged yet. Please use /rota, or send me your roster (Excel).${basis(source)}`,
  told: (it) =>
    [
      `[Nobody on duty] ${it.unit}`,
      `${list(it.holes)}.`,
      `Please fill it with /rota or /shift; each is told once.${basis(it.source)}`,
    ].join("\n"),
}
