import { type Answers, type Choice, type Command, Reconsider, type Reply, type Scene } from "./command.ts"
import { attempt, demandAllowed } from "./converse.ts"
import { fill, SKIPPED } from "./fill.ts"

/** What is missing or wrong, where nobody can be asked for it. */
export interface Lacking {
  readonly field: string
  /** What was wrong with the answer; null where there was none. */
  readonly problem: string | null
  readonly choices: readonly Choice[]
}

/** Does a command for whoever said everything at once: a program. Nothing is asked, and nothing is begun. */
export const outright = async (
  scene: Scene,
  command: Command,
  answers: Answers,
): Promise<{ readonly reply: Reply } | { readonly lacking: Lacking }> => {
  demandAllowed(scene, command)
  // What may be left out and is not said is left out: there is nobody to ask.
  const skipped = Object.entries(command.fields)
    .filter(([, { optional }]) => optional)
    .map(([name]) => [name, SKIPPED] as const)
  const filled = await fill(scene, command, { ...Object.fromEntries(skipped), ...answers })
  if (filled.kind === "ask") {
    const { field, problem, choices } = filled
    return { lacking: { field, problem, choices } }
  }
  const reply = await attempt(scene, command, filled.values)
  if (!(reply instanceof Reconsider)) return { reply }
  const [field = ""] = reply.fields
  return { lacking: { field, problem: reply.message, choices: [] } }
}
