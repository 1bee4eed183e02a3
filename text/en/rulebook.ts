import { isOpen, type Open } from "../../rules/figure.ts"
import { type Figures, figuresOf } from "../../rules/figures.ts"
import { formatFrequency, type Frequency } from "../../rules/frequency.ts"
import type { KindName, Rule } from "../../rules/kinds/index.ts"
import { formatQuantity, type Quantity } from "../../rules/quantity.ts"
import type { Figure, Rulebook } from "../../rules/rulebook.ts"
import type { Cited } from "../../rules/stack.ts"
import type { rulebook as chinese } from "../zh/rulebook.ts"
import { isHistory } from "../../rules/planning.ts"
import type { Day } from "../../rules/time.ts"
import { firstLines, MOST_IDLE } from "../list.ts"
import { change } from "./change.ts"
import { layers } from "./layers.ts"
import { cited } from "./cited.ts"
import { mistake } from "./mistake.ts"

const kinds: Record<KindName, string> = {
  require: "requirement",
  limit: "limit",
  quota: "quota",
  deadline: "deadline",
  periodic: "periodic",
  approval: "approval",
  checklist: "checklist",
  roster: "roster",
  response: "response",
  report: "report",
  record: "record",
  outside: "outside the bot",
}
const statuses: Record<Rulebook["status"], string> = {
  draft: "draft, binds nobody",
  trial: "on trial",
  "in-force": "in force",
  replaced: "replaced, binds nobody",
}
const strengths: Record<Rule["strength"], string> = {
  hard: "",
  soft: "in principle",
  aim: "aim",
  note: "note",
}
const origins: Record<Rule["origin"], string> = { text: "", house: "house rule", national: "national" }

const length = (figure: Quantity | Open): string => (isOpen(figure) ? figure.open : formatQuantity(figure))
const often = (figure: number | Frequency | Open): string => {
  if (typeof figure === "number") return `at least ${figure}`
  return isOpen(figure) ? figure.open : formatFrequency(figure)
}
const most = (figure: number | Quantity | Open): string => {
  if (typeof figure === "number") return `at most ${figure}`
  return isOpen(figure) ? figure.open : `at most ${length(figure)}`
}
const levels = (figure: number | Open): string =>
  typeof figure === "number" ? `${figure} ${figure === 1 ? "level" : "levels"}` : figure.open

const figures = (it: Figures): string =>
  [
    it.atLeast === undefined ? "" : often(it.atLeast),
    it.atMost === undefined ? "" : `${most(it.atMost)}${it.per === undefined ? "" : ` per ${it.per}`}`,
    it.within === undefined ? "" : isOpen(it.within) ? length(it.within) : `within ${length(it.within)}`,
    it.wait === undefined ? "" : `after ${length(it.wait)}`,
    it.then === undefined ? "" : `then within ${length(it.then)}`,
    it.by === undefined ? "" : `by ${it.by}`,
    it.levels === undefined ? "" : levels(it.levels),
    it.of === undefined ? "" : change.counted(it.of),
    it.checkIn === undefined ? "" : `check-in within ${length(it.checkIn)}`,
    it.checksIn === undefined ? "" : `checking in: ${it.checksIn.map((layer) => layers[layer]).join(", ")}`,
    it.halfway === undefined ? "" : "a reminder at half the time",
    it.sample === undefined ? "" : `${it.sample} posts of each account looked up`,
    it.sampleOutsourced === undefined ? "" : `${it.sampleOutsourced} of one that a company runs`,
    it.percentLeft === undefined
      ? ""
      : `not for a first period of which less than ${it.percentLeft}% is left`,
    it.answer === undefined ? "" : `a reminder after ${length(it.answer)} without an answer`,
    it.warn === undefined ? "" : `reminded ${it.warn.map(length).join(", ")} before`,
    it.late === undefined
      ? ""
      : `passed up ${it.late.map(({ after, before }) => (after ? `${length(after)} after` : before ? `${length(before)} before` : "")).join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(", ")

const entry = (parts: readonly string[], says: string): string =>
  `${[...new Set(parts)].filter((part) => part !== "").join(" · ")}\n  ${says}`
const rule = (it: Rule, today: Day): string =>
  entry(
    [
      it.id,
      it.article,
      kinds[it.kind],
      figures(figuresOf(it)),
      it.kind === "deadline" && isHistory(it, today) ? "past, no longer asked for" : "",
      strengths[it.strength],
      origins[it.origin],
    ],
    cited.says(it),
  )
const figure = (it: Figure): string => entry([it.id, it.for, figures(figuresOf(it))], cited.says(it))

const heading = (book: Rulebook): string => `${cited.title(book)} (${book.id})`
const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`
const size = (book: Rulebook): string =>
  `${counted(book.rules.length, "rule")}, ${counted(book.figures.length, "house figure")}`

const asking = ({ book, rule: it }: Cited): string => {
  const said = figures({ ...figuresOf(it), warn: undefined, late: undefined })
  return `${cited.cite({ ...book, ...it })}${said === "" ? "" : ` (${said})`}`
}

export const rulebook: typeof chinese = {
  kinds,
  statuses,
  mistake,
  refused: (file, mistakes) =>
    [`${file}: ${counted(mistakes.length, "mistake")}, refused as a whole.`, ...mistakes.map(mistake)].join(
      "\n",
    ),
  sound: (file, book) => `${file}: no mistakes. ${heading(book)}, ${size(book)}.`,
  line: (book) => `${heading(book)} · ${statuses[book.status]} · ${size(book)}`,
  show: (book, today) =>
    [
      heading(book),
      [
        book.issuer,
        book.number ?? "",
        statuses[book.status],
        book.inForceFrom === undefined ? "" : `since ${book.inForceFrom}`,
        book.interpretedBy === undefined ? "" : `explained by ${book.interpretedBy}`,
        book.binds === "everywhere" ? "binds every unit" : "",
      ]
        .filter((part) => part !== "")
        .join(" · "),
      ...book.rules.map((each) => rule(each, today)),
      ...(book.figures.length === 0 ? [] : ["House figures", ...book.figures.map(figure)]),
    ].join("\n\n"),
  idle: (all) =>
    all.length === 0
      ? []
      : [
          [
            "Rules that change nothing here (of two, the stricter counts):",
            ...firstLines(
              all.map(
                ({ laxer, by }) => `· ${laxer.rule.id} ${asking(laxer)} asks for less than ${asking(by)}`,
              ),
              MOST_IDLE,
              (count) => `· ${count} more`,
            ),
          ].join("\n"),
        ],
  unknown: (id, known) => `There is no rulebook “${id}”. There are: ${known.join(", ")}.`,
}
