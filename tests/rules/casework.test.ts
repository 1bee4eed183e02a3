import fc from "fast-check"
import { expect, test } from "vitest"
import { type Case, type CaseStep, caseSteps } from "../../rules/case.ts"
import {
  answered,
  consented,
  isNext,
  nextConsent,
  nextStep,
  promised,
  reopened,
  returned,
  stepped,
  whySupervised,
} from "../../rules/casework.ts"

const taken: Case = {
  id: "c",
  number: "M2026-1",
  unitId: "u",
  accountId: "a",
  topic: null,
  attention: "single",
  confidential: false,
  link: null,
  platformNumber: null,
  receivedAt: 0,
  by: "p",
  at: 0,
  department: null,
  firstReplyAt: null,
  promises: [],
  postponing: null,
  reply: null,
  chain: [],
  consents: [],
  ticks: [],
  state: "received",
  reopened: 0,
  content: null,
  supervised: null,
  closedAt: null,
  notes: [{ what: "received", by: "p", at: 0, note: null }],
  turn: 0,
  asked: [],
}
const chains = [[], ["chief"], ["leader", "chief"]].map((steps) =>
  steps.map((step) => ({ step: step as "chief" | "leader", rules: ["b:R-1"] })),
)
const done = { by: "p", at: 1, note: null }

type Move = CaseStep | "agree" | "return" | "reopen" | "promise"
const moves: readonly Move[] = [...caseSteps, "agree", "return", "reopen", "promise"]

/** What people try, in any order; what is not its turn changes nothing. */
const tried = (it: Case, move: Move, chain: Case["chain"]): Case => {
  switch (move) {
    case "agree": {
      const step = nextConsent(it)
      return step === null ? it : consented(it, { step, by: "h", at: 1, standIn: null })
    }
    case "return":
      return nextConsent(it) === null ? it : returned(it, done)
    case "reopen":
      return it.state === "closed" ? reopened(it, done) : it
    case "promise":
      return promised(it, "2026-03-20", "promised", done)
    case "approved":
      // Nobody can say so but those who are asked.
      return it
    case "answered":
      return isNext(it, move) ? answered(it, chain, null, done) : it
    default:
      return isNext(it, move) ? stepped(it, move, done) : it
  }
}

/** Its steps since it was opened again last, without what was answered and did not pass. */
const stepsOf = ({ notes }: Case): readonly string[] => {
  const from = notes.findLastIndex(({ what }) => what === "reopened" || what === "returned")
  return notes
    .slice(from + 1)
    .flatMap(({ what }) => ((caseSteps as readonly string[]).includes(what) ? [what] : []))
}

test("whatever people try, no message is closed without its steps, each after the one before (LZ-12) (LZ-25)", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...moves), { minLength: 12, maxLength: 60 }),
      fc.constantFrom(...chains),
      (tries, chain) => {
        let it = taken
        for (const move of tries) {
          const before = it
          it = tried(it, move, chain)
          if (it.state === before.state) continue
          const forwards = nextStep(before) === it.state
          const back = it.state === "assigned" && ["answered", "closed"].includes(before.state)
          expect(forwards || back).toBe(true)
        }
        if (caseSteps.indexOf(it.state) < caseSteps.indexOf("replied")) return
        // Out it went only with everybody's word.
        expect(chain.map(({ step }) => step)).toEqual(it.consents.map(({ step }) => step))
        const order = stepsOf(it).map((step) => (caseSteps as readonly string[]).indexOf(step))
        expect([...order].sort((a, b) => a - b)).toEqual(order)
        expect(it.notes.some(({ what }) => what === "sorted")).toBe(true)
        expect(it.notes.some(({ what }) => what === "registered")).toBe(true)
        expect(it.notes.some(({ what }) => what === "assigned")).toBe(true)
        expect(it.reply).not.toBe(null)
      },
    ),
    { numRuns: 500 },
  )
})

test("a walk through every step closes it, with and without people who have to agree", () => {
  for (const chain of chains) {
    let it = taken
    for (const move of ["sorted", "registered", "assigned", "answered"] as const) it = tried(it, move, chain)
    for (const _ of chain) it = tried(it, "agree", chain)
    for (const move of ["replied", "closed"] as const) it = tried(it, move, chain)
    expect(it.state).toBe("closed")
    expect(nextStep(it)).toBe(null)
  }
})

test("it is put before those above when it was opened again more often than the figure, or people are not content", () => {
  expect(whySupervised({ reopened: 1, content: null }, 1)).toBe(null)
  expect(whySupervised({ reopened: 2, content: null }, 1)).toBe("reopened")
  expect(whySupervised({ reopened: 9, content: null }, null)).toBe(null)
  expect(whySupervised({ reopened: 0, content: "no" }, null)).toBe("discontent")
})
