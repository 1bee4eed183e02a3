import type { FileHandle } from "node:fs/promises"
import type { Instant } from "../../rules/time.ts"
import type { Line } from "../store.ts"
import { BEGINNING, lineIn, walk } from "./walk.ts"

/** Which lines are wanted; what is left out does not matter. */
export interface Wanted {
  readonly table?: string
  readonly id?: string
  /** From this instant on. */
  readonly since?: Instant
}

const touches = (line: Line, { table, id }: Wanted): boolean =>
  (table === undefined && id === undefined) ||
  line.changes.some(
    (change) => (table === undefined || change[0] === table) && (id === undefined || change[1] === id),
  )

/** The lines that are wanted, oldest first, each verified along with all before it. Throws `Damage`. */
export const linesAbout = async function* (
  file: FileHandle,
  wanted: Wanted,
  until = Infinity,
): AsyncGenerator<Line, void> {
  // A line that touches the row holds its id as JSON writes it; the others need not be taken apart.
  const mark = Buffer.from(JSON.stringify(wanted.id ?? "").slice(1, -1))
  for await (const links of walk(file, BEGINNING, until)) {
    for (const link of links) {
      if (!link.bytes.includes(mark)) continue
      const line = lineIn(link)
      if (touches(line, wanted) && Date.parse(line.at) >= (wanted.since ?? -Infinity)) yield line
    }
  }
}
