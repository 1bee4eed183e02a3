import { readRulebook } from "../../papers/rulebook.ts"
import type { Mistake } from "../../rules/mistake.ts"

const HEAD = ["id: county", "title: 示例县政务新媒体管理办法", "issuer: 示例县政府办公室", "status: in-force"]

export const book = (...lines: string[]): string => [...HEAD, ...lines].join("\n")
export const withRule = (...lines: string[]): string =>
  book(
    "rules:",
    "  - id: C-1",
    "    article: 第一条",
    "    says: 一条规则",
    ...lines.map((each) => `    ${each}`),
  )

export const mistakesIn = (source: string): readonly Mistake[] => {
  const read = readRulebook(source)
  return "book" in read ? [] : read.mistakes
}
