import { addDays, type Day, isDay } from "../time.ts"
import { nameKey } from "../words.ts"
import { type LedgerKey, ledgerLimits, type LedgerValues } from "./columns.ts"
import { platformOf } from "./platforms.ts"

/** What was wrong with a cell; the text says what would have been right. */
export type CellFault =
  "missing" | "platform" | "day" | "yes-or-no" | "link" | "state" | "too-long" | "formula" | "error"

/** What a cell says: a value, null when it says that there is none, or what is wrong with it. */
type CellReading<T> = { readonly value: T } | { readonly fault: CellFault }

/** What people write into a cell to say that there is nothing. */
const NONE = new Set(["无", "没有", "暂无", "空", "/", "\\", "-", "--", "—", "——", "none", "n/a", "na"])
const YES = new Set(["是", "有", "对", "√", "✓", "✔", "☑", "yes", "y", "true", "1"])
const NO = new Set(["否", "不是", "不", "×", "✗", "✘", "x", "no", "n", "false", "0", ...NONE])

const LIVE = new Set(
  "正常 正常运行 正常运营 运行 运行中 在运行 运营中 在用 使用中 正常使用 已开通 开通 启用 live active open".split(
    " ",
  ),
)
const RETIRED = new Set(
  "已注销 注销 已停用 停用 已关停 关停 已关闭 关闭 注销停用 已注销停用 retired closed cancelled".split(" "),
)

const wrong = (fault: CellFault): { readonly fault: CellFault } => ({ fault })
const isNone = (text: string): boolean => NONE.has(nameKey(text))

const textWithin = (key: LedgerKey, text: string): CellReading<string> =>
  Array.from(text).length > (ledgerLimits[key] ?? Infinity) ? wrong("too-long") : { value: text }

const textOrNone = (key: LedgerKey, text: string): CellReading<string | null> =>
  isNone(text) ? { value: null } : textWithin(key, text)

/** The zero of spreadsheet dates: the number 1 is 1900-01-01, and a 29 February 1900 is counted that never was. */
const SERIAL_ZERO = "1899-12-30"

/** The day somebody wrote, in any of the forms in use, or null. A month alone is no day. */
export const dayOfWriting = (text: string): Day | null => {
  const plain = text.normalize("NFKC").trim()
  const serial = /^(\d{5})(\.\d+)?$/.exec(plain)
  if (serial) {
    const day = addDays(SERIAL_ZERO, Number(serial[1]))
    return day >= "1990-01-01" && day < "2100-01-01" ? day : null
  }
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
      plain,
    )
  if (!parts) return null
  const [, year = "", month = "", date = ""] = parts
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  return isDay(day) && day >= "1990-01-01" && day < "2100-01-01" ? day : null
}

const dayOrNone = (text: string): CellReading<Day | null> => {
  if (isNone(text)) return { value: null }
  const day = dayOfWriting(text)
  return day === null ? wrong("day") : { value: day }
}

const yesOrNo = (text: string): CellReading<boolean> => {
  const key = nameKey(text)
  if (YES.has(key)) return { value: true }
  return NO.has(key) ? { value: false } : wrong("yes-or-no")
}

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]|$)/i

const link = (text: string): CellReading<string | null> => {
  if (isNone(text)) return { value: null }
  const address = HOST.test(text) ? `https://${text}` : text
  if (!/^https?:\/\//i.test(address) || /\s/.test(address) || !URL.canParse(address)) return wrong("link")
  return textWithin("link", address)
}

/** A person's name: the blank that pads `王　芳` to three characters is not part of it. */
const personName = (text: string): string => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")

const person = (text: string): CellReading<string | null> => textOrNone("custodian", personName(text))

const people = (text: string): CellReading<readonly string[]> => {
  if (isNone(text)) return { value: [] }
  const within = textWithin("editors", text)
  if ("fault" in within) return within
  return { value: text.split(/[、,，;；/]/).flatMap((name) => personName(name.trim()) || []) }
}

const operator = (text: string): CellReading<string | null> =>
  /^(自主?运营|自主?运维|本单位(自主?运营)?|自行运营)$/.test(nameKey(text))
    ? { value: null }
    : textOrNone("operator", text)

const outsourced = (text: string): CellReading<boolean> => {
  if (/^(委托|委托运营|外包|第三方)$/.test(nameKey(text))) return { value: true }
  return /^(自主?运营|自主?运维|自行运营)$/.test(nameKey(text)) ? { value: false } : yesOrNo(text)
}

const state = (text: string): CellReading<"live" | "retired"> => {
  const key = nameKey(text).replace(/[()/、]/g, "")
  if (LIVE.has(key)) return { value: "live" }
  return RETIRED.has(key) ? { value: "retired" } : wrong("state")
}

const platform = (text: string): CellReading<LedgerValues["platform"]> => {
  const found = platformOf(text)
  return found === null ? wrong("platform") : { value: found.platform }
}

/** How each column is read, from a tidied text that is not empty. */
export const readers: {
  readonly [K in Exclude<LedgerKey, "number">]: (
    text: string,
  ) => CellReading<Exclude<LedgerValues[K], undefined>>
} = {
  name: (text) => textWithin("name", text),
  platform,
  unit: (text) => textWithin("unit", text),
  link,
  verification: (text) => textOrNone("verification", text),
  outsourced,
  operator,
  custodian: person,
  editors: people,
  openedOn: dayOrNone,
  main: yesOrNo,
  state,
  retiredOn: dayOrNone,
  reason: (text) => textOrNone("reason", text),
}
