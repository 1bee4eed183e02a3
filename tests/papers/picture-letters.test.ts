import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  clasped,
  drawable,
  fitted,
  type Letters,
  lines,
  packageFolder,
  runs,
  shippedFace,
  shippedLetters,
  widthOf,
} from "../../papers/picture/letters.ts"

/** Everything written in the files of a folder, or in a file. */
const writtenIn = (place: string, ending = ""): string => {
  const path = join(packageFolder(), place)
  if (ending === "") return readFileSync(path, "utf8")
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(path, name), "utf8"))
    .join("")
}

const outsideOf = (text: string): string =>
  [...new Set(text.normalize("NFC"))]
    .filter((sign) => sign > " " && !shippedFace().covers(sign.codePointAt(0) ?? 0))
    .sort()
    .join("")

describe("the shipped font", () => {
  test.each([
    ["the rulebooks", "rulebooks", ".yaml"],
    ["the playground's names", "bot/county.ts", ""],
    ["the playground's bureau", "bot/stages.ts", ""],
    ["the words of pictures", "text/zh/picture.ts", ""],
    ["the English words of pictures", "text/en/picture.ts", ""],
  ])("has every character of %s", (_, place, ending) => {
    expect(outsideOf(writtenIn(place, ending))).toBe("")
  })

  test.each(["text/zh", "text/en"])(
    "has every character of %s but signs like ✅, which stand in messages only",
    (place) => {
      expect(outsideOf(writtenIn(place, ".ts")).replace(/[\p{So}\uFE0F]/gu, "")).toBe("")
    },
  )

  test("has every character of the table from which names are given, and of GB 2312", () => {
    // The ends of the table's three levels, rare ones that stand in names, and the ends of GB 2312.
    expect(outsideOf("一罐乂蠼㑊䲠𠅤𬺈㛃𫖯𬭎鿏𬶋啊座亍齄〓→№Ωπя")).toBe("")
  })

  test("does not claim what it has not", () => {
    expect(outsideOf("瀞龘𠮷喆🔥")).toBe("瀞龘🔥𠮷")
  })
})

describe("a text as it can be drawn", () => {
  const drawn = (text: string) => drawable(shippedLetters, text)

  test("has one substitute for one sign that no font has, however it is put together", () => {
    expect(drawn("朱瀞")).toBe("朱〓")
    expect(drawn("发布👨‍👩‍👧！")).toBe("发布〓！")
    expect(drawn("🔥🔥")).toBe("〓〓")
  })

  test("loses what is not seen, and keeps accents", () => {
    expect(drawn("王\u200b芳\u0007 \ud800e\u0301\u202e\n李静")).toBe("王芳 é 李静")
  })

  test("takes a rare character from another font of the system, and that one alone", () => {
    const other = { ...shippedFace(), covers: (point: number) => point === 0x701e, advance: () => 1 }
    const letters: Letters = {
      faceOf: (point) => shippedLetters.faceOf(point) ?? (other.covers(point) ? other : null),
    }
    expect(drawable(letters, "朱瀞值班")).toBe("朱瀞值班")
    expect(runs(letters, "朱瀞值班")).toEqual(["朱", "瀞", "值班"])
  })
})

describe("a text that has not room enough", () => {
  const width = (text: string) => widthOf(shippedLetters, text, 10)

  test("is measured as it is drawn: Chinese full, Latin by its letters", () => {
    expect(width("值班表")).toBe(30)
    expect(width("iiii")).toBeLessThan(width("WWWW") / 2)
  })

  test("is cut at its end, or in its middle where the end tells it apart", () => {
    expect(fitted(shippedLetters, "示例县卫生健康局", 10, 50)).toBe("示例县卫…")
    expect(clasped(shippedLetters, "示例县卫生健康局", 10, 50)).toBe("示例…康局")
  })

  test("goes on in the next line, at a blank if there is one", () => {
    expect(lines(shippedLetters, "duty roster", 10, 40, 3)).toEqual(["duty", "roster"])
    expect(lines(shippedLetters, "示例县人民政府", 10, 30, 2)).toEqual(["示例县", "人民…"])
  })

  test("is never wider than its room", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => drawable(shippedLetters, text))
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 200 }), (text, room) => {
        for (const cut of [
          fitted(shippedLetters, text, 10, room),
          clasped(shippedLetters, text, 10, room),
          ...lines(shippedLetters, text, 10, room, 3),
        ])
          expect(width(cut)).toBeLessThanOrEqual(room)
      }),
    )
  })
})
