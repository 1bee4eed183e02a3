/** One tag of an XML text, without its namespace prefix. */
export interface Tag {
  readonly name: string
  readonly kind: "open" | "close" | "empty"
  /** The attributes as written. */
  readonly attributes: string
  /** Where the tag begins and where it ends in the text. */
  readonly from: number
  readonly to: number
}

const isBlank = (character: string): boolean => character <= " "
const isQuote = (character: string): boolean => character === '"' || character === "'"
const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1)

/** Where a tag that begins at `from` ends, quoted values passed over; null when another one begins before. */
const endOfTag = (xml: string, from: number): number | null => {
  let quote = ""
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml.charAt(at)
    if (character === "<") return null
    if (quote !== "") {
      if (character === quote) quote = ""
    } else if (isQuote(character)) quote = character
    else if (character === ">") return at
  }
  return null
}

/**
 * The tags of an XML text in order; whatever is no tag is passed over. It looks at every character once: expressions
 * would be shorter, and a text could be made that keeps them busy for minutes.
 */
export function* tags(xml: string): Generator<Tag> {
  for (let from = xml.indexOf("<"); from >= 0; from = xml.indexOf("<", from + 1)) {
    const end = endOfTag(xml, from)
    if (end === null) continue
    const closes = xml.charAt(from + 1) === "/"
    const empty = !closes && xml.charAt(end - 1) === "/"
    const start = closes ? from + 2 : from + 1
    let nameEnd = start
    while (nameEnd < end && !isBlank(xml.charAt(nameEnd)) && xml.charAt(nameEnd) !== "/") nameEnd++
    yield {
      name: withoutPrefix(xml.slice(start, nameEnd)),
      kind: closes ? "close" : empty ? "empty" : "open",
      attributes: xml.slice(nameEnd, empty ? end - 1 : end),
      from,
      to: end + 1,
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,5}));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const point = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )

/** The attributes of a tag by name, without namespace prefixes. */
export const attributesOf = ({ attributes }: Tag): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (let at = 0; ;) {
    const equals = attributes.indexOf("=", at)
    let open = equals + 1
    while (isBlank(attributes.charAt(open)) && open < attributes.length) open++
    const close = attributes.indexOf(attributes.charAt(open), open + 1)
    if (equals < 0 || !isQuote(attributes.charAt(open)) || close < 0) return found
    const value = attributes.slice(open + 1, close)
    found.set(
      withoutPrefix(attributes.slice(at, equals).trim()),
      value.includes("&") ? decoded(value) : value,
    )
    at = close + 1
  }
}
