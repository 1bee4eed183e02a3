import { holdsNumberOfPerson } from "./personal/numbers.ts"
import { beginsLikeName, isLikelyName } from "./personal/surnames.ts"
import { tidy } from "./words.ts"

/** Somebody's name behind a word that says so. */
const NAMED =
  /(?:姓名|名字|名叫|我叫|我是|本人|联系人|投诉人|反映人|举报人|来信人|来电人|当事人|留言人|诉求人|户主|业主|家长|患者|网友|市民|村民|居民|群众|住户|读者|学生)(?:是|叫|为|名为)?[\s:：“"「《]*(\p{Script=Han}{2,4})/gu
/** A surname with a title behind it, or with what stands for a name that is not told. */
const TITLED =
  /(\p{Script=Han})\p{Script=Han}{0,2}(?:先生|女士|小姐|同志|大爷|大妈|大叔|阿姨|老汉|老人家|师傅|大哥|大姐|奶奶|爷爷)|(\p{Script=Han})某{1,2}/gu
/** Somebody's name before what they did. */
const SAYING =
  /(?:^|[\s，。、；,;:：“"])(\p{Script=Han}{2,4}?)(?:反映|投诉|举报|咨询|来电|来信|留言|求助|诉求|询问|说的|家的|的电话|的住址|的身份证)/gu
const NAME_IN_LETTERS = /\bmy name is\b|\b(?:mr|mrs|ms|miss)\.?\s+[A-Z]\w+/i
const CONTACT =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:微信|weixin|wechat|qq|QQ)\s*(?:号|号码|id)?\s*[:：是为]?\s*[a-z0-9][\w-]{4,}|(?:身份证|手机|电话|座机|联系方式|住址|家庭地址)(?:号码|号)?\s*[:：是为]\s*\S{4,}/iu
/** A house, a door, or a number in a street. */
const ADDRESS =
  /\d{1,4}\s*(?:号楼|栋|幢|单元|弄|室|户|座)|[一二三四五六七八九十]{1,3}(?:号楼|栋|幢|单元|室)|[路街巷道里]\s*\d{1,5}\s*号|村\s*[\d一二三四五六七八九十]{1,3}\s*组|组\s*\d{1,4}\s*号|[路街巷道里]甲?[一二三四五六七八九十百]{1,5}号/u
const LINK = /https?:\/\/[!-~]+/giu

/** As it reads where an address is written in its code. */
const decoded = (link: string): string => {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}

const isNamed = (text: string): boolean =>
  [...text.matchAll(NAMED)].some(([, name = ""]) => isLikelyName(name) || isLikelyName(name.slice(0, 3))) ||
  [...text.matchAll(TITLED)].some(([, title = "", some = ""]) => beginsLikeName(title || some)) ||
  [...text.matchAll(SAYING)].some(([, name = ""]) => isLikelyName(name)) ||
  NAME_IN_LETTERS.test(text)

/** Every word by itself, but for the command and what stands before a colon. */
const alone = (text: string): readonly string[] =>
  text
    .replace(/^[/／]\S+/u, " ")
    .split(/[\s，。、；：,;:（）()“”"「」]+/u)
    .filter((word) => word !== "")

/**
 * Whether a text holds what must not be kept of whoever wrote to an office: a name, a phone, the number of an identity
 * card, an address, or another way to reach them. It errs towards refusing: the words can be chosen anew.
 */
export const holdsPersonalData = (text: string): boolean => {
  const plain = tidy(text).normalize("NFKC")
  const links = plain.match(LINK) ?? []
  const bare = plain.replace(LINK, " ")
  return (
    holdsNumberOfPerson(bare) ||
    CONTACT.test(bare) ||
    ADDRESS.test(bare) ||
    isNamed(bare) ||
    alone(bare).some(isLikelyName) ||
    links
      .map(decoded)
      .some((link) => holdsNumberOfPerson(link.replace(/[/?&=#:]/gu, " ")) || isNamed(link) || inLink(link))
  )
}

const inLink = (link: string): boolean =>
  link.split(/[/?&=#:]+/u).some((part) => isLikelyName(part)) ||
  CONTACT.test(link.replace(/^https?:\/\//u, ""))
