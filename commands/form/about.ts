import { Ambiguous, type Answers, type Command, type Scene } from "./command.ts"
import { SKIPPED } from "./fill.ts"

/** The first thing answered that a question is about: whoever pressed a button may not know any more which it was. */
export const about = async (
  scene: Scene,
  command: Command,
  answers: Answers,
  asking: string,
): Promise<string | null> => {
  for (const [name, field] of Object.entries(command.fields)) {
    if (name === asking) return null
    const answer = answers[name]
    if (field.calls === null || field.many || answer === undefined || answer === SKIPPED) continue
    const value: unknown = await field.find(scene, answer)
    if (value instanceof Ambiguous) continue
    return field.calls(scene, value as never)
  }
  return null
}
