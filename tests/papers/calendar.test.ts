import fc from "fast-check"
import { expect, test } from "vitest"
import { writeCalendar } from "../../papers/calendar.ts"
import { instantOf } from "../../rules/time.ts"

const now = instantOf("2026-03-02", "10:00")
const entry = {
  id: "d1.p.u@zhishou",
  title: "值班",
  from: instantOf("2026-03-03", "20:00"),
  to: instantOf("2026-03-04", "08:00"),
}

/** Reads a calendar as RFC 5545 has it: lines unfolded, then names and values, then texts unescaped. */
const parse = (text: string) => {
  expect(text.endsWith("\r\n")).toBe(true)
  const physical = text.slice(0, -2).split("\r\n")
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  }
  const lines = physical
    .join("\r\n")
    .replace(/\r\n /g, "")
    .split("\r\n")
    .map((line) => {
      const colon = line.indexOf(":")
      return [line.slice(0, colon), line.slice(colon + 1)] as const
    })
  const plain = (value: string) =>
    value.replace(/\\([\\;,nN])/g, (_all, character: string) => (/n/i.test(character) ? "\n" : character))
  const events: Record<string, string>[] = []
  for (const [name, value] of lines) {
    if (name === "BEGIN" && value === "VEVENT") events.push({})
    const last = events.at(-1)
    if (last) last[name] ??= plain(value)
  }
  return { lines, events, of: (name: string) => plain(lines.find(([each]) => each === name)?.[1] ?? "") }
}

const at = (value: string | undefined): number =>
  Date.parse((value ?? "").replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, "$1-$2-$3T$4:$5:$6Z"))

test("a shift is an event at the same instants, whatever the zone of the reader", () => {
  const text = writeCalendar({ name: "张敏的值班", now, entries: [entry] })
  expect(text).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Zhishou//Duty roster//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:张敏的值班",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      "BEGIN:VEVENT",
      "UID:d1.p.u@zhishou",
      "DTSTAMP:20260302T020000Z",
      "DTSTART:20260303T120000Z",
      "DTEND:20260304T000000Z",
      "SUMMARY:值班",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  )
})

test("whatever stands in a name comes back as it was, in lines that are never too long", () => {
  const title = fc
    .string({ unit: "grapheme", maxLength: 120 })
    .map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replace(/\r/g, ""))
  fc.assert(
    fc.property(title, title, fc.integer({ min: 0, max: 4e9 }), (name, text, length) => {
      const found = parse(
        writeCalendar({
          name,
          now,
          entries: [{ ...entry, title: text, to: entry.from + length * 1000 }, entry],
        }),
      )
      expect(found.of("X-WR-CALNAME")).toBe(name)
      expect(found.events.map((event) => event["SUMMARY"])).toEqual([text, "值班"])
      expect(at(found.events[0]?.["DTSTART"])).toBe(entry.from)
      expect(at(found.events[0]?.["DTEND"])).toBe(entry.from + length * 1000)
      expect(found.lines.filter(([each, value]) => each === "BEGIN" && value === "VEVENT")).toHaveLength(2)
    }),
    { numRuns: 500 },
  )
})

test("a long line goes on in lines of 75 bytes, and is one again when it is read", () => {
  for (const title of ["x".repeat(400), "值".repeat(100), "👩‍👩‍👧‍👦".repeat(30)])
    expect(parse(writeCalendar({ name: title, now, entries: [] })).of("X-WR-CALNAME")).toBe(title)
})
