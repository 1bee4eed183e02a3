import { isSurelyMadeUp, looksMadeUp } from "./secret/token.ts"
import { namesPassword } from "./secret/worded.ts"
import { tidy } from "./words.ts"

const ADDRESS = /https?:\/\/[!-~]+/giu
/** A name and a password in an address, or a password among what it passes on; shared drives pass on four characters. */
const IN_ADDRESS = /:\/\/[^/@\s:]+:[^/@\s]+@|[?&#;](?:password|passwd|passcode|pwd|pass|psw)=[^&#\s]{6,}/i
/** Whoever speaks of signing in may well say with what. */
const SIGNING_IN = /[账帐]号|用户名|登[录陆]|\baccount\b|\buser(?:name)?\b|\blog ?in\b/i
/** The code of an invitation is no secret worth keeping: it can be used once. */
const INVITATION = /^\/start(?:@\w+)?\s+[\w-]{1,64}$/i
/** A token with which programs are let in: our own kind, and no sense in any chat. */
const TOKEN = /\bzs_[a-z0-9]{12}_[a-z0-9]{36}\b/
const COMMAND = /^\//
/** A name and a password, or little more. */
const FEW = 3

/** Chinese and digits without a word for passwords: most of what is ever looked at. */
const HARMLESS = /^(?!.*[码碼令钥])[\p{Script=Han}\d\s，。、；：（）“”《》〔〕.,:()/_+-]*$/su

/** What stands between blanks and Chinese. */
const wordsOf = (text: string): readonly string[] => text.match(/[!-~]+/g) ?? []

/** In `label:value` the capital of the label is none of the value. */
const LABEL = /^[A-Za-z]+[:=]/

const isGiven = (word: string): boolean =>
  LABEL.test(word) ? looksMadeUp(word.replace(LABEL, "")) || isSurelyMadeUp(word) : looksMadeUp(word)

const standsAlone = (text: string): boolean => {
  const words = text.split(/\s+/)
  const [only = ""] = words
  if (words.length > FEW || !/^[!-~\s]+$/.test(text)) return false
  return words.length === 1 ? isGiven(only) : words.some(isSurelyMadeUp)
}

/**
 * Whether a text looks as if it gave a password away: by the word with a value beside it, or a word without meaning that
 * stands alone or behind a command. It errs towards leaving ordinary talk alone.
 */
export const looksLikePassword = (text: string): boolean => {
  if (HARMLESS.test(text)) return false
  const plain = tidy(text).normalize("NFKC")
  const bare = plain.replace(ADDRESS, " ").trim()
  if (IN_ADDRESS.test(plain) || TOKEN.test(plain) || namesPassword(bare)) return true
  if (SIGNING_IN.test(bare) && wordsOf(bare).some(isSurelyMadeUp)) return true
  if (INVITATION.test(plain)) return false
  return COMMAND.test(bare) ? wordsOf(bare.slice(1)).some(isGiven) : standsAlone(bare)
}

/** A run of letters and digits, or of many digits, that is no day: where people speak of their password it may be it. */
const PLAIN = /^(?=.*\d)[!-~]{6,64}$/
const PLAIN_DAY = /^\d{2,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/

/** Whether a text that goes to the questions about a changed password might hold the password itself. */
export const mayBeGivenTo = (text: string): boolean =>
  wordsOf(tidy(text).normalize("NFKC").replace(ADDRESS, " ")).some(
    (word) => PLAIN.test(word) && !PLAIN_DAY.test(word),
  )

/** The same for the name of a file, which is often a word without meaning. */
export const namesPasswordInFile = (name: string): boolean => {
  const plain = tidy(name)
    .normalize("NFKC")
    .replace(/\.[a-z]{2,5}$/i, "")
  return namesPassword(plain) || wordsOf(plain).some(isSurelyMadeUp)
}
