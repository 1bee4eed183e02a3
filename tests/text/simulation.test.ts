import { expect, test } from "vitest"
import { jobs } from "../../services/jobs.ts"
import { languages } from "../../text/index.ts"

/** What the clock does without a word to anybody. */
const silent = [
  "recount",
  "canary",
  "forget",
  "forget-dialog",
  "forget-sheet",
  "forget-repeat",
  "forget-showing",
  "forget-upload",
]

test("whatever the clock says something for is called by words that people read", () => {
  const speaking = jobs.map(({ name }) => name).filter((name) => !silent.includes(name))
  for (const { simulation } of Object.values(languages))
    expect(speaking.filter((name) => simulation.job(name) === name)).toEqual([])
})
