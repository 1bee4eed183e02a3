import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Step } from "../../rules/kinds/common.ts"
import {
  begunAnew,
  type Candidate,
  type Climb,
  climbed,
  hurried,
  type Ladder,
  startedAt,
} from "../../rules/ladder.ts"

/** Minutes are counted as 1: the ladder does not care. */
const ladder: Ladder = {
  steps: [
    { after: 0, calls: ["duty"] },
    { after: 10, calls: ["deputy"] },
    { after: 20, calls: ["leader"] },
    { after: 30, calls: ["chief"] },
    { after: 60, calls: ["supervising-unit"] },
  ],
  again: 10,
  silence: 60,
  undo: 1,
  takers: 1,
}

const free = (personId: string): Candidate => ({ personId, standsFor: null, hindered: null })
const all: Readonly<Partial<Record<Step, readonly Candidate[]>>> = {
  duty: [free("duty")],
  deputy: [free("deputy")],
  leader: [free("leader")],
  chief: [free("chief")],
  "supervising-unit": [free("office")],
}

/** Lets the minutes pass one by one, and writes down who is called when. */
const minuteByMinute = (
  of: Ladder,
  standing: Readonly<Partial<Record<Step, readonly Candidate[]>>>,
  until: number,
): readonly string[] => {
  let climb: Climb = startedAt(0)
  let inRound: string[] = []
  const said: string[] = []
  for (let now = 0; now <= until; now += 1) {
    const before = climb.round
    const step = climbed(of, climb, inRound, (each) => standing[each] ?? [], now)
    if (step.nobodyLeft) said.push(`${now} nobody`)
    said.push(...step.calls.map(({ personId }) => `${now} ${personId}`))
    inRound = step.climb.round === before ? inRound : []
    inRound.push(...step.calls.map(({ personId }) => personId))
    climb = step.climb
  }
  return said
}

describe("the ladder", () => {
  test("calls one after the other, says that nobody is left, and begins anew (F1)", () => {
    expect(minuteByMinute(ladder, all, 85)).toEqual([
      "0 duty",
      "10 deputy",
      "20 leader",
      "30 chief",
      "60 office",
      "70 nobody",
      "70 duty",
      "80 deputy",
    ])
  })

  const hindered = (personId: string): Candidate => ({ ...free(personId), hindered: "unreachable" })

  test.each([
    [
      "a step with nobody on it",
      { ...all, deputy: [] },
      ["0 duty", "10 leader", "20 chief", "50 office", "60 nobody"],
    ],
    [
      "somebody who cannot be reached",
      { ...all, duty: [hindered("duty")] },
      ["0 deputy", "10 leader", "20 chief", "50 office", "60 nobody"],
    ],
    [
      "whoever was called already",
      { ...all, leader: [free("duty")] },
      ["0 duty", "10 deputy", "20 chief", "50 office", "60 nobody"],
    ],
    ["everybody", { duty: [hindered("duty")] }, ["0 nobody", "10 nobody", "20 nobody"]],
  ])("passes at once %s", (_what, standing, says) => {
    expect(minuteByMinute(ladder, standing, 60).slice(0, says.length)).toEqual(says)
  })

  test("after a time when nothing ran all who should have been called are called at once, and then have their time", () => {
    const late = climbed(
      ladder,
      { ...startedAt(0), next: 1, nextAt: 10, reached: true },
      ["duty"],
      (step) => all[step] ?? [],
      45,
    )
    expect(late.calls.map(({ personId }) => personId)).toEqual(["deputy", "leader", "chief"])
    expect(late.climb).toMatchObject({ round: 1, next: 4, nextAt: 75 })
    const days = climbed(
      ladder,
      { ...startedAt(0), next: 1, nextAt: 10, reached: true },
      ["duty"],
      (step) => all[step] ?? [],
      9000,
    )
    expect(days.calls.map(({ personId }) => personId)).toEqual(["deputy", "leader", "chief", "office"])
    expect(days).toMatchObject({ nobodyLeft: false, climb: { round: 1, next: 5, nextAt: 9010 } })
  })

  test("more help calls the next step, and only that", () => {
    const { climb } = climbed(ladder, startedAt(0), [], (step) => all[step] ?? [], 0)
    const more = climbed(ladder, hurried(climb, 3), ["duty"], (step) => all[step] ?? [], 3)
    expect(more.calls.map(({ personId }) => personId)).toEqual(["deputy"])
    expect(more.climb.nextAt).toBe(13)
  })

  test("begun anew it calls the first again at once, in a round of its own", () => {
    expect(begunAnew({ round: 2, next: 4, nextAt: 99, reached: true }, 7)).toEqual({
      round: 3,
      next: 0,
      nextAt: 7,
      reached: false,
    })
  })
})

