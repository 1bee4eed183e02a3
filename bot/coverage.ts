import type { Rule } from "../rules/kinds/index.ts"
import type { Rulebook } from "../rules/rulebook.ts"

/** A test file, as it was written. */
export interface TestFile {
  readonly name: string
  readonly source: string
}

/** The rules that no test shows yet, under the subject of the work that will bring them. */
export type Pending = Readonly<Record<string, readonly string[]>>

/** A test that names a rule in its title. */
interface Shown {
  readonly file: string
  readonly title: string
}

const reasons: Record<Extract<Rule, { kind: "outside" }>["because"], string> = {
  judgement: "people have to judge it",
  principle: "a principle, with no act that could be looked at",
  "legal-decision": "a decision of law or discipline",
  website: "a matter of the government's website",
  "other-system": "done in another system",
  permission: "allows something and asks for nothing",
}

const ruleIds = /\b[A-Z]{1,4}-\d{1,4}[a-z]?\b/gu
const titles = /(?:\btest\(|\)\()\s*"((?:[^"\\\n]|\\.)*)"/gu

/** Which tests name which rule: `test("… (AB-07)", …)`, and the same after a table. */
export const shownBy = (tests: readonly TestFile[]): ReadonlyMap<string, readonly Shown[]> => {
  const found = new Map<string, readonly Shown[]>()
  for (const { name, source } of tests) {
    for (const [, title = ""] of source.matchAll(titles)) {
      for (const id of new Set(title.match(ruleIds) ?? [])) {
        found.set(id, [...(found.get(id) ?? []), { file: name, title }])
      }
    }
  }
  return found
}

/** How far a rule has come. */
type Standing =
  | { readonly is: "carried"; readonly tests: readonly Shown[] }
  | { readonly is: "recorded" }
  | { readonly is: "outside"; readonly why: string }
  | { readonly is: "pending"; readonly subject: string }

const standings = ["carried", "recorded", "outside", "pending"] as const

interface Stood {
  readonly rule: Rule
  readonly standing: Standing
}

const numberOf = (id: string): string => id.replace(/[a-z]$/u, "")
const codeOf = (id: string): string => id.replace(/-.*$/u, "")

/** The regulations: what binds everywhere is nobody's numbered document. */
const regulationsIn = (books: readonly Rulebook[]): readonly Rulebook[] =>
  books.filter(({ binds }) => binds !== "everywhere")

const standingOf = (rule: Rule, shown: readonly Shown[], subject: string | undefined): Standing | null => {
  if (rule.kind === "outside") return { is: "outside", why: reasons[rule.because] }
  if (shown.length > 0) return { is: "carried", tests: shown }
  if (subject !== undefined) return { is: "pending", subject }
  return rule.kind === "record" ? { is: "recorded" } : null
}

const mistakesIn = (
  rules: readonly Rule[],
  shown: ReadonlyMap<string, readonly Shown[]>,
  pending: Pending,
): readonly string[] => {
  const ids = new Set(rules.map(({ id }) => id))
  const codes = new Set([...ids].map(codeOf))
  const listed = Object.values(pending).flat()
  return [
    ...[...shown]
      .filter(([id]) => codes.has(codeOf(id)) && !ids.has(id))
      .map(([id, [test]]) => `${id} is no rule, but “${test?.title ?? ""}” in ${test?.file ?? ""} names it`),
    ...listed.filter((id) => !ids.has(id)).map((id) => `${id} is pending, but no rule`),
    ...listed.filter((id, index) => listed.indexOf(id) !== index).map((id) => `${id} is pending twice`),
    ...rules.flatMap(({ id, kind }) => {
      const tests = shown.get(id) ?? []
      const isListed = listed.includes(id)
      if (kind === "outside") return isListed ? [`${id} is pending, but outside the bot`] : []
      if (isListed && tests.length > 0) return [`${id} is pending, but shown by ${tests[0]?.file ?? ""}`]
      if (isListed || tests.length > 0 || kind === "record") return []
      return [`${id} is neither named by a test nor pending`]
    }),
  ]
}

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\n/g, " ")

