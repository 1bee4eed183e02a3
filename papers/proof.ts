import { type Proved, type ProofKey, proofKeys, totalsOf } from "../rules/proof.ts"
import { type Day, dayOf } from "../rules/time.ts"
import { type Language, languages } from "../text/index.ts"
import { writeCsv } from "./csv.ts"
import { writeSheet } from "./writing.ts"

const widths: Readonly<Record<ProofKey, number>> = {
  number: 6,
  unit: 18,
  account: 22,
  what: 18,
  to: 16,
  rules: 32,
  since: 11,
  due: 16,
  moved: 16,
  result: 12,
  on: 11,
  by: 9,
  proof: 18,
  note: 22,
}

/** Whose duties of which period, and when that was written. */
export interface Heading {
  readonly unit: string | null
  readonly from: Day
  readonly until: Day
  readonly madeOn: Day
}

/** Writes what was due, one row each, and below it how many there were of each kind. Days are texts. */
export const writeProof = async (
  proved: readonly Proved[],
  { unit, from, until, madeOn }: Heading,
  format: "xlsx" | "csv",
  language: Language,
): Promise<Uint8Array> => {
  const words = languages[language].proof
  const cellOf = cells(language)
  const below = (label: string, value: string) =>
    proofKeys.map((key) => (key === "unit" ? label : key === "account" ? value : ""))
  const rows = [
    proofKeys.map((key) => words.headings[key]),
    ...proved.map((each, index) =>
      proofKeys.map((key) => (key === "number" ? String(index + 1) : cellOf[key](each))),
    ),
    below("", ""),
    ...words
      .totals(totalsOf(proved.map(({ duty }) => duty)))
      .map(([label, count]) => below(label, String(count))),
    below(words.period(unit, from, until), words.madeOn(madeOn)),
  ]
  return format === "csv"
    ? writeCsv(rows)
    : writeSheet(rows, { name: words.sheet, widths: proofKeys.map((key) => widths[key]) })
}

const dayIn = (at: Day | number): Day => (typeof at === "number" ? dayOf(at) : at)

type Cells = Readonly<Record<Exclude<ProofKey, "number">, (it: Proved) => string>>

const cells = (language: Language): Cells => {
  const { proof: words, obligation, quota, cited } = languages[language]
  return {
    unit: ({ duty }) => duty.unit,
    account: ({ duty }) => duty.person ?? (duty.account === null ? "" : quota.named(duty.account)),
    what: ({ duty }) => obligation.acts[duty.act],
    to: ({ duty }) => duty.to ?? "",
    rules: ({ duty }) =>
      [...new Set([...duty.sources.map(cited.cite), ...(duty.house ? [cited.house] : [])])].join("\n"),
    since: ({ duty }) => dayIn(duty.since),
    due: ({ duty: { due } }) => (due === null ? "" : due.provisional ? words.provisional(due.day) : due.day),
    moved: ({ moved }) => moved.map(({ from, on }) => words.moved(from, on)).join("\n"),
    result: ({ duty }) =>
      duty.bornLate ? words.bornLate(obligation.phases[duty.phase]) : obligation.phases[duty.phase],
    on: ({ duty }) => duty.settled?.on ?? "",
    by: ({ by }) => by ?? "",
    proof: ({ duty }) => duty.settled?.proof ?? "",
    note: ({ duty: { settled } }) =>
      [settled?.note ?? [], settled?.alone ? obligation.alone : []].flat().join("\n"),
  }
}
