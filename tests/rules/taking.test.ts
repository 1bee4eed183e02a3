import { describe, expect, test } from "vitest"
import { goneUp, type Standing } from "../../rules/climbing.ts"
import type { Incident } from "../../rules/incident.ts"
import type { Step } from "../../rules/kinds/common.ts"
import { startedAt } from "../../rules/ladder.ts"
import { heardNews, passedBy, takenBackBy, takenBy } from "../../rules/taking.ts"

const steps = ["duty", "deputy", "leader", "chief"] as const satisfies readonly Step[]
/** Everybody is where the ladder looks for them, and is called as their step is. */
const standing: Standing = new Map(
  steps.map((step) => [step, [{ personId: step, standsFor: null, hindered: null }]]),
)

/** Ten minutes for each; minutes are counted as 1. */
const incident = (takers = 1): Incident => ({
  id: "i",
  number: "2026-1",
  unitId: "u",
  accountId: null,
  kind: "any",
  severity: "unsure",
  drill: false,
  foundAt: 0,
  raisedBy: "z",
  raisedAt: 0,
  what: null,
  link: null,
  ladder: {
    steps: steps.map((step, at) => ({ after: at * 10, calls: [step] })),
    again: 10,
    silence: 60,
    undo: 1,
    takers,
  },
  climb: startedAt(0),
  called: [],
  state: "open",
  holder: null,
  acknowledged: [],
  clocks: [],
  needs: [],
  askAt: null,
  askEvery: null,
  spokenUntil: 0,
  cards: {},
  closed: null,
  dueAt: null,
})

/** Who is called at a moment. */
const calls = (it: Incident, now: number, help = false): readonly string[] =>
  goneUp(it, standing, now, help).fresh.map(({ personId }) => personId)
const at = (it: Incident, now: number): Incident => goneUp(it, standing, now).after

describe("whoever has it", () => {
  test("gets one more step when they ask for help hours later, not all that time would have called", () => {
    const taken = takenBy(at(incident(), 0), "duty", 5)
    expect(calls(taken, 200, true)).toEqual(["deputy"])
    expect(goneUp(taken, standing, 200, true).after.climb.nextAt).toBe(210)
  })

  test("keeps what they have said when somebody who joined takes that back", () => {
    const joined = takenBy(heardNews(takenBy(at(incident(2), 0), "duty", 1), "duty", 2), "leader", 3)
    expect(takenBackBy(joined, "leader", 4)).toMatchObject({
      state: "taken",
      holder: { personId: "duty", heardAt: 2, acting: true },
      acknowledged: [{ personId: "duty" }],
    })
    expect(takenBackBy(joined, "duty", 4)).toMatchObject({
      holder: { personId: "leader", heardAt: 4, acting: false },
    })
  })
})

describe("not me", () => {
  test("calls the next at once while another acknowledgement is missing", () => {
    const second = at(takenBy(at(incident(2), 0), "duty", 5), 10)
    expect(calls(passedBy(second, "deputy", 12), 12)).toEqual(["leader"])
  })

  test("of one of those who were called together after a time away leaves the others their time", () => {
    const together = at(at(incident(), 0), 25)
    expect(together.called.map(({ personId }) => personId)).toEqual(["duty", "deputy", "leader"])
    const one = passedBy(together, "leader", 26)
    expect(calls(one, 26)).toEqual([])
    expect(calls(passedBy(one, "deputy", 26), 26)).toEqual(["chief"])
  })

  test("of the last who could be called after a time away ends the round, be there steps behind them or not", () => {
    const nobodyAbove = new Map([...standing].filter(([step]) => step !== "chief"))
    const late = goneUp(goneUp(incident(), nobodyAbove, 0).after, nobodyAbove, 200).after
    const all = passedBy(passedBy(late, "leader", 201), "deputy", 201)
    expect(goneUp(all, nobodyAbove, 201)).toMatchObject({
      nobodyLeft: true,
      fresh: [{ personId: "duty", round: 2 }],
    })
  })
})
