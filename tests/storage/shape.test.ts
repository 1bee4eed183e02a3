import fc from "fast-check"
import { expect, test } from "vitest"
import { z } from "zod"
import { plain } from "../../storage/plain.ts"
import { shapeOf } from "../../storage/shape.ts"
import { tables } from "../../storage/tables.ts"

const schemas = [
  z.object({ a: z.string(), b: z.number().optional(), c: z.boolean().nullable() }).readonly(),
  z.array(z.enum(["a", "b"])).readonly(),
  z.union([z.object({ a: z.string() }), z.object({ a: z.string(), b: z.number() })]),
  z.union([z.literal(1), z.null(), z.array(z.string())]),
  z.object({ a: z.object({ b: z.string().nullable().optional() }).readonly() }),
]

const word = fc.constantFrom("a", "b", "c")
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(word, fc.constantFrom(0, 1, 2.5, NaN, Infinity), fc.boolean(), fc.constantFrom(null, undefined)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(word, tie("value"), { noNullPrototype: false }),
  ),
})).value

test("what is told quickly is what the schema says, unchanged", () => {
  let taken = 0
  fc.assert(
    fc.property(fc.constantFrom(...schemas), value, (schema, given) => {
      if (shapeOf(schema)?.(given) !== true) return
      taken += 1
      expect(plain(schema.parse(given))).toStrictEqual(plain(given))
    }),
    { numRuns: 5_000 },
  )
  expect(taken).toBeGreaterThan(50)
})

test("what the schema would leave out, change or refuse is not told quickly", () => {
  const fits = shapeOf(z.object({ a: z.string(), b: z.number().optional() }))
  expect(fits?.({ a: "x" })).toBe(true)
  expect(fits?.({ a: "x", b: undefined })).toBe(true)
  for (const wrong of [null, [], {}, { a: 1 }, { a: "x", c: 1 }, { a: "x", b: NaN }, new Date(), "x"])
    expect(fits?.(wrong)).toBe(false)
  const holed = Object.assign([], { 1: "a", length: 2 })
  expect(shapeOf(z.array(z.string()))?.(holed)).toBe(false)
  const first = z.union([z.object({ a: z.string() }), z.object({ a: z.string(), b: z.number() })])
  expect(shapeOf(first)?.({ a: "x", b: 1 })).toBe(false)
})

test("where a schema checks or changes values in its own way, only the schema tells", () => {
  const own = [
    z.string().min(1),
    z.string().trim(),
    z.email(),
    z.int(),
    z.coerce.number(),
    z.string().default(""),
    z.object({ a: z.string().transform(Number) }),
    z.strictObject({ a: z.string() }),
    z.looseObject({ a: z.string() }),
    z.object({ a: z.string() }).refine(({ a }) => a !== ""),
    z.array(z.string()).max(2),
  ]
  for (const schema of own) expect(shapeOf(schema)).toBeNull()
})

test("rows of which many are put are told quickly", () => {
  for (const name of ["posts", "accounts", "clocks", "outbox", "obligations"] as const)
    expect(shapeOf(tables[name].row)).not.toBeNull()
})
