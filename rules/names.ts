import { nameKey } from "./words.ts"

/** Words that half of all account names carry: to share one of them ties a name to nobody. */
const COMMON =
  /人民政府|政府|办公室|办公厅|委员会|管理局|发布|政务|官方|官微|微博|微信|公众号|服务号|订阅号|视频号|抖音|快手|头条|客户端|平台|服务|中心|资讯|在线|[省市区县乡镇局厅委办]/gu

/** Whether a unit is the office of a government rather than one of its departments. */
export const isGovernmentOffice = (name: string): boolean =>
  /(办公室|办公厅|政府办|office)$/iu.test(name.trim())

export const isSameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

/** Whether a text holds a name in full. */
export const holdsName = (text: string, name: string): boolean => nameKey(text).includes(nameKey(name))

const pairsIn = (characters: readonly string[]): string[] =>
  characters.slice(1).map((next, index) => `${characters[index] ?? ""}${next}`)

/** Pairs of characters that follow each other, where words are not spaced; else whole words. */
const wordsIn = (text: string): Set<string> => {
  const runs =
    nameKey(text)
      .replace(COMMON, " ")
      .match(/[a-z0-9]+|[^a-z0-9\P{L}]+/gu) ?? []
  return new Set(runs.flatMap((run) => (/^[a-z0-9]/u.test(run) ? [run] : pairsIn(Array.from(run)))))
}

/** Whether a name shares a word with any of the texts, or is part of one of them. */
export const sharesWord = (name: string, texts: readonly string[]): boolean => {
  const own = wordsIn(name)
  return texts.some(
    (text) => nameKey(text).includes(nameKey(name)) || [...wordsIn(text)].some((word) => own.has(word)),
  )
}
