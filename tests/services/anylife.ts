import fc from "fast-check"
import { doings } from "../../rules/acts.ts"
import type { Rulebook } from "../../rules/rulebook.ts"
import { bookOf } from "../rules/books.ts"

const started = [
  "account.opened",
  "account.changed",
  "account.hijacked",
  "account.went-offline",
  "account.cancelled",
  "announcement.closing",
  "change.reported",
  "person.leaving",
  "sponsor.changed",
  "rulebook.in-force",
] as const
/** Carried duties that nothing but saying so closes. */
const plain = Object.entries(doings).flatMap(([name, doing]) =>
  "command" in doing ? [] : [[name, doing] as const],
)
const ofAccount = plain.flatMap(([name, { of }]) => (of === "account" ? [name] : []))
const ofUnit = plain.flatMap(([name, { of }]) => (of === "unit" ? [name] : []))

const within = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n) => `${n} working days`),
  fc.integer({ min: 1, max: 60 }).map((n) => `${n} days`),
  fc.integer({ min: 1, max: 6 }).map((n) => `${n} months`),
  fc.constant("the same day"),
)
const often = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom("week", "month", "quarter", "year"))
    .map(([n, span]) => `${n} per ${span}`),
  fc.integer({ min: 3, max: 90 }).map((n) => `every ${n} days`),
  fc.integer({ min: 1, max: 6 }).map((n) => `every ${n} months`),
)
const to = fc.constantFrom("", ", to: 县政府办公室", ", to: 市网信办")

const deadlineRule = fc
  .tuple(fc.constantFrom(...started), fc.constantFrom(...ofAccount), within, to)
  .map(
    ([event, what, time, receiver]) =>
      `kind: deadline, starts: ${event}, do: ${what}, within: ${time}${receiver}`,
  )
/** What has to stand for a while before it may be ended. */
const waits = fc.constantFrom("1 month", "2 months", ...[1, 7, 15, 30, 31, 59, 60].map((n) => `${n} days`))
const waitingRule = fc
  .tuple(fc.constantFrom(...started), fc.constantFrom(...ofAccount), waits)
  .map(([event, what, time]) => `kind: deadline, starts: ${event}, do: ${what}, wait: ${time}`)
const periodicRule = fc
  .tuple(fc.constantFrom(...ofUnit, ...ofAccount), often)
  .map(([what, frequency]) => `kind: periodic, do: ${what}, atLeast: ${frequency}`)

/** A rulebook that nobody wrote, in force before the life begins or in the middle of it. */
const anyBook = (id: string) =>
  fc
    .record({
      rules: fc.array(fc.oneof({ weight: 3, arbitrary: deadlineRule }, waitingRule, periodicRule), {
        minLength: 1,
        maxLength: 5,
      }),
      since: fc.constantFrom(null, "2024-01-01", "2025-07-15"),
    })
    .map(({ rules, since }): Rulebook => ({
      ...bookOf(id, ...rules),
      ...(since === null ? {} : { inForceFrom: since }),
    }))

/** Something that happens in a life: at the office's own time, or a stretch in which nobody does anything. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("pass" as const), count: fc.integer({ min: 1, max: 45 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("happen" as const),
      event: fc.constantFrom(...started),
      back: fc.integer({ min: 0, max: 40 }),
      nth: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("done" as const),
      which: fc.nat(30),
      back: fc.integer({ min: 0, max: 10 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("attest" as const), back: fc.integer({ min: 0, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("waive" as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("recount" as const) }) },
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

export const anyLife = fc.record({
  stack: fc.subarray(["wubu", "longzihu", "xuancheng", "jiangxi", "sxjt"], { maxLength: 3 }),
  own: fc.tuple(anyBook("one"), anyBook("two")).map((books) => [...books]),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
})
export type Story = typeof anyLife extends fc.Arbitrary<infer T> ? T : never
