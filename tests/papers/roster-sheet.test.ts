import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { writeRoster } from "../../papers/roster.ts"
import { readTable } from "../../papers/table.ts"
import { joined } from "../../rules/interval.ts"
import { layers, type Shift } from "../../rules/roster.ts"
import { rosterLines, writtenShifts } from "../../rules/rosterlines.ts"
import { readRosterSheet } from "../../rules/rostersheet.ts"
import { addDays, dayOf, hours, instantOf, minutes } from "../../rules/time.ts"

const NOW = instantOf("2026-03-02", "10:00")
const people = ["张敏", "李国强", "王 芳", "Anna Maria", "欧阳·娜", "赵六（二组1）"].map((name, index) => ({
  id: `p${String(index)}`,
  name,
}))
const known = { now: NOW, people, hours: [], absences: [] }

type Kept = Pick<Shift, "layer" | "personId" | "from" | "to">

/** Who has which layer when, however many pieces it was written in. */
const held = (shifts: readonly Kept[]) =>
  layers.flatMap((layer) =>
    people.map(({ id }) => [
      layer,
      id,
      joined(shifts.filter((each) => each.layer === layer && each.personId === id)),
    ]),
  )

const roundTrip = async (shifts: readonly Shift[], format: "xlsx" | "csv") => {
  const lines = rosterLines(shifts, (id) => people.find((each) => each.id === id)?.name ?? "")
  const read = await readTable(`值班表.${format}`, await writeRoster(lines, format, "zh"))
  if (!("table" in read)) throw new Error("no table")
  return readRosterSheet(read.table, known)
}

/** Shifts one after the other of each person, on whatever layer, at any minute and of any length. */
const turn = fc.record({
  personId: fc.constantFrom(...people.map(({ id }) => id)),
  layer: fc.constantFrom(...layers),
  gap: fc.integer({ min: 0, max: 2 * 24 * 60 }),
  length: fc.oneof(fc.integer({ min: 1, max: 40 * 60 }), fc.constantFrom(12 * 60, 24 * 60, 48 * 60)),
  /** A shift that was cut belongs to the day on which the whole of it started. */
  cut: fc.boolean(),
})
const plan = fc.array(turn, { minLength: 1, maxLength: 25 }).map((turns) => {
  const ends = new Map<string, number>()
  return turns.map(({ personId, layer, gap, length, cut }): Shift => {
    const from = (ends.get(personId) ?? NOW + hours(1)) + minutes(gap)
    const to = from + minutes(length)
    ends.set(personId, to)
    return { unitId: "u", personId, layer, from, to, on: cut ? addDays(dayOf(from), -1) : dayOf(from) }
  })
})

describe("a roster that is given out and sent back", () => {
  test("has the same people on duty at every minute", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (shifts) => {
        const back = await roundTrip(shifts, "csv")
        expect(back.mistakes).toEqual([])
        expect(held(back.shifts)).toEqual(held(shifts))
      }),
      { numRuns: 60 },
    )
  })

  test("and so it has as Excel, with a night that was cut short and a shift of two days", async () => {
    const at = (day: string, time: string) => instantOf(day, time)
    const shifts: readonly Shift[] = [
      ["duty", "p0", at("2026-03-09", "20:00"), at("2026-03-10", "03:00"), "2026-03-09"],
      ["duty", "p3", at("2026-03-10", "03:00"), at("2026-03-10", "08:00"), "2026-03-09"],
      ["leader", "p4", at("2026-03-09", "09:00"), at("2026-03-11", "09:00"), "2026-03-09"],
      ["deputy", "p5", at("2026-03-09", "20:00"), at("2026-03-10", "03:00"), "2026-03-09"],
    ].map(([layer, personId, from, to, on]) => ({ unitId: "u", layer, personId, from, to, on }) as Shift)
    const back = await roundTrip(shifts, "xlsx")
    expect(back.mistakes).toEqual([])
    expect(held(back.shifts)).toEqual(held(shifts))
  })

  test("leaves out nobody whose shift goes on beside those of its days", () => {
    const at = (day: string, time: string) => instantOf(day, time)
    const shifts: readonly Shift[] = [
      ["duty", "p0", at("2026-03-08", "09:00"), at("2026-03-09", "09:00"), "2026-03-08"],
      ["duty", "p1", at("2026-03-09", "00:00"), at("2026-03-10", "00:00"), "2026-03-09"],
      ["duty", "p0", at("2026-03-09", "09:00"), at("2026-03-10", "09:00"), "2026-03-09"],
      ["duty", "p1", at("2026-03-10", "00:00"), at("2026-03-11", "00:00"), "2026-03-10"],
      ["leader", "p4", at("2026-03-08", "00:00"), at("2026-03-09", "00:00"), "2026-03-08"],
    ].map(([layer, personId, from, to, on]) => ({ unitId: "u", layer, personId, from, to, on }) as Shift)
    const span = { from: at("2026-03-09", "00:00"), to: at("2026-03-10", "09:00") }
    expect(
      writtenShifts(shifts, "2026-03-09", "2026-03-09").map(({ personId, from, to }) => [personId, from, to]),
    ).toEqual([
      ["p0", span.from, at("2026-03-09", "09:00")],
      ["p1", span.from, at("2026-03-10", "00:00")],
      ["p0", at("2026-03-09", "09:00"), span.to],
      ["p1", at("2026-03-10", "00:00"), span.to],
    ])
  })
})
