import { ZodError } from "zod"
import { shorten } from "../../rules/words.ts"
import { Refusal } from "../../services/refusal.ts"
import {
  Ambiguous,
  type Answers,
  type Choice,
  type Command,
  type Field,
  Reconsider,
  type Scene,
} from "./command.ts"

/** What the chat still has to fill in, or every value. */
export type Filled =
  | { readonly kind: "ready"; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly kind: "ask"
      readonly field: string
      /** The answers that stand. */
      readonly answers: Answers
      /** The values of what was answered before this field. */
      readonly values: Readonly<Record<string, unknown>>
      /** What was wrong with an answer, or is to be known before this one. */
      readonly problem: string | null
      readonly choices: readonly Choice[]
    }

/** The mark of an optional field that was left out. */
export const SKIPPED = ""

/** Goes through the fields in order, and stops at the first one that has to be asked for. */
export const fill = async (scene: Scene, command: Command, answers: Answers): Promise<Filled> => {
  const values: Record<string, unknown> = {}
  const standing: Record<string, string> = { ...answers }
  for (const [name, field] of Object.entries(command.fields)) {
    const answer = field.when(standing) ? standing[name] : SKIPPED
    if (answer === SKIPPED && (field.optional || !field.when(standing))) {
      values[name] = field.many ? [] : null
      continue
    }
    if (answer === undefined) {
      if (field.silent) {
        values[name] = null
        continue
      }
      const choices = (await field.choices?.(scene, standing)) ?? []
      const [only] = choices
      if (only && choices.length === 1 && !field.optional) {
        standing[name] = only.value
        values[name] = await understand(scene, field, only.value)
        continue
      }
      if (choices.length === 0 && field.nothing !== null && !field.optional)
        throw new Refusal(field.nothing(scene.text))
      return { kind: "ask", field: name, answers: standing, values, problem: null, choices }
    }
    const understood = await attempt(scene, command, name, field, answer)
    if (understood.kind === "value") {
      values[name] = understood.value
      // What depends on this answer asks for the choice itself, however it was typed.
      if (typeof understood.value === "string" && field.choices && !field.many)
        standing[name] = understood.value
      continue
    }
    const { fields } = understood
    const rest = Object.fromEntries(Object.entries(standing).filter(([each]) => !fields.includes(each)))
    const again = fields.length > 1 ? await fill(scene, command, rest) : null
    if (again?.kind === "ask") return { ...again, problem: understood.problem }
    const choices = understood.choices ?? (await choicesAfter(understood.problem, scene, field, rest))
    return { kind: "ask", field: name, answers: rest, values, problem: understood.problem, choices }
  }
  return { kind: "ready", values }
}

/** What can be pressed instead; where there is nothing to choose from, what was wrong is all there is to say. */
const choicesAfter = async (
  problem: string,
  scene: Scene,
  field: Field<unknown>,
  answers: Answers,
): Promise<readonly Choice[]> => {
  try {
    return (await field.choices?.(scene, answers)) ?? []
  } catch (fault) {
    throw fault instanceof Refusal ? new Refusal(problem) : fault
  }
}

/** The values of a field that takes several are parted by commas of any kind, or line ends. */
export const parts = (answer: string): readonly string[] =>
  answer
    .split(/[,，、;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "")

const understand = async (scene: Scene, field: Field<unknown>, answer: string): Promise<unknown> => {
  if (!field.many) return field.find(scene, answer)
  const found: unknown[] = []
  for (const part of parts(answer)) {
    const value = await field.find(scene, part)
    if (value instanceof Ambiguous) return value
    found.push(value)
  }
  return found
}

type Attempt =
  | { readonly kind: "value"; readonly value: unknown }
  | {
      readonly kind: "wrong"
      readonly problem: string
      readonly choices: readonly Choice[] | null
      /** The answers that do not stand. */
      readonly fields: readonly string[]
    }

const attempt = async (
  scene: Scene,
  command: Command,
  name: string,
  field: Field<unknown>,
  answer: string,
): Promise<Attempt> => {
  const words = command.words(scene.text).fields[name]
  const wrong = { kind: "wrong", choices: null, fields: [name] } as const
  try {
    const value = await understand(scene, field, answer)
    if (!(value instanceof Ambiguous)) return { kind: "value", value }
    return { ...wrong, problem: scene.text.command.which(shorten(answer, 40)), choices: value.choices }
  } catch (fault) {
    if (fault instanceof Reconsider) return { ...wrong, problem: fault.message, fields: fault.fields }
    if (fault instanceof Refusal) return { ...wrong, problem: fault.message }
    if (fault instanceof ZodError) {
      const problem = scene.text.command.notUnderstood({
        label: words?.label ?? name,
        typed: shorten(answer, 40),
        example: words?.example ?? "",
      })
      return { ...wrong, problem }
    }
    throw fault
  }
}
