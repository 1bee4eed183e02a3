import type { z } from "zod"
import { plain } from "./plain.ts"
import { Rows, type Row } from "./rows.ts"

/** The tables as the engine sees them, whatever their rows are. */
export type Schema = Readonly<
  Record<
    string,
    {
      readonly row: z.ZodType
      readonly version: number
      readonly indexes: Readonly<Record<string, (row: never) => string | null>>
    }
  >
>

/** A row, checked against its table and frozen. Throws on what does not fit. */
export const admit = (schema: Schema, table: string, value: unknown): Row => {
  const definition = schema[table]
  if (!definition) throw new Error(`there is no table ${table}`)
  const checked = definition.row.safeParse(value)
  if (!checked.success) {
    const [issue] = checked.error.issues
    const where = issue?.path.map((part) => `.${String(part)}`).join("") ?? ""
    throw new Error(`a row does not fit the table ${table}: ${where} ${issue?.message ?? ""}`, {
      cause: checked.error,
    })
  }
  return plain(checked.data) as unknown as Row
}

export const emptyRows = (schema: Schema): ReadonlyMap<string, Rows> =>
  new Map(Object.entries(schema).map(([name, { indexes }]) => [name, new Rows(indexes)]))
