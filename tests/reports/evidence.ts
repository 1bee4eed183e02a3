import fc from "fast-check"
import type { Evidence } from "../../rules/measures/measure.ts"
import { addDays, type Day, hours, instantOf, minutes } from "../../rules/time.ts"

/** When the reports of the tests are made. */
export const NOW = instantOf("2027-02-01", "10:00")

/** Days of the year that is reported on, and some around it. */
const day: fc.Arbitrary<Day> = fc.integer({ min: -40, max: 400 }).map((count) => addDays("2026-01-01", count))
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 1439 }))
  .map(([on, minute]) => instantOf(on) + minutes(minute))

const rows = <T>(one: fc.Arbitrary<Partial<T>>): fc.Arbitrary<readonly T[]> =>
  fc.array(one, { maxLength: 12 }) as unknown as fc.Arbitrary<readonly T[]>

type Row<K extends keyof Evidence> = Evidence[K][number]

const due = day.map((on) => ({ day: on, at: instantOf(on, "24:00"), provisional: false }))

/** Whatever may have been recorded, as far as it is counted. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  posts: rows<Row<"posts">>(fc.record({ at: moment, original: fc.boolean(), first: fc.boolean() })),
  kept: fc.array(day, { maxLength: 12 }),
  misses: rows<Row<"misses">>(fc.record({ until: day })),
  silences: rows<Row<"silences">>(fc.record({ until: day })),
  duties: rows<Row<"duties">>(
    fc.record({
      act: fc.constantFrom("request.finish", "filing.open"),
      phase: fc.constantFrom("done", "late", "overdue", "escalated", "open", "waived", "void"),
      due: fc.option(due, { nil: null }),
      settled: fc.option(
        day.map((on) => ({ on, by: "p", at: instantOf(on), proof: null, note: null })),
        { nil: null },
      ),
    }),
  ),
  incidents: rows<Row<"incidents">>(
    fc.record({
      drill: fc.boolean(),
      foundAt: moment,
      raisedAt: fc.constant(instantOf("2026-06-01")),
      acknowledged: fc.array(
        fc.integer({ min: 0, max: 90 }).map((late) => ({
          personId: "p",
          at: instantOf("2026-06-01") + hours(late),
        })),
        { maxLength: 2 },
      ),
    }),
  ),
  breaches: rows<Row<"breaches">>(fc.record({ at: moment })),
  custodies: rows<Row<"custodies">>(fc.record({ from: moment })),
  topics: rows<Row<"topics">>(fc.record({ at: moment })),
  cases: rows<Row<"cases">>(fc.record({ receivedAt: moment, closedAt: fc.option(moment, { nil: null }) })),
  checks: rows<Row<"checks">>(
    fc.record({
      kind: fc.constantFrom("check", "self"),
      signed: fc.option(
        moment.map((at) => ({ by: "p", at })),
        { nil: null },
      ),
    }),
  ),
  findings: rows<Row<"findings">>(
    fc.record({
      state: fc.constantFrom("open", "rectified", "closed", "withdrawn"),
      foundOn: day,
      closed: fc.option(
        moment.map((at) => ({ by: "p", at })),
        { nil: null },
      ),
    }),
  ),
})
