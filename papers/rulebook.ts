import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from "yaml"
import type { Mistake } from "../rules/mistake.ts"
import { Rulebook } from "../rules/rulebook.ts"
import { valueAt } from "./keys.ts"
import { mistakesFrom } from "./mistakes.ts"
import { type Places, placesIn, shortened } from "./places.ts"

/** A larger file is no rulebook: a long regulation fills 50 kB. */
const MOST_BYTES = 1_000_000
const MOST_MISTAKES = 50

/** A rulebook, or what is wrong with the file, in order of lines; a file with a mistake is refused as a whole. */
export type ReadRulebook = { readonly book: Rulebook } | { readonly mistakes: readonly Mistake[] }

/** Anchors, aliases and tags: nothing a rulebook needs, and a small file can unfold into a huge one. */
const trickery = (document: Document, places: Places): Mistake[] => {
  const found: Mistake[] = []
  visit(document, (_, node) => {
    if (!isNode(node)) return
    const mark = isAlias(node) ? `*${node.source}` : node.anchor !== undefined ? `&${node.anchor}` : node.tag
    if (mark === undefined) return
    const place = places.at(node.range?.[0] ?? 0)
    found.push({ ...place, path: "", found: shortened(mark), expected: { is: "plain-values" } })
  })
  return found
}

/** The same id twice, among rules and figures together. */
const repeatedIds = (content: unknown, places: Places): Mistake[] => {
  const lineOf = new Map<unknown, number>()
  return ["rules", "figures"].flatMap((list) => {
    const entries = valueAt([list], content)
    if (!Array.isArray(entries)) return []
    return entries.flatMap((_, index): Mistake[] => {
      const path = [list, index, "id"]
      const id = valueAt(path, content)
      if (typeof id !== "string") return []
      const place = places.value(path)
      const line = lineOf.get(id)
      if (line === undefined) lineOf.set(id, place.line)
      return line === undefined
        ? []
        : [{ ...place, path: places.nameOf(path), expected: { is: "new-id", line } }]
    })
  })
}

const mistakesIn = (source: string): { readonly mistakes: Mistake[]; readonly book: Rulebook | null } => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: "error" })
  const places = placesIn(document, source, lines)
  const unreadable = document.errors.map(({ pos, message }): Mistake => {
    const found = shortened(source.slice(pos[0], pos[0] + 100)) || null
    return { ...places.at(pos[0]), path: "", found, expected: { is: "yaml", reason: message } }
  })
  if (unreadable.length > 0) return { mistakes: unreadable, book: null }
  const tricks = trickery(document, places)
  if (tricks.length > 0) return { mistakes: tricks, book: null }
  const content: unknown = document.toJS()
  const result = Rulebook.safeParse(content)
  const issues = result.success ? [] : mistakesFrom(result.error.issues, content, places)
  return { mistakes: [...issues, ...repeatedIds(content, places)], book: result.data ?? null }
}

/** Reads a rulebook as an office wrote it. */
export const readRulebook = (source: string): ReadRulebook => {
  if (Buffer.byteLength(source) > MOST_BYTES) {
    const expected = { is: "small-file", most: MOST_BYTES } as const
    return { mistakes: [{ line: 1, column: 1, path: "", found: null, expected }] }
  }
  const { mistakes, book } = mistakesIn(source)
  if (book !== null && mistakes.length === 0) return { book }
  return {
    mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_MISTAKES),
  }
}
