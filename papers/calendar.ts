import type { Instant } from "../rules/time.ts"

/** One entry of a calendar. */
export interface Entry {
  /** The same for the same entry, however often it is read. */
  readonly id: string
  readonly title: string
  readonly from: Instant
  readonly to: Instant
}

/** Backslashes, commas, semicolons and line ends say something else in this format. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r?\n|\r/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")

/** `20260303T120000Z` */
const written = (at: Instant): string => `${new Date(at).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`

const LONGEST = 75

/** A line has at most 75 bytes; what is longer goes on in lines that begin with a blank. No character is broken. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ""
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > LONGEST) {
      lines.push(current)
      current = " "
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join("\r\n")
}

/** Writes a calendar that calendar programs subscribe to (RFC 5545). */
export const writeCalendar = (it: {
  readonly name: string
  readonly now: Instant
  readonly entries: readonly Entry[]
}): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Zhishou//Duty roster//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(it.name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...it.entries.flatMap(({ id, title, from, to }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(id)}`,
      `DTSTAMP:${written(it.now)}`,
      `DTSTART:${written(from)}`,
      `DTEND:${written(to)}`,
      `SUMMARY:${escaped(title)}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("")
