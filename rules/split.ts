import { carries } from "./outbox.ts"
import type { Body, Mention } from "./outgoing.ts"

/** How much text fits into one message, and under a file, in UTF-16 units. */
export interface Room {
  readonly text: number
  readonly caption: number
}

/** More than any sign that people see takes, in UTF-16 units. */
const SIGN = 64

/**
 * Where to cut so that at most `longest` units come before: at a blank line that leaves no short piece, else at a line's
 * end, else between two signs that people see.
 */
const cutBefore = (text: string, longest: number): number => {
  const paragraph = text.lastIndexOf("\n\n", longest)
  if (paragraph > longest / 2) return paragraph
  const line = text.lastIndexOf("\n", longest)
  if (line > 0) return line
  const sign = new Intl.Segmenter().segment(text).containing(longest)?.index ?? longest
  if (sign > 0) return sign
  const isHalved = /[\uD800-\uDBFF]/.test(text.charAt(longest - 1))
  return isHalved && longest > 1 ? longest - 1 : longest
}

/** A cut that would fall into a mention falls before it, if that leaves anything. */
const sparing = (cut: number, start: number, mentions: readonly Mention[]): number => {
  const hit = mentions.find(({ offset, length }) => offset < start + cut && start + cut < offset + length)
  return hit && hit.offset > start ? hit.offset - start : cut
}

const between = (mentions: readonly Mention[], start: number, end: number): readonly Mention[] =>
  mentions
    .filter(({ offset, length }) => offset >= start && offset + length <= end)
    .map((mention) => ({ ...mention, offset: mention.offset - start }))

const wording = (text: string, mentions: readonly Mention[]): Body =>
  mentions.length > 0 ? { text, mentions } : { text }

const pieces = (body: Body, longest: number): readonly Body[] => {
  const { text, mentions = [] } = body
  const found: Body[] = []
  let start = 0
  while (text.length - start > longest) {
    const cut = sparing(cutBefore(text.slice(start, start + longest + SIGN), longest), start, mentions)
    found.push(wording(text.slice(start, start + cut), between(mentions, start, start + cut)))
    start += cut
    while (text.charAt(start) === "\n") start += 1
  }
  found.push(wording(text.slice(start), between(mentions, start, text.length)))
  const seen = found.filter((piece) => piece.text.trim() !== "")
  return seen.length > 0 ? seen : [wording("", [])]
}

/** The messages that together say what a body says; buttons, file or picture, and question come with the last. */
export const split = (body: Body, room: Room): readonly [Body, ...Body[]] => {
  const { text: _text, mentions: _mentions, ...rest } = body
  if (body.text.length <= (carries(body) ? room.caption : room.text)) return [body]
  const [first = body, ...others] = pieces(body, room.text)
  if (carries(body)) return [first, ...others, { text: "", ...rest }]
  const last = others.pop()
  return last ? [first, ...others, { ...last, ...rest }] : [{ ...first, ...rest }]
}

const moved = (mentions: readonly Mention[] | undefined, by: number): readonly Mention[] =>
  (mentions ?? []).map((mention) => ({ ...mention, offset: mention.offset + by }))

/** A body with something said before it. */
export const prefixed = (prefix: string, body: Body): Body => ({
  ...body,
  text: prefix + body.text,
  ...(body.mentions ? { mentions: moved(body.mentions, prefix.length) } : {}),
})

/** The beginning of a text in one line, enough to recognise it. */
export const beginningOf = (text: string, longest = 20): string => {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > longest ? `${line.slice(0, cutBefore(line.slice(0, longest + SIGN), longest))}…` : line
}

const GAP = "\n\n"

/** Two bodies of text alone, one after the other. */
export const joined = (one: Body, other: Body): Body => {
  const mentions = [...(one.mentions ?? []), ...moved(other.mentions, one.text.length + GAP.length)]
  return wording(one.text + GAP + other.text, mentions)
}
