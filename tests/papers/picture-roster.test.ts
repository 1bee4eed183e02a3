import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { shippedLetters } from "../../papers/picture/letters.ts"
import { drawMonth } from "../../papers/picture/month.ts"
import { drawPng } from "../../papers/picture/png.ts"
import type { RosterSheet } from "../../papers/picture/rosterday.ts"
import { drawWeek } from "../../papers/picture/week.ts"
import { instantOf } from "../../rules/time.ts"
import { rosterFrom, withHole, wordsIn } from "./rosters.ts"

const sheet = rosterFrom("2026-11-23", 7)
const month = rosterFrom("2026-11-01", 30, { today: "2026-11-24" })
const week = (one: RosterSheet) => wordsIn(drawWeek(one, "zh", shippedLetters))

/** Width and height, as the file itself says. */
const sizeOf = (png: Uint8Array): readonly [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe("the picture of a week", () => {
  test("says whose, of which days, and who has which layer on each", () => {
    expect(week(sheet)).toEqual([
      "示例县人民政府办公室 值班表",
      "2026年11月23日—11月29日",
      ...["值班", "08:00–次日08:00", "副班", "08:00–18:00", "带班领导", "08:30–17:30"],
      ...["11/23", "周一", "王芳", "李静", "赵𫖯"],
      ...["11/24", "周二", "今天", "李静", "欧阳建国", "陈晓明"],
      ...["11/25", "周三", "欧阳建国", "赵𫖯", "刘洋"],
      ...["11/26", "周四", "赵𫖯", "陈晓明", "张㛃"],
      ...["11/27", "周五", "陈晓明", "刘洋", "王芳"],
      ...["11/28", "周六 休", "刘洋", "张㛃", "不排"],
      ...["11/29", "周日 休", "张㛃", "王芳", "不排"],
      "休：休息日；班：调休上班",
    ])
  })

  test("says in words and by hatching when nobody is there", () => {
    const drawn = drawWeek(withHole(sheet, "2026-11-25"), "zh", shippedLetters)
    expect(drawn.match(/fill="url\(#gap\)"/g)).toHaveLength(1)
    expect(wordsIn(drawn).slice(wordsIn(drawn).indexOf("11/25"))).toEqual(
      expect.arrayContaining(["无人", "08:00–18:00", "斜线加“无人”：此时段无人值班"]),
    )
    expect(drawWeek(sheet, "zh", shippedLetters)).not.toContain('fill="url(#gap)"')
  })

  test("writes the hours beside the names where a layer's hours differ", () => {
    const [first, ...others] = sheet.days
    const short = first && {
      ...first,
      shifts: first.shifts.map((one) => ({ ...one, to: one.to - 3_600_000 })),
    }
    const said = week({ ...sheet, days: short ? [short, ...others] : [] })
    expect(said.slice(2, 5)).toEqual(["值班", "副班", "带班领导"])
    expect(said.slice(7, 9)).toEqual(["王芳", "08:00–次日07:00"])
  })

  test("writes a long name whole, over two lines, and a month its long names in full below", () => {
    const long = "阿不都热依木·阿卜杜拉"
    const renamed = (one: RosterSheet): RosterSheet => ({
      ...one,
      days: one.days.map((day) => ({
        ...day,
        shifts: day.shifts.map((shift) => ({ ...shift, who: shift.layer === "duty" ? long : shift.who })),
      })),
    })
    const said = week(renamed(sheet))
    expect(said.join("")).toContain(long)
    expect(said.join("")).not.toContain("…")
    const calendar = wordsIn(drawMonth(renamed(month), "zh", shippedLetters))
    expect(calendar.join("")).toContain(`写不下的全名：${long}`)
    expect(wordsIn(drawMonth(month, "zh", shippedLetters)).join("")).not.toContain("写不下的全名")
  })

  test("says that days of rest are provisional, and that a character could not be drawn", () => {
    const days = sheet.days.map((day) => ({
      ...day,
      provisional: true,
      shifts: day.shifts.map((shift) => ({ ...shift, who: "朱瀞" })),
    }))
    expect(week({ ...sheet, days }).slice(-3)).toEqual([
      "休：休息日；班：调休上班",
      "节假日安排未公布，休息日为暂定",
      "〓：本机无此字的字形，请看文字消息",
    ])
  })

  test("counts those who have no room, but never a hole", () => {
    const many = sheet.days.map((day) => ({
      ...day,
      shifts: Array.from({ length: 9 }, (_, index) => ({
        layer: "duty" as const,
        who: `值班员${index}`,
        from: index,
        to: index + 1,
      })),
    }))
    expect(week({ ...sheet, layers: ["duty"], days: many })).toContain("另4人")
    const holes = [{ from: instantOf("2026-11-25", "22:00"), to: instantOf("2026-11-25", "23:00") }]
    expect(week({ ...sheet, layers: ["duty"], days: many, holes })).toContain("无人")
  })

  test("is the same shape in English", () => {
    expect(wordsIn(drawWeek(sheet, "en", shippedLetters)).slice(0, 4)).toEqual([
      "示例县人民政府办公室: duty roster",
      "23 Nov – 29 Nov 2026",
      "On duty",
      "08:00–08:00 +1",
    ])
  })
})

describe("the picture of a month", () => {
  const drawn = (one: RosterSheet) => drawMonth(one, "zh", shippedLetters)

  test("has every day with those on duty, today framed and named", () => {
    const said = wordsIn(drawn(month))
    expect(said.slice(0, 2)).toEqual(["示例县人民政府办公室 值班表", "2026年11月"])
    const today = said.indexOf("今天")
    expect(said.slice(today - 1, today + 7)).toEqual([
      ...["24", "今天", "值", "欧阳建国", "副", "赵𫖯", "带", "刘洋"],
    ])
    expect(said.at(-2)).toBe("值：值班；副：副班；带：带班领导")
  })

  test("cuts a name before it hides that there are others, and shows where nobody is", () => {
    const days = month.days.map((day) => ({
      ...day,
      shifts: ["李静", "买买提·阿卜杜拉", "王芳"].map((who) => ({
        layer: "duty" as const,
        who,
        from: 0,
        to: 1,
      })),
    }))
    const said = wordsIn(drawn({ ...month, days }))
    expect(said.filter((one) => one === "+1")).toHaveLength(30)
    const empty = drawn(withHole(month, "2026-11-11"))
    expect(empty.match(/fill="url\(#gap\)"/g)).toHaveLength(1)
    expect(wordsIn(empty)).toContain("无人")
  })
})

test("whatever names people have, the drawing can be drawn and stays within its page", async () => {
  const names = fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(names, fc.string({ unit: "grapheme", maxLength: 80 }), async (chosen, unit) => {
      const days = sheet.days.map((day) => ({
        ...day,
        shifts: chosen.map((who, index) => ({ layer: "duty" as const, who, from: index, to: index + 1 })),
      }))
      for (const svg of [
        drawWeek({ ...sheet, unit, days }, "zh", shippedLetters),
        drawMonth({ ...sheet, unit, days }, "zh", shippedLetters),
      ])
        expect(sizeOf(await drawPng(svg))[0]).toBe(3 * 390)
    }),
    { numRuns: 8 },
  )
})

describe("as a file", () => {
  test.each([
    ["a week", drawWeek(withHole(sheet, "2026-11-25"), "zh", shippedLetters)],
    ["a month", drawMonth(withHole(month, "2026-11-11"), "zh", shippedLetters)],
  ])("%s is three times as wide as a phone and below 200 kB", async (_, svg) => {
    const png = await drawPng(svg)
    expect(png.length).toBeLessThan(200_000)
    const [width, height] = sizeOf(png)
    expect(width).toBe(3 * 390)
    expect(height).toBeLessThan(3 * 844)
  })
})