const said = (standing: Standing): string => {
  switch (standing.is) {
    case "carried":
      return `carried: ${standing.tests.map(({ file, title }) => `“${cell(title)}”, [${file}](../${file})`).join("; ")}`
    case "recorded":
      return "recorded"
    case "outside":
      return `outside: ${standing.why}`
    case "pending":
      return `pending: ${standing.subject}`
  }
}

const section = (book: Rulebook, stood: readonly Stood[]): readonly string[] => [
  `## ${book.title}`,
  "",
  ...(book.titleEn === undefined ? [] : [`${book.titleEn}: \`rulebooks/${book.id}.yaml\``, ""]),
  "| rule | article | kind | | how it stands |",
  "|---|---|---|---|---|",
  ...stood.map(
    ({ rule, standing }) =>
      `| ${rule.id} | ${cell(rule.article)} | ${rule.kind} | ${cell(rule.saysEn ?? rule.says)} | ${said(standing)} |`,
  ),
  "",
]

/** A number stands as its slowest part does: pending while one part is, carried when nothing more is owed. */
const numbersIn = (stood: readonly Stood[]): ReadonlyMap<string, Standing["is"]> => {
  const numbers = new Map<string, Standing["is"]>()
  const order: readonly Standing["is"][] = ["outside", "recorded", "carried", "pending"]
  for (const { rule, standing } of stood) {
    const before = numbers.get(numberOf(rule.id)) ?? "outside"
    const is = order.indexOf(standing.is) > order.indexOf(before) ? standing.is : before
    numbers.set(numberOf(rule.id), is)
  }
  return numbers
}

const row = (name: string, numbers: readonly Standing["is"][]): string =>
  `| ${[name, numbers.length, ...standings.map((is) => numbers.filter((each) => each === is).length)].join(" | ")} |`

/** The page of coverage, and what is not true about it. */
export const coverage = (
  books: readonly Rulebook[],
  tests: readonly TestFile[],
  pending: Pending,
): { readonly page: string; readonly mistakes: readonly string[] } => {
  const regulations = regulationsIn(books)
  const shown = shownBy(tests)
  const subjectOf = new Map(
    Object.entries(pending).flatMap(([subject, ids]) => ids.map((id) => [id, subject])),
  )
  const stood = regulations.map((book) => ({
    book,
    rules: book.rules.flatMap((rule): Stood[] => {
      const standing = standingOf(rule, shown.get(rule.id) ?? [], subjectOf.get(rule.id))
      return standing === null ? [] : [{ rule, standing }]
    }),
  }))
  const all = stood.flatMap(({ rules }) => [...numbersIn(rules).values()])
  const page = [
    "# Coverage / 规则落实情况",
    "",
    "Generated by `npm run docs`. Every rule of the shipped regulations, and how far it has come:",
    "",
    "- **carried**: a test that names the rule in its title shows that the bot does what it asks;",
    "- **recorded**: the register keeps it, and nobody has to do anything by a date;",
    "- **outside**: a bot can do nothing about it, for the reason given;",
    "- **pending**: nothing shows it yet; the subject that will bring it is named (`tests/pending.json`).",
    "",
    "A number has parts (`-b`, `-c` …) where its article asks for several things. It counts as pending while one part is.",
    "",
    `| rulebook | numbers | ${standings.join(" | ")} |`,
    "|---|---|---|---|---|---|",
    ...stood.map(({ book, rules }) => row(book.title, [...numbersIn(rules).values()])),
    row("all", all),
    "",
    ...(subjectOf.size === 0
      ? []
      : [
          "| pending subject | rules and parts |",
          "|---|---|",
          ...Object.entries(pending)
            .filter(([, ids]) => ids.length > 0)
            .map(([subject, ids]) => `| ${subject} | ${ids.length} |`),
          "",
        ]),
    ...stood.flatMap(({ book, rules }) => section(book, rules)),
  ]
  return {
    page: `${page.join("\n").trimEnd()}\n`,
    mistakes: mistakesIn(
      regulations.flatMap(({ rules }) => rules),
      shown,
      pending,
    ),
  }
}
