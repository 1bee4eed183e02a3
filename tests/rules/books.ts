import { readdirSync, readFileSync } from "node:fs"
import { readRulebook } from "../../papers/rulebook.ts"
import type { Rulebook } from "../../rules/rulebook.ts"

const folder = new URL("../../rulebooks/", import.meta.url)

/** The rulebooks that are shipped, as their authors wrote them. */
export const shippedFiles = readdirSync(folder).filter((name) => name.endsWith(".yaml"))

export const sourceOf = (file: string): string => readFileSync(new URL(file, folder), "utf8")

/** A rulebook that has to be right. */
export const bookFrom = (source: string): Rulebook => {
  const read = readRulebook(source)
  if ("book" in read) return read.book
  throw new Error(JSON.stringify(read.mistakes, null, 2))
}

export const shipped: readonly Rulebook[] = shippedFiles.map((file) => bookFrom(sourceOf(file)))

/** A small rulebook with these rules, written as YAML in flow style. */
export const bookOf = (id: string, ...rules: readonly string[]): Rulebook =>
  bookFrom(
    [
      `id: ${id}`,
      `title: ${id}`,
      "issuer: 示例县政府办公室",
      "status: in-force",
      rules.length === 0 ? "rules: []" : "rules:",
      ...rules.map(
        (rule, index) => `  - { id: T-${String(index + 1)}, article: 第一条, says: 一条规则, ${rule} }`,
      ),
    ].join("\n"),
  )
