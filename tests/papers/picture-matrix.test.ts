import { describe, expect, test } from "vitest"
import { shippedLetters } from "../../papers/picture/letters.ts"
import { drawMatrix, type MatrixSheet, type Standing, standings } from "../../papers/picture/matrix.ts"
import { drawPng } from "../../papers/picture/png.ts"
import { wordsIn } from "./rosters.ts"

const matrix = (accounts: number, weeks: number): MatrixSheet => ({
  unit: "示例县人民政府办公室",
  span: "2026年9月—11月",
  weeks: Array.from({ length: weeks }, (_, week) => `第${week + 1}周`),
  accounts: Array.from({ length: accounts }, (_, row) => ({
    name: `示例县卫生健康局政务微博${row + 1}`,
    standings: Array.from(
      { length: weeks },
      (_, week): Standing => standings[(row * 7 + week * week * 3) % standings.length] ?? "none",
    ),
  })),
})

const one = (standing: Standing): string =>
  drawMatrix(
    {
      unit: "示例县",
      span: "11月",
      weeks: ["11/2"],
      accounts: [{ name: "示例发布", standings: [standing] }],
    },
    "zh",
    shippedLetters,
  )

/** The shapes of a drawing without their colours. */
const shapesIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d = ""]) => d)

describe("the picture of all accounts", () => {
  test("has a line for each account, a legend, and the newest week by name", () => {
    const said = wordsIn(drawMatrix(matrix(3, 20), "zh", shippedLetters))
    expect(said.slice(0, 6)).toEqual([
      "示例县人民政府办公室 账号检查情况",
      "2026年9月—11月",
      ...["合格", "将不合格", "不合格", "不检查"],
    ])
    expect(said).toContain("第20周")
    expect(said.slice(-3)).toEqual(["示例县卫…微博1", "示例县卫…微博2", "示例县卫…微博3"])
  })

  test("tells the standings apart without colours", () => {
    expect(new Set(standings.map((standing) => shapesIn(one(standing)).join(" "))).size).toBe(4)
  })

  test.each([
    [40, 12],
    [40, 53],
    [1, 1],
  ])("of %d accounts and %d weeks is below 200 kB", async (accounts, weeks) => {
    const svg = drawMatrix(matrix(accounts, weeks), "zh", shippedLetters)
    expect((await drawPng(svg)).length).toBeLessThan(200_000)
  })
})
