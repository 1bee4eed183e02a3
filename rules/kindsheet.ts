import type { IncidentKind, Severity } from "./gravity.ts"
import type { Step } from "./kinds/common.ts"
import { most, OwnKind } from "./ownkind.ts"
import { readQuantity } from "./quantity.ts"
import { cellName, type Table } from "./table.ts"
import { nameKey, tidy, tidyName } from "./words.ts"

export const kindColumns = ["name", "kind", "severity", "within", "flow", "way", "saying", "call"] as const
export type KindColumn = (typeof kindColumns)[number]

/** What is wrong with a cell, and what stands there. */
export interface KindMistake {
  readonly cell: string
  readonly code:
    "missing" | "long" | "kind" | "severity" | "within" | "call" | "double" | "unreadable" | "many"
  readonly column: KindColumn | null
  readonly says: string
}

/** The words of a sheet: its headings, and what its cells may say, each with its meaning. */
export interface KindWords {
  readonly headings: Readonly<Record<KindColumn, readonly string[]>>
  readonly kinds: ReadonlyMap<string, IncidentKind>
  readonly severities: ReadonlyMap<string, Severity>
  readonly steps: ReadonlyMap<string, Step>
}

const LOOKED_THROUGH = 12
/** Without these a sheet is none. */
const NEEDED: readonly KindColumn[] = ["name", "within", "flow", "way", "saying"]

type Places = Readonly<Record<KindColumn, number>>

const placesIn = (
  { rows }: Table,
  { headings }: KindWords,
): { readonly row: number; readonly at: Places } | null => {
  for (const [row, cells] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const find = (column: KindColumn) =>
      cells.findIndex((cell) => headings[column].some((heading) => nameKey(heading) === nameKey(cell)))
    const at = Object.fromEntries(kindColumns.map((column) => [column, find(column)])) as Places
    if (NEEDED.every((column) => at[column] >= 0)) return { row, at }
  }
  return null
}

/** Whether a table is a unit's own table of events. */
export const isKindSheet = (table: Table, words: KindWords): boolean => placesIn(table, words) !== null

/** Reads a unit's own table of events: all of it, or what is wrong with which cell. */
export const readKindSheet = (
  table: Table,
  words: KindWords,
): { readonly kinds: readonly OwnKind[]; readonly mistakes: readonly KindMistake[] } => {
  const places = placesIn(table, words)
  const kinds: OwnKind[] = []
  const mistakes: KindMistake[] = Object.keys(table.unreadable).map((cell) => ({
    cell,
    code: "unreadable",
    column: null,
    says: "",
  }))
  if (places === null) return { kinds, mistakes }
  const seen = new Set<string>()
  for (const [index, cells] of table.rows.entries()) {
    if (index <= places.row || cells.every((cell) => cell.trim() === "")) continue
    const known = mistakes.length
    const said = (column: KindColumn): string => tidy(cells[places.at[column]] ?? "")
    const wrong = (column: KindColumn, code: KindMistake["code"], says = said(column)): void => {
      mistakes.push({ cell: cellName(index, Math.max(0, places.at[column])), code, column, says })
    }
    for (const column of NEEDED) {
      if (said(column) === "") wrong(column, "missing")
      const longest = column === "name" ? most.name : most.words
      if (said(column).length > longest) wrong(column, "long", String(longest))
    }
    const kind = said("kind") === "" ? "any" : words.kinds.get(nameKey(said("kind")))
    if (kind === undefined) wrong("kind", "kind")
    const severity = said("severity") === "" ? null : words.severities.get(nameKey(said("severity")))
    if (severity === undefined) wrong("severity", "severity")
    const within = readQuantity(said("within").replace(/(以|之)?内$/, ""))
    if ("wrong" in within && said("within") !== "") wrong("within", "within")
    const call: Step[] = []
    for (const word of said("call")
      .split(/[、,，;；/\s]+/)
      .filter((each) => each !== "")) {
      const step = words.steps.get(nameKey(word))
      if (step === undefined) wrong("call", "call", word)
      else call.push(step)
    }
    const name = tidyName(said("name"))
    const key = `${nameKey(name)}/${severity ?? ""}`
    if (seen.has(key)) wrong("name", "double")
    seen.add(key)
    const read = OwnKind.safeParse({
      n: kinds.length + 1,
      name,
      kind,
      severity,
      within: "ok" in within ? within.ok : null,
      flow: said("flow"),
      way: said("way"),
      saying: said("saying"),
      call: [...new Set(call)],
    })
    if (read.success) kinds.push(read.data)
    else if (mistakes.length === known) wrong("within", "within")
  }
  if (kinds.length > most.lines)
    mistakes.push({ cell: cellName(places.row, 0), code: "many", column: null, says: String(most.lines) })
  return { kinds, mistakes }
}
