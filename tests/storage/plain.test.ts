import fc from "fast-check"
import { expect, test } from "vitest"
import { canonical, isSame, type Members, plain } from "../../storage/plain.ts"

/** What rows are made of, absent members included. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    fc.dictionary(
      fc.oneof(fc.string(), fc.nat().map(String)),
      fc.oneof(tie("value"), fc.constant(undefined)),
    ),
  ),
})).value

const reversed = (given: unknown): unknown => {
  if (typeof given !== "object" || given === null) return given
  if (Array.isArray(given)) return given.map(reversed)
  const entries = Object.entries(given).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]))
}

test("a row is kept as it will be read", () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(plain(given)).toStrictEqual(JSON.parse(JSON.stringify(given)))
      expect(JSON.parse(canonical(plain(given)))).toStrictEqual(plain(given))
    }),
  )
})

test("a zero with a sign is a zero, as it will be read", () => {
  expect(Object.is(plain(-0), 0)).toBe(true)
})

test("a row is written in one way only, whatever the order of its members", () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(canonical(plain(reversed(given)))).toBe(canonical(plain(given)))
    }),
  )
  expect(canonical({ b: [1, { z: null, a: "“引号”\n" }], "9": 1, "10": true, a: -0.5 })).toBe(
    '{"10":true,"9":1,"a":-0.5,"b":[1,{"a":"“引号”\\n","z":null}]}',
  )
})

test("a row is frozen through and through, and no longer the object that was given", () => {
  const given = { list: [{ deep: 1 }] }
  const kept = plain(given) as typeof given
  expect(kept.list[0]).not.toBe(given.list[0])
  expect(Object.isFrozen(kept) && Object.isFrozen(kept.list) && Object.isFrozen(kept.list[0])).toBe(true)
})

test("what stands unchanged since before is not copied again, and what only looks like it is", () => {
  const before = plain({ body: { text: "好" }, list: [1], state: "waiting" }) as Members
  const kept = plain({ ...before, list: [1], state: "sent" }, "", before) as Members
  expect(kept).toStrictEqual({ body: { text: "好" }, list: [1], state: "sent" })
  expect(kept.body).toBe(before.body)
  expect(kept.list).not.toBe(before.list)
  expect(Object.isFrozen(kept) && Object.isFrozen(kept.list)).toBe(true)
  // What every object has by itself was never looked at.
  const odd = Object.defineProperty({}, "__proto__", { value: Object.prototype, enumerable: true })
  expect(Object.values(plain(odd, "", before) as Members)[0]).not.toBe(Object.prototype)
})

test.each([
  [{ at: [0, Infinity] }, "row.at[1] is Infinity, which cannot be stored"],
  [{ at: [undefined] }, "row.at[0] is of type undefined, which cannot be stored"],
  [{ big: 1n }, "row.big is of type bigint, which cannot be stored"],
  [{ deep: { work: () => 1 } }, "row.deep.work is of type function, which cannot be stored"],
  [{ seen: new Set(["a"]) }, "row.seen is no plain object, which cannot be stored"],
])("what would come back as something else is refused: %o", (given, message) => {
  expect(() => plain(given)).toThrow(message)
})

test("two values are the same when they are written in the same way", () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(isSame(plain(one), plain(reversed(one)))).toBe(
        canonical(plain(one)) === canonical(plain(reversed(one))),
      )
      expect(isSame(plain(one), plain(other))).toBe(canonical(plain(one)) === canonical(plain(other)))
      expect(isSame(plain({ one }), plain({ one, more: 1 }))).toBe(false)
    }),
  )
})

test("a member named like the prototype is a member like any other", () => {
  const given = JSON.parse('{"__proto__":{"b":1,"a":2},"a":1}') as unknown
  expect(canonical(plain(given))).toBe('{"__proto__":{"a":2,"b":1},"a":1}')
})
