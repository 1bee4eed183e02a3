import type { Said, Source, Titled } from "../../rules/owed.ts"

const HOUSE = "本单位约定"

/** How rulebooks are called, and their rules quoted. */
export const cited = {
  title: (book: Titled): string => book.title,
  house: HOUSE,
  says: (rule: Said): string => rule.says,
  /** `《…》第六条`; a figure of our own says so. */
  cite: (source: Source): string =>
    source.origin === "house" ? HOUSE : `《${source.title}》${source.article}`,
}
