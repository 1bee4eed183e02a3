import type { cited as chinese } from "../zh/cited.ts"

const title: (typeof chinese)["title"] = (book) => book.titleEn ?? book.title

/** In Chinese where a rulebook has no English; articles keep the words under which they are found. */
export const cited: typeof chinese = {
  title,
  says: (rule) => rule.saysEn ?? rule.says,
  cite: (source) => (source.origin === "house" ? "house rule" : `“${title(source)}” ${source.article}`),
}
