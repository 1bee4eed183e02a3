import type { z } from "zod"
import { type Members, plain } from "./plain.ts"
import { Rows, type Row } from "./rows.ts"
import { type Shape, shapeOf } from "./shape.ts"

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

const shapes = new WeakMap<z.ZodType, Shape>()
const asking: Shape = () => false

const fits = (schema: z.ZodType, value: unknown): boolean => {
  let shape = shapes.get(schema)
  if (!shape) shapes.set(schema, (shape = shapeOf(schema) ?? asking))
  return shape(value)
}

/** A row, checked against its table and frozen; it may share parts with the row `before`. Throws on what does not fit. */
export const admit = (schema: Schema, table: string, value: unknown, before: Row | null = null): Row => {
  const definition = schema[table]
  if (!definition) throw new Error(`there is no table ${table}`)
  if (fits(definition.row, value))
    return plain(value, "", before as unknown as Members | null) as unknown as Row
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
