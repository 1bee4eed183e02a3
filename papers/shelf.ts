import type { Mistake } from "../rules/mistake.ts"
import { idleIn } from "../rules/overruled.ts"
import type { Rulebook } from "../rules/rulebook.ts"
import { stackFor } from "../rules/stack.ts"
import { unitKinds } from "../rules/unit.ts"
import type { Day } from "../rules/time.ts"
import { asWritten } from "../rules/written.ts"
import type { Text } from "../text/index.ts"
import { readRulebook } from "./rulebook.ts"

/** A file that should be a rulebook. */
export interface RulebookFile {
  readonly name: string
  readonly source: string
}

/** What a folder of rulebooks holds; a file with a mistake is left out and named. */
export interface Shelf {
  readonly books: readonly Rulebook[]
  readonly refused: readonly { readonly name: string; readonly mistakes: readonly Mistake[] }[]
}

/** Reads rulebooks, the shipped ones first, then the office's own: of one id the later counts. */
export const readShelf = (files: readonly RulebookFile[]): Shelf => {
  const read = files.map(({ name, source }) => ({ name, result: readRulebook(source) }))
  const books = read.flatMap(({ result }) => ("book" in result ? [result.book] : []))
  return {
    books: [...new Map(books.map((book) => [book.id, book])).values()],
    refused: read.flatMap(({ name, result }) =>
      "book" in result ? [] : [{ name, mistakes: result.mistakes }],
    ),
  }
}

/** What a command prints, and whether it was content. */
export interface Print {
  readonly content: boolean
  readonly output: string
}

/** `rulebook check FILE`. */
export const checkRulebook = ({ name, source }: RulebookFile, text: Text): Print => {
  const result = readRulebook(source)
  return "book" in result
    ? { content: true, output: text.rulebook.sound(name, result.book) }
    : { content: false, output: text.rulebook.refused(name, result.mistakes) }
}

const json = (value: unknown): string => JSON.stringify(asWritten(value), null, 2)

/** A rulebook with those of its rules that change nothing beside what binds everywhere. */
const shown = (book: Rulebook, books: readonly Rulebook[], text: Text, today: Day): string => {
  const idle = idleIn(stackFor({ rulebooks: [book.id] }, [], books), [book.id], unitKinds)
  return [text.rulebook.show(book, today), ...text.rulebook.idle(idle)].join("\n\n")
}

/** `rulebook show [ID] [--json]`; the JSON of one rulebook is a rulebook file again. */
export const showRulebooks = (
  books: readonly Rulebook[],
  asked: { readonly id: string | null; readonly json: boolean; readonly today: Day },
  text: Text,
): Print => {
  if (asked.id === null) {
    return { content: true, output: asked.json ? json(books) : books.map(text.rulebook.line).join("\n") }
  }
  const book = books.find(({ id }) => id === asked.id)
  if (book === undefined) {
    const known = books.map(({ id }) => id)
    return { content: false, output: text.rulebook.unknown(asked.id, known) }
  }
  return { content: true, output: asked.json ? json(book) : shown(book, books, text, asked.today) }
}
