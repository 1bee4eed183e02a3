import { accountParts, unitParts } from "../../rules/change.ts"
import type { Expectation } from "../../rules/expected.ts"
import { openWords } from "../../rules/figure.ts"
import { type Expected, isOfWhole } from "../../rules/mistake.ts"
import type { mistake as chinese } from "../zh/mistake.ts"

const LENGTHS = "5 working days, 30 days, 48 hours or 1 year"
const OFTEN = "2 per week, 1 per working day, 1 per month, every 14 days or every 3 months"
const OPEN = `where the text gives no figure, its own word: ${openWords.join(", ")}`

const expectations: Record<Expectation, string> = {
  "rule-id": "expected the id of a rule: capitals, a hyphen, a number, such as AB-07",
  "book-id": "expected the id of a rulebook: small letters, digits and hyphens, such as county",
  "tick-id": "expected a short word in small letters, such as secrecy (not true or false)",
  article: "expected the article, such as 第六条",
  sentence: "expected one sentence in your own words, at most 120 characters",
  words: "expected words",
  length: `expected a length of time, such as ${LENGTHS}`,
  "time-limit": `expected a length of time, such as ${LENGTHS}; ${OPEN}`,
  frequency: `expected how often, such as ${OFTEN}`,
  "how-often": `expected how often, such as ${OFTEN}; ${OPEN}`,
  amount: `expected a number or a length of time, such as 1 or 30 days; ${OPEN}`,
  levels: `expected a number of levels from 1 to 10; ${OPEN}`,
  count: "expected a number",
  "days-to-years": "only days, weeks, months or years can stand here, such as 30 days, 3 months or 1 year",
  "days-or-weeks": "only days or weeks can stand here, such as 30 days or 2 weeks",
  "time-of-day": 'expected a time, such as "16:00", or unit where each unit chooses its own',
  day: "expected a day that exists, such as 2026-06-30",
  late: "expected exactly one of after (how long it is overdue) and before (how long until it is due)",
  "one-time-limit":
    "expected exactly one of within (how soon), wait (how long first) and by (before which day)",
  "steps-or-levels": "expected steps (who consents) or levels (how many)",
  "some-figure":
    "expected at least one figure: within, then, atLeast, atMost, levels, checkIn, checksIn, warn, late, inPerson, percentLeft, sample, sampleOutsourced or of",
  "change-starts-it":
    "of says which changes count, and stands beside starts: account.changed or unit.changed alone",
  "part-of-account": `expected a part of the account: ${[...accountParts, "others"].join(", ")} (others where the text ends in 等)`,
  "part-of-unit": `expected a part of the unit: ${[...unitParts, "others"].join(", ")} (others where the text ends in 等)`,
  "silence-needs-mark": "mark (red, dormant or zombie) stands beside limit: silence, and nowhere else",
}

const guess = (nearest: string | null): string => (nearest === null ? "." : `; did you mean ${nearest}?`)

const should = (expected: Expected): string => {
  switch (expected.is) {
    case "one-of":
      return `expected one of ${expected.words.join(", ")}${guess(expected.nearest)}`
    case "known-key":
      return `there is no such entry${guess(expected.nearest)} There may be: ${expected.words.join(", ")}.`
    case "text":
      return "expected words."
    case "number":
      return "expected a number."
    case "list":
      return "expected a list, each entry after “- ”."
    case "mapping":
      return "expected “name: content”."
    case "yes-or-no":
      return "expected true or false."
    case "something-else":
      return "this cannot stand here."
    case "at-most":
      return `expected at most ${expected.bound}${expected.of === "number" ? "" : ` ${expected.of}`}.`
    case "at-least":
      return `expected at least ${expected.bound}${expected.of === "number" ? "" : ` ${expected.of}`}.`
    case "new-id":
      return `this id stands in line ${expected.line} already; please choose another.`
    case "yaml":
      return `not valid YAML (${expected.reason}).`
    case "plain-values":
      return "please write the content itself, without anchors (&), aliases (*) and tags (!)."
    case "small-file":
      return `the file is too large, at most ${expected.most} bytes.`
    default:
      return `${expectations[expected.is]}.`
  }
}

export const mistake: typeof chinese = ({ line, column, path, found, expected }) => {
  const at = `line ${line}, column ${column}${path === "" ? "" : ` (${path})`}`
  const said = found === null ? (path === "" ? "" : "nothing stands here, ") : `found “${found}”, `
  return `${at}: ${isOfWhole(expected) ? "" : said}${should(expected)}`
}
