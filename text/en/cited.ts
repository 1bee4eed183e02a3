import type { cited as chinese } from "../zh/cited.ts"

const title: (typeof chinese)["title"] = (book) => book.titleEn ?? book.title

const HOUSE = "house rule"

/** In Chinese where a rulebook has no English; articles keep the words under which they are found. */
export const cited: typeof chinese = {
  title,
  says: (rule) => rule.saysEn ?? rule.says,
  house: HOUSE,
  cite: (source) => (source.origin === "house" ? HOUSE : `“${title(source)}” ${source.article}`),
}
