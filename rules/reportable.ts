import type { Duties } from "./binding.ts"
import type { Changing, Part } from "./change.ts"
import type { Filled } from "./force.ts"
import { countedBy } from "./kinds/changed.ts"
import type { Deadline } from "./kinds/deadline.ts"

/** Whether a rule speaks of a change of these parts; what happened before anybody asked which, any rule speaks of. */
export const speaksOfParts = (
  { rule }: Pick<Filled<Deadline>, "rule">,
  parts: readonly Part[] | undefined,
): boolean => parts === undefined || countedBy(rule).some((part) => parts.includes(part))

/** Which parts a rule names itself; what stands for 等 was put there by the house. */
const named = ({ book, rule: { id } }: Filled<Deadline>): readonly string[] => {
  const written = book.rules.find((each) => each.id === id)
  return written?.kind === "deadline" ? (written.of ?? []) : []
}

/** Every part whose change is reported under some rulebook, and whether only because the house counts it. */
export const countedIn = (duties: Duties, kind: Changing): ReadonlyMap<Part, "text" | "house"> => {
  const rules = (duties.started[kind] ?? []).flatMap((cited) => [
    cited,
    ...cited.over.map((each) => each.cited),
  ])
  const found = new Map<Part, "text" | "house">()
  for (const cited of rules)
    for (const part of countedBy(cited.rule)) {
      const byHouse = cited.filled.of !== undefined && !named(cited).includes(part)
      if (!byHouse || !found.has(part)) found.set(part, byHouse ? "house" : "text")
    }
  return found
}
