import type { Hole } from "../../rules/coverage.ts"
import type { Source } from "../../rules/owed.ts"
import type { coverage as chinese } from "../zh/coverage.ts"
import { cited } from "./cited.ts"
import { span } from "./span.ts"

const SHOWN = 3

const list = (holes: readonly Hole[]): string =>
  holes
    .slice(0, SHOWN)
    .map((hole) => `nobody on ${span(hole)}`)
    .join("; ") + (holes.length > SHOWN ? `; and ${holes.length - SHOWN} more` : "")

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
  told: (it) =>
    [
      `[Nobody on duty] ${it.unit}`,
      `${list(it.holes)}.`,
      `Please fill it with /rota or /shift; each is told once.${basis(it.source)}`,
    ].join("\n"),
}