/** The same told naively: a round is a list of whom one can still call, each with the minutes that they get. */
const naively = (
  of: Ladder,
  standing: Readonly<Partial<Record<Step, readonly Candidate[]>>>,
  until: number,
): readonly string[] => {
  const said: string[] = []
  const turns: { who: string[]; time: number }[] = []
  const known = new Set<string>()
  of.steps.forEach((step, at) => {
    const who = step.calls
      .flatMap((each) => standing[each] ?? [])
      .filter((each) => each.hindered === null)
      .map((each) => each.personId)
    const fresh = [...new Set(who)].filter((each) => !known.has(each))
    for (const each of fresh) known.add(each)
    const next = of.steps[at + 1]
    if (fresh.length > 0)
      turns.push({ who: fresh, time: next === undefined ? of.again : next.after - step.after })
  })
  let now = 0
  while (now <= until) {
    for (const { who, time } of turns) {
      if (now > until) return said
      said.push(...who.map((each) => `${now} ${each}`))
      now += time
    }
    if (turns.length === 0) {
      said.push(`${now} nobody`)
      now += of.again
    } else if (now <= until) said.push(`${now} nobody`)
  }
  return said
}

const steps: readonly Step[] = ["duty", "deputy", "leader", "chief", "supervising-unit", "editor-in-chief"]
const people = ["a", "b", "c", "d", "e"]

const candidates = fc.array(
  fc.record({
    personId: fc.constantFrom(...people),
    standsFor: fc.constant(null),
    hindered: fc.constantFrom(null, null, null, "unreachable" as const, "on-leave" as const),
  }),
  { maxLength: 3 },
)
const standings = fc
  .tuple(...steps.map(() => candidates))
  .map((lists) => Object.fromEntries(steps.map((step, at) => [step, lists[at] ?? []])))

const ladders = fc
  .record({
    gaps: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 0, maxLength: 5 }),
    calls: fc.array(fc.uniqueArray(fc.constantFrom(...steps), { minLength: 1, maxLength: 2 }), {
      minLength: 6,
      maxLength: 6,
    }),
    again: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ gaps, calls, again }): Ladder => {
    let after = 0
    const rest = gaps.map((gap, at) => ({ after: (after += gap), calls: calls[at + 1] ?? ["duty" as const] }))
    return {
      steps: [{ after: 0, calls: calls[0] ?? ["duty"] }, ...rest],
      again,
      silence: 60,
      undo: 1,
      takers: 1,
    }
  })

test("any ladder over any people goes as the naive telling of it has it", () => {
  fc.assert(
    fc.property(ladders, standings, (of, standing) => {
      expect(minuteByMinute(of, standing, 300)).toEqual(naively(of, standing, 300))
    }),
    { numRuns: 2000 },
  )
})

test("however late the clock comes round, nobody is called twice in a round, and it always comes round again", () => {
  fc.assert(
    fc.property(
      ladders,
      standings,
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 20 }),
      (of, standing, waits) => {
        let climb: Climb = startedAt(0)
        let now = 0
        const called = new Map<string, number>()
        for (const wait of waits) {
          const step = climbed(
            of,
            climb,
            [...called].filter(([, round]) => round === climb.round).map(([id]) => id),
            (each) => standing[each] ?? [],
            now,
          )
          for (const { personId } of step.calls) {
            expect(called.get(personId) === step.climb.round).toBe(false)
            called.set(personId, step.climb.round)
          }
          expect(step.climb.nextAt).toBeGreaterThan(now)
          climb = step.climb
          now = Math.max(now + wait, climb.nextAt)
        }
      },
    ),
    { numRuns: 2000 },
  )
})
