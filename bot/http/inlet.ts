import { z } from "zod"
import type { Answers, Command, Field } from "../../commands/form/command.ts"
import { outright } from "../../commands/form/outright.ts"
import { holdsPersonalData } from "../../rules/personal.ts"
import { looksLikePassword } from "../../rules/secret.ts"
import { dayOf, timeOf } from "../../rules/time.ts"
import type { Scope } from "../../rules/token.ts"
import type { TableName } from "../../storage/store.ts"
import type { Text } from "../../text/index.ts"
import * as units from "../../services/units.ts"
import type { Errand } from "./door.ts"
import { Problem } from "./problem.ts"

/** What comes in by HTTP as if it had been typed. */
export interface Inlet {
  readonly path: string
  readonly command: Command
  readonly scope: Scope
  /** Where what it makes is kept: the answer names it. */
  readonly makes: TableName
}

/** The fields that people type; what is only pressed is none of a program's business. */
export const fieldsOf = ({ command }: Inlet, text: Text): readonly (readonly [string, Field<unknown>])[] =>
  Object.entries(command.fields).filter(
    ([name]) => command.words(text).fields[name]?.example !== "",
  ) as (readonly [string, Field<unknown>])[]

const Value = z.union([z.string().max(4096), z.number()])
const Values = z.array(Value).max(200)
/** An instant with its zone, which nobody types. */
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** What somebody would have typed. */
const typed = (value: string | number): string => {
  const at = typeof value === "string" && STAMP.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? String(value) : `${dayOf(at)}T${timeOf(at)}`
}

/** The body as answers to the command's fields; throws `Problem` for what is no such body. */
const answersIn = (inlet: Inlet, sent: string, text: Text): Answers => {
  let body: unknown
  try {
    body = JSON.parse(sent)
  } catch {
    throw new Problem("bad_request", text.http.notJson)
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new Problem("bad_request", text.http.notJson)
  const fields = new Map(fieldsOf(inlet, text))
  const answers: Record<string, string> = {}
  for (const [name, value] of Object.entries(body)) {
    const field = fields.get(name)
    if (!field)
      throw new Problem("invalid", text.http.noField(name.slice(0, 40)), { field: name.slice(0, 40) })
    if (value === null) continue
    const parsed = (field.many ? z.union([Value, Values]) : Value).safeParse(value)
    if (!parsed.success) throw new Problem("invalid", text.http.wrongForm(name), { field: name })
    const { command } = inlet
    for (const each of [parsed.data].flat().map(typed)) {
      if (looksLikePassword(each) || looksLikePassword(`/${command.name} ${each}`))
        throw new Problem("invalid", text.http.passwords(name), { field: name })
      if (command.careful === "people" && holdsPersonalData(each))
        throw new Problem("invalid", text.http.people(name), { field: name })
    }
    answers[name] = [parsed.data]
      .flat()
      .map((each) => field.canonical(typed(each)))
      .join("\n")
  }
  return answers
}

/** What the command does with a body that came in. */
export const errandOf = (inlet: Inlet, sent: string, text: Text): Errand => {
  const answers = answersIn(inlet, sent, text)
  return {
    scope: inlet.scope,
    why: inlet.command.name,
    sent,
    work: async (scene, { token }) => {
      const done = await outright(scene, inlet.command, answers)
      if ("reply" in done) {
        const made = scene
          .altered()
          .flatMap(({ table, id, before }) => (table === inlet.makes && before === null ? [id] : []))
        const [id = null] = made
        return { status: 201, body: { id, ids: made, message: done.reply.body?.text ?? "" } }
      }
      const { field, problem, choices } = done.lacking
      const label = inlet.command.words(scene.text).fields[field]?.label ?? field
      const { name } = await units.unit(scene, token.unitId)
      const message =
        problem === null
          ? scene.text.http.missing(field, label)
          : `${problem} ${scene.text.http.otherUnit(name)}`
      throw new Problem("invalid", message, {
        field,
        ...(choices.length === 0
          ? {}
          : { choices: choices.map(({ value, label: called }) => ({ value, label: called })) }),
      })
    },
  }
}
