import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { readHolidays } from "../../papers/holidays.ts"

const year = (changes: object = {}) => ({
  id: "2027",
  holidays: ["2027-01-01", "2027-01-02"],
  makeUpDays: ["2027-01-09"],
  source: "example",
  ...changes,
})
const fileOf = (...years: unknown[]): string => JSON.stringify({ years })
const mistakesOf = (text: string): readonly string[] => {
  const read = readHolidays(text)
  return "mistakes" in read ? read.mistakes : []
}

describe("a file of holiday notices", () => {
  test("is read, with its days in order", () => {
    const holidays = ["2027-02-06", "2027-01-01"]
    const makeUpDays = ["2027-02-14", "2027-01-09"]
    expect(readHolidays(fileOf(year({ holidays, makeUpDays, source: " 通知 " })))).toEqual({
      years: [
        {
          id: "2027",
          holidays: ["2027-01-01", "2027-02-06"],
          makeUpDays: ["2027-01-09", "2027-02-14"],
          source: "通知",
        },
      ],
    })
  })

  test("may start with the mark that Notepad puts there, and give the year as a number", () => {
    expect(readHolidays(`\uFEFF${fileOf(year({ id: 2027 }))}`)).toEqual({ years: [year()] })
  })

  test("the shipped one has every year from 2004 to 2026", () => {
    const read = readHolidays(readFileSync(new URL("../../rulebooks/holidays.json", import.meta.url), "utf8"))
    const ids = "years" in read ? read.years.map(({ id }) => id) : read.mistakes
    expect(ids).toEqual(Array.from({ length: 23 }, (_, at) => String(2004 + at)))
  })

  test("the example in the documentation is read as it stands", () => {
    const page = readFileSync(new URL("../../docs/calendar.md", import.meta.url), "utf8")
    const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ""
    expect(readHolidays(example)).toMatchObject({ years: [{ id: "2027" }] })
  })
})

describe("a mistake is named with its place, and nothing is read", () => {
  test.each<[name: string, text: string, mistake: string]>([
    ["no JSON", '{ "years": [\n{ "id": "2027" }\n{', "line 3: this is not JSON: "],
    ["an empty file", "", "this is not JSON: Unexpected end of JSON input"],
    ["another kind of file", '["2027"]', 'the file: expected `{ "years": [ … ] }`'],
    ["no years", fileOf(), "years: expected at least one year"],
    ["a misspelt word", JSON.stringify({ year: [], years: [year()] }), "`year` is not known"],
    ["a misspelt word in a year", fileOf(year({ makeupDays: [] })), "years[0]: `makeupDays` is not known"],
    [
      "a year that is none",
      fileOf(year(), 2028),
      "years[1]: expected `id`, `holidays`, `makeUpDays` and `source`",
    ],
    ["a missing year", fileOf(year({ id: undefined })), "years[0].id: expected a year, such as `2027`"],
    ["a year long past", fileOf(year({ id: "1989" })), "years[0].id: expected a year from 1990 to 2100"],
    ["a year that is a word", fileOf(year({ id: "next" })), "years[0].id: expected a year from 1990 to 2100"],
    [
      "a missing list",
      fileOf(year({ makeUpDays: undefined })),
      "years[0].makeUpDays: expected a list of days",
    ],
    ["no day off at all", fileOf(year({ holidays: [] })), "years[0].holidays: expected at least one day off"],
    [
      "a day that does not exist",
      fileOf(year({ holidays: ["2027-01-01", "2027-02-30"] })),
      "years[0].holidays[1]: `2027-02-30` is no day; expected one such as `2027-02-05`",
    ],
    [
      "a day without quotes",
      fileOf(year({ holidays: [20270101] })),
      "years[0].holidays[0]: expected a day in quotes",
    ],
    [
      "an endless source",
      fileOf(year({ source: "x".repeat(201) })),
      "years[0].source: expected at most 200 characters",
    ],
    ["no source", fileOf(year({ source: " " })), "years[0].source: expected the name of the notice"],
    [
      "a day of another year",
      fileOf(year({ makeUpDays: ["2026-12-26"] })),
      "2027: 2026-12-26 does not lie in 2027; a day off or worked in another year belongs to that year's entry",
    ],
    [
      "a day of another year among the holidays",
      fileOf(year({ holidays: ["2028-01-01"] })),
      "2027: 2028-01-01 does not lie in 2027",
    ],
    [
      "a day that is off and worked",
      fileOf(year({ holidays: ["2027-01-09"] })),
      "2027: 2027-01-09 is both a holiday and a make-up day",
    ],
    [
      "a weekday that is off and worked",
      fileOf(year({ makeUpDays: ["2027-01-01"] })),
      "2027: 2027-01-01 is both a holiday and a make-up day",
    ],
    [
      "a make-up day that is a plain weekday",
      fileOf(year({ makeUpDays: ["2027-01-08"] })),
      "2027: 2027-01-08 is not a Saturday or Sunday, so it cannot be a make-up day",
    ],
    [
      "a holiday listed twice",
      fileOf(year({ holidays: ["2027-01-01", "2027-01-01", "2027-01-01"] })),
      "2027: 2027-01-01 is listed twice",
    ],
    [
      "a make-up day listed twice",
      fileOf(year({ makeUpDays: ["2027-01-09", "2027-01-09"] })),
      "2027: 2027-01-09 is listed twice",
    ],
    ["a year listed twice", fileOf(year(), year()), "2027: the year is listed twice"],
  ])("%s", (_name, text, mistake) => {
    const mistakes = mistakesOf(text)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(mistake)
  })

  test("a make-up Sunday is none", () => {
    expect(mistakesOf(fileOf(year({ makeUpDays: ["2027-01-10"] })))).toEqual([])
  })

  test("every mistake is named, not the first alone", () => {
    expect(mistakesOf(fileOf(year({ makeUpDays: ["2027-01-08", "2026-12-26"] })))).toHaveLength(2)
    expect(mistakesOf(fileOf(year({ id: "x", source: 1 })))).toHaveLength(2)
  })

  test("of very many mistakes 20 are named and the rest counted", () => {
    const mistakes = mistakesOf(fileOf(year({ holidays: Array.from({ length: 25 }, () => "x") })))
    expect(mistakes).toHaveLength(21)
    expect(mistakes.at(-1)).toBe("… and 5 more")
    expect(mistakesOf(fileOf(year({ holidays: Array.from({ length: 20 }, () => "x") })))).toHaveLength(20)
  })

  test("more days than a year has are refused", () => {
    const days = (count: number) => Array.from({ length: count }, () => "2027-01-01")
    expect(mistakesOf(fileOf(year({ holidays: days(367) })))).toEqual([
      "years[0].holidays: expected at most 366 days",
    ])
    expect(mistakesOf(fileOf(year({ holidays: days(366) })))).toEqual(["2027: 2027-01-01 is listed twice"])
  })

  test("a file that is far too long is refused unread", () => {
    expect(mistakesOf(" ".repeat(200_001))).toEqual(["the file is longer than 200000 characters"])
    expect(mistakesOf(" ".repeat(200_000))).not.toEqual(["the file is longer than 200000 characters"])
  })
})
