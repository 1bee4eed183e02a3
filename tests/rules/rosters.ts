import type { Override, Rota } from "../../rules/roster.ts"
import { instantOf } from "../../rules/time.ts"

/** Three people in turn by day; changed where a test says so. */
export const rota = (changes: Partial<Rota> = {}): Rota => ({
  id: "r",
  unitId: "u",
  layer: "duty",
  days: "every day",
  start: "08:00",
  end: "20:00",
  people: ["a", "b", "c"],
  turn: 1,
  from: "2026-02-09",
  until: null,
  group: "g",
  by: "x",
  at: 0,
  ...changes,
})

/** Somebody else on one of these days. */
export const override = (changes: Partial<Override> = {}): Override => ({
  id: "o",
  unitId: "u",
  layer: "duty",
  from: instantOf("2026-02-10", "08:00"),
  to: instantOf("2026-02-10", "20:00"),
  personId: "d",
  forId: null,
  because: "set",
  batch: "b",
  step: 1,
  by: "x",
  at: 0,
  undoneAt: null,
  ...changes,
})
