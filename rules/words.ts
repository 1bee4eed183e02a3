/** Characters nobody sees: controls, zero-width, and marks that turn the writing direction around. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** A typed text as it is kept: one form for each character, nothing invisible, no blanks at the ends. */
export const tidy = (text: string): string => text.normalize("NFC").replace(INVISIBLE, "").trim()

/** A name on one line, with single blanks. */
export const tidyName = (text: string): string => tidy(text).replace(/\s+/g, " ")

/** The first characters of a text that may be too long to show whole. */
export const shorten = (text: string, length: number): string => {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`
}

/** Texts in the order people expect: by pinyin where they are Chinese. */
export const inOrder = (a: string, b: string): number => a.localeCompare(b, "zh-Hans-CN")
