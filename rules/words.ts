/** Characters nobody sees: controls, zero-width, marks that turn the writing direction around, halves of characters. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\p{Cs}\u{e0000}-\u{e0fff}]/gu

/** A joiner between two emoji is part of what is seen; everywhere else nobody sees it. */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})/gu

/** Most texts are of these characters alone, each of which is its own one form. */
const PLAIN = /^[\n\x20-\x7e\u4e00-\u9fff，。：；！？、（）《》“”…]*$/

/** A typed text as it is kept: one form for each character, nothing invisible, no blanks at the ends. */
export const tidy = (text: string): string => (PLAIN.test(text) ? text.trim() : cleared(text))

const cleared = (text: string): string =>
  text.replace(INVISIBLE, "").replace(STRAY_JOINER, "").normalize("NFC").trim()

/** A name on one line, with single blanks. */
export const tidyName = (text: string): string => tidy(text).replace(/\s+/g, " ")

/** The keys of the names that were compared lately: each new account is compared with all those of its unit. */
const keys = new Map<string, string>()
const KEPT = 20_000

/** A name as it is compared: wide and narrow letters, capitals and blanks make no difference. */
export const nameKey = (name: string): string => {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = tidy(name).normalize("NFKC").toLowerCase().replace(/\s+/g, "")
  if (keys.size >= KEPT) keys.clear()
  keys.set(name, key)
  return key
}

/** The first characters of a text that may be too long to show whole. */
export const shorten = (text: string, length: number): string => {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`
}

/** Texts in the order people expect: by pinyin where they are Chinese. */
export const inOrder = (a: string, b: string): number => a.localeCompare(b, "zh-Hans-CN")
