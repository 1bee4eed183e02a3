import { describe, expect, test } from "vitest"
import { silencesFor } from "../../rules/binding.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf, shipped } from "./books.ts"

const unit = (...rulebooks: string[]) => ({ rulebooks })

describe("silence", () => {
  test("becomes dormant after the house's 30 days and a zombie after 90", () => {
    expect(silencesFor(stackFor(unit(), [], shipped), "township", "weibo")).toMatchObject({
      dormant: [{ days: 30 }],
      zombie: [{ days: 90 }],
    })
  })

  test("has no name where no rulebook gives a figure", () => {
    const books = [bookOf("vague", "kind: limit, limit: silence, atMost: promptly, mark: zombie")]
    const { dormant, zombie, cited } = silencesFor(stackFor(unit("vague"), [], books), "other", "weibo")
    expect([dormant, zombie, cited.dormant, cited.zombie]).toEqual([[], [], [], []])
  })

  const zombieUnder = (...figures: string[]) => {
    const books = figures.map((figure, index) =>
      bookOf(`county-${String(index)}`, `kind: limit, limit: silence, atMost: ${figure}, mark: zombie`),
    )
    const under = unit(...books.map(({ id }) => id))
    const { zombie, cited } = silencesFor(stackFor(under, [], [...shipped, ...books]), "township", "weibo")
    return [zombie, cited.zombie.map(({ key }) => key)]
  }

  test.each([
    ["60 days", { days: 60 }],
    ["6 weeks", { days: 42 }],
    ["3 months", { months: 3 }],
    ["1 year", { months: 12 }],
  ])("is judged by a regulation's %s before the house's figure, whichever is longer", (figure, zombie) => {
    expect(zombieUnder(figure)).toEqual([[zombie], ["county-0:T-1"]])
  })

  test("of several regulations is judged by the strictest, or by both where neither is surely shorter", () => {
    expect(zombieUnder("1 year", "3 months")).toEqual([[{ months: 3 }], ["county-1:T-1"]])
    expect(zombieUnder("90 days", "3 months")).toEqual([
      [{ months: 3 }, { days: 90 }],
      ["county-1:T-1", "county-0:T-1"],
    ])
  })

  test("is left to the house where a regulation names no figure", () => {
    expect(zombieUnder("promptly")).toEqual([[{ days: 90 }], ["house:H-02"]])
  })
})
