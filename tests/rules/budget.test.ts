import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  answered,
  freeAt,
  groupAllowance,
  left,
  overallAllowance,
  paceAnswered,
  paceFreeAt,
  paceLeft,
  stayed,
  UNSPENT,
  UNUSED,
  type Used,
} from "../../rules/budget.ts"
import { minutes, seconds } from "../../rules/time.ts"

const START = 1_000_000
const group = groupAllowance(20)

/** What has been used after these answers. */
const after = (...answers: number[]): Used =>
  answers.reduce((used, at) => answered(group, left(used), at), UNUSED)

describe("the allowance of a group", () => {
  test("keeps four of twenty messages a minute for emergencies", () => {
    const used = after(...Array.from({ length: 16 }, (_, index) => START + index))
    const now = START + seconds(10)
    expect(freeAt(group, used, "notice", now)).toBe(START + minutes(1))
    expect(freeAt(group, used, "emergency", now)).toBe(now)
    const all = after(...Array.from({ length: 20 }, (_, index) => START + index))
    expect(freeAt(group, all, "emergency", now)).toBe(START + minutes(1))
    expect(freeAt(group, all, "notice", now)).toBe(START + 4 + minutes(1))
  })

  test("counts a message from its leaving until a minute after its answer", () => {
    const waiting = Array.from({ length: 16 }, () => null).reduce(left, UNUSED)
    expect(freeAt(group, waiting, "digest", START)).toBeNull()
    const one = answered(group, waiting, START + seconds(5))
    expect(freeAt(group, one, "digest", START + seconds(6))).toBe(START + seconds(65))
    expect(freeAt(group, stayed(waiting), "digest", START)).toBe(START)
  })

  test("is whole again when the clock has been turned back", () => {
    const used = after(...Array.from({ length: 20 }, () => START + minutes(60)))
    expect(freeAt(group, used, "notice", START)).toBe(START)
  })

  test("leaves the routine at least one message, however small the limit", () => {
    expect(freeAt(groupAllowance(1), UNUSED, "digest", START)).toBe(START)
    expect(freeAt(groupAllowance(2), UNUSED, "digest", START)).toBe(START)
  })
})

/** Sends as soon as allowed, each with a delay before the messenger counts it and one before the answer. */
interface Leaving {
  readonly lane: "emergency" | "digest"
  readonly wait: number
  readonly there: number
  readonly back: number
}
const leavings = fc.array(
  fc.record({
    lane: fc.constantFrom("emergency" as const, "digest" as const),
    wait: fc.nat(400),
    there: fc.nat(300),
    back: fc.nat(300),
  }),
  { minLength: 1, maxLength: 120 },
)

/** The moments at which the messenger counted each message. */
const counted = (plan: readonly Leaving[], limit: number): { at: number; lane: string }[] => {
  const allowance = overallAllowance(limit)
  let used = UNUSED
  let now = START
  const answers: number[] = []
  const counts: { at: number; lane: string }[] = []
  const answerUntil = (until: number): void => {
    for (const at of answers.sort((one, other) => one - other).splice(0)) {
      if (at <= until) used = answered(allowance, used, at)
      else answers.push(at)
    }
  }
  for (const { lane, wait, there, back } of plan) {
    now += wait
    for (;;) {
      answerUntil(now)
      const free = freeAt(allowance, used, lane, now)
      if (free === now) break
      now = free ?? Math.min(...answers)
    }
    used = left(used)
    counts.push({ at: now + there, lane })
    answers.push(now + there + back)
  }
  return counts
}

const most = (counts: readonly { at: number }[], span: number): number =>
  Math.max(...counts.map(({ at }) => counts.filter((one) => one.at >= at && one.at < at + span).length))

test("no window of the messenger's own ever holds more than the limit, whatever the network does", () => {
  fc.assert(
    fc.property(leavings, fc.integer({ min: 1, max: 30 }), (plan, limit) => {
      const counts = counted(plan, limit)
      expect(most(counts, seconds(1))).toBeLessThanOrEqual(limit)
    }),
  )
})

