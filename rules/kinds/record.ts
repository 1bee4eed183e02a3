import { z } from "zod"
import { wider } from "../strictness.ts"
import { records } from "../vocabulary.ts"
import { common, type Kind, line } from "./common.ts"

/** Something is kept in the register, and asks nobody to do anything by a date. */
export const Record = z
  .strictObject({
    ...common,
    kind: z.literal("record"),
    record: z.enum(records),
    /** What is written down, or the values it may have. */
    fields: z.array(line(80, "words")).min(1).max(30).readonly().optional(),
    /** From whom alone a value may come, where it does not come from anybody: `突发事件: [宣传部门]`. */
    providers: z.record(line(80, "words"), z.array(line(60, "words")).min(1).max(10).readonly()).optional(),
  })
  .readonly()
export type Record = z.output<typeof Record>

export const record: Kind<Record> = {
  asks: (rule) => rule.record,
  fillable: [],
  measure: (rule) => rule.record,
  compare: (a, b) => wider(a.fields ?? [], b.fields ?? []),
}
