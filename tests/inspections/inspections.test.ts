import { expect, test } from "vitest"
import { differing } from "./comparing.ts"

test.each([1, 2, 3])(
  "whatever happened, an inspection finds what a count over the journal finds (%d)",
  async (seed) => {
    const { answers, differences } = await differing(seed, { many: 6, long: 120, asked: 60 })
    expect(answers).toBe(360)
    expect(differences).toEqual([])
  },
)