describe("the allowance of all chats together", () => {
  const overall = overallAllowance(30)
  const at = (...answers: number[]): Used =>
    answers.reduce((used, answer) => answered(overall, left(used), answer), UNUSED)

  test("lends the routine what it keeps for emergencies, for as long as they may wait", () => {
    const burst = at(...Array.from({ length: 27 }, () => START))
    expect(freeAt(overall, burst, "digest", START)).toBe(START + 800)
    expect(freeAt(overall, burst, "emergency", START)).toBe(START)
    const spread = at(...Array.from({ length: 29 }, (_, index) => START + index * 34))
    expect(freeAt(overall, spread, "digest", START + 990)).toBe(START + 990)
  })

  test("keeps room for three emergencies within a fifth of a second, whatever left before", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { minLength: 1, maxLength: 200 }), (waits) => {
        let used = UNUSED
        let now = START
        for (const wait of waits) {
          now = freeAt(overall, used, "digest", now + wait) ?? now
          used = answered(overall, left(used), now)
          let emergencies = used
          let then = now
          for (let count = 0; count < 3; count++) {
            then = freeAt(overall, emergencies, "emergency", then) ?? Infinity
            emergencies = answered(overall, left(emergencies), then)
          }
          expect(then - now).toBeLessThanOrEqual(200)
        }
      }),
    )
  })
})

describe("the pace of a private chat", () => {
  const pace = { perSecond: 1, burst: 3 }

  test("is whole again when the clock has been turned back", () => {
    const spent = [0, 1, 2, 3].reduce((used, at) => paceAnswered(pace, paceLeft(used), START + at), UNSPENT)
    const before = START - minutes(60)
    for (const lane of ["notice", "emergency"] as const)
      expect([lane, paceFreeAt(pace, spent, lane, before)]).toEqual([lane, before])
  })

  test("lets a short burst pass, then one a second, the last of it for emergencies", () => {
    let spent = UNSPENT
    for (let count = 0; count < 2; count++) {
      expect(paceFreeAt(pace, spent, "answer", START)).toBe(START)
      spent = paceAnswered(pace, paceLeft(spent), START)
    }
    expect(paceFreeAt(pace, spent, "answer", START)).toBe(START + seconds(1))
    expect(paceFreeAt(pace, spent, "emergency", START)).toBe(START)
    expect(paceFreeAt(pace, spent, "answer", START + seconds(1))).toBe(START + seconds(1))
    expect(paceFreeAt(pace, spent, "answer", START + minutes(1))).toBe(START + minutes(1))
  })

  test("counts what is under way, and waits for an answer when that is the whole burst", () => {
    const three = paceLeft(paceLeft(paceLeft(UNSPENT)))
    expect(paceFreeAt(pace, three, "emergency", START)).toBeNull()
  })

  test("in any time it holds no more than the burst and one a second", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000), { minLength: 1, maxLength: 60 }), (waits) => {
        let spent = UNSPENT
        let now = START
        const times = waits.map((wait) => {
          now = paceFreeAt(pace, spent, "emergency", now + wait) ?? now
          spent = paceAnswered(pace, paceLeft(spent), now)
          return now
        })
        for (const [first, from] of times.entries()) {
          for (const [last, until] of times.entries()) {
            if (last < first) continue
            expect(last - first + 1).toBeLessThanOrEqual(pace.burst + (until - from) / 1_000)
          }
        }
      }),
    )
  })

  test("and the allowances may be without limit", () => {
    const none = { perSecond: Infinity, burst: Infinity }
    const spent = paceAnswered(none, paceLeft(paceLeft(UNSPENT)), START)
    expect(paceFreeAt(none, spent, "digest", START)).toBe(START)
    const all = overallAllowance(Infinity)
    const used = answered(all, left(left(UNUSED)), START)
    expect(freeAt(all, used, "digest", START)).toBe(START)
  })
})
