import { isAddress } from "./token.ts"

/** Whatever is shorter after 密码 is a count or a word, not a password. */
const SHORTEST = 4
/** Where less speaks for it, letters and digits together have to be as many as this. */
const MIXED = 6
/** How far behind the word its value is looked for. */
const REACH = 160

const CHINESE = "密\\s*[码碼]|口\\s*令|[密秘]\\s*钥"
const ENGLISH = "pass\\s?words?|passwd|passcode|passphrase|pwd|psw|mima"
const WORD = new RegExp(
  `(?<chinese>${CHINESE})|(?<![A-Za-z])(?:${ENGLISH})(?![A-Za-z])|(?<![A-Za-z])(?:pass|pw)(?=\\s*[:=])`,
  "giu",
)

/** What may stand between the word and what says that its value follows: 密码（新）已经改成…, password for Weibo is… */
const BETWEEN =
  "(?:\\s*\\([^()\\n]{0,12}\\))?(?<between>\\p{Script=Han}{0,8}?|\\s(?:for|of|to|on)\\s[\\w. ]{1,30}?)"
const SAYS = "(?<says>\\s*(?:[:=]+>?|-+>|→|(?:是|为|成|叫)(?:了|的是)?)|\\sis(?=\\s))"
/** 密码：已改为 …, 密码就是原来那个 … */
const MORE = "(?<more>\\p{Script=Han}{0,8}?)"
const OPENING = "[\\s\"'“”‘’「『《<(\\[【]*"
const VALUE = "(?<value>[!-~]+)"
const SAID = new RegExp(`^${BETWEEN}${SAYS}\\s*${MORE}${OPENING}${VALUE}`, "iu")
const BARE = new RegExp(`^${OPENING}${VALUE}`, "u")

/** What the words between make of it: when, who, how long, where … and not what. */
const ABOUT_IT =
  /[日期人员数级类表]|时间|长度|要求|规[则定]|制度|办法|方式|强度|编号|文号|保管|管理|单位|部门|平台|电话|热线|邮箱|链接|网址|地址|附件|频率|工作|通知|情况|问题|说明|提示|登记|台账/u
/** How long it is, under its heading. */
const LABELLED_COUNT = /^[A-Za-z]{3,12}[:=]\d{1,3}$/
const COUNTED = /^\d+(?:[-~]\d+)?$/
const UNIT = /^\s*[位个天月日年次号种条点时分秒周项字人岁章篇]/u
const DAY = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/
const NUMBERED = /^(?:\d{4}-\d{3,}|[A-Z]{2}-\d{1,3})(?!\w)/
const MASKED = /^[x*.•_?#…-]+$/i
const ENDS = /^\s*(?:$|[\n,，。;；、)）]|\p{Script=Han})/u
/** Words that follow and are no value. */
const NO_VALUE =
  /^(?:required|none|null|unknown|hidden|changed|expired|reset|policy|manager|custodian|protected|lost|weibo|wechat|douyin|kuaishou|toutiao|bilibili|telegram|wifi|excel|account|please|true|false|here|this|that|same|n\/a)$/i

const trimmed = (value: string): string => value.replace(/[.,;!?)\]>"'}]+$/, "")

interface Found {
  readonly value: string
  /** What stands behind it. */
  readonly rest: string
}

const isCounted = ({ value, rest }: Found): boolean => COUNTED.test(value) && UNIT.test(rest)

/** What no password is: a count, stars in its place, a word that says there is none. */
const isNone = (found: Found): boolean => {
  const plain = trimmed(found.value)
  return (
    found.value.length < SHORTEST ||
    !/[A-Za-z0-9]/.test(plain) ||
    MASKED.test(plain) ||
    LABELLED_COUNT.test(plain) ||
    NO_VALUE.test(plain) ||
    isCounted(found)
  )
}

const isMixed = (value: string): boolean =>
  value.length >= MIXED && /[A-Za-z]/.test(value) && /\d/.test(value) && !isAddress(value)

const isWord = ({ value }: Found): boolean => /^[A-Za-z'-]+$/.test(trimmed(value))

/** Behind 是, 为, `:` or `=` almost anything is a value. */
const isSaid = (behind: string): boolean => {
  const { between = "", says = "", more = "", value = "" } = SAID.exec(behind)?.groups ?? {}
  if (value === "" || ABOUT_IT.test(between)) return false
  const rest = behind.slice(SAID.exec(behind)?.[0].length)
  const found = { value, rest }
  if (isNone(found) || (between !== "" && DAY.test(value))) return false
  if (more !== "") return !ABOUT_IT.test(more) && isMixed(trimmed(value))
  return !isWord(found) || (says.trim() !== "is" && ENDS.test(rest))
}

/** Right behind the word it has to look like one: no day, no number of a paper, no ordinary word. */
const isBare = (behind: string, chinese: boolean): boolean => {
  const match = BARE.exec(behind)
  const found = { value: match?.groups?.["value"] ?? "", rest: behind.slice(match?.[0].length) }
  if (isNone(found) || DAY.test(found.value) || NUMBERED.test(found.value)) return false
  if (isWord(found)) return chinese && /^[A-Za-z]/.test(found.value) && ENDS.test(found.rest)
  return chinese || (/\d/.test(found.value) && !/^[-/]/.test(found.value))
}

/** `Abc12345 是微博密码`, `Abc12345 is the password`. */
const BEFORE = new RegExp(
  `(?<![!-~])(?<value>[!-~]{${MIXED},64})["”’」』]?\\s*(?:(?:就是|是|为|作为|当)\\s*\\p{Script=Han}{0,8}?(?:${CHINESE})(?!保管|管理|专|人|员)|\\sis\\s(?:the|our|my)\\s(?:new\\s)?(?:${ENGLISH})\\b)`,
  "giu",
)

const isBefore = (text: string): boolean =>
  [...text.matchAll(BEFORE)].some(({ groups }) => isMixed(trimmed(groups?.["value"] ?? "")))

/** Whether a text without addresses names a password: the word, and behind or before it a value. */
export const namesPassword = (text: string): boolean =>
  isBefore(text) ||
  [...text.matchAll(WORD)].some((match) => {
    const behind = text.slice(match.index + match[0].length).slice(0, REACH)
    const chinese = match.groups?.["chinese"] !== undefined
    return isSaid(behind) || isBare(behind, chinese) || (!chinese && /^\d{2}/.test(behind))
  })
