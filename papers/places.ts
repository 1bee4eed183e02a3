import { type Document, isCollection, isMap, isNode, isScalar, type LineCounter } from "yaml"
import { shorten, tidy } from "../rules/words.ts"

export type Path = readonly PropertyKey[]

interface Place {
  readonly line: number
  readonly column: number
  readonly found: string | null
}

const LONGEST = 40

/** The beginning of a text, on one line and without what nobody sees: it goes to a terminal. */
export const shortened = (text: string): string => {
  const line = tidy(text.split("\n")[0] ?? "")
  return shorten(line, LONGEST)
}

/** Finds where things stand in a YAML text. */
export const placesIn = (document: Document, source: string, lines: LineCounter) => {
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  const nodeAt = (path: Path): unknown => (path.length === 0 ? document.contents : document.getIn(path, true))

  const excerpt = (node: unknown): string | null => {
    if (!isNode(node) || !node.range) return null
    const text =
      isScalar(node) && typeof node.value === "string"
        ? node.value
        : source.slice(node.range[0], node.range[1])
    return shortened(text) || null
  }

  /** The value at a path; when nothing stands there, the nearest thing around it. */
  const value = (path: Path): Place => {
    const node = nodeAt(path)
    if (isNode(node) && node.range) return { ...at(node.range[0]), found: excerpt(node) }
    return path.length === 0
      ? { line: 1, column: 1, found: null }
      : { ...value(path.slice(0, -1)), found: null }
  }

  /** The key itself in the mapping at a path. */
  const key = (path: Path, name: string): Place => {
    const map = nodeAt(path)
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === name)
      : undefined
    const range = isNode(pair?.key) ? pair.key.range : null
    return range ? { ...at(range[0]), found: shortened(name) } : value(path)
  }

  /** `rules.C-7.within`: entries of a list are called by their id, or by their number. */
  const nameOf = (path: Path): string =>
    path
      .map((step, index) => {
        const parent = nodeAt(path.slice(0, index))
        if (typeof step !== "number" || !isCollection(parent)) return shortened(String(step))
        const id = document.getIn([...path.slice(0, index), step, "id"])
        return typeof id === "string" && id !== "" ? shortened(id) : String(step + 1)
      })
      .join(".")

  return { at, value, key, nameOf }
}
export type Places = ReturnType<typeof placesIn>
