/** Whatever is shorter is no password that a platform takes; whatever is longer is a key or a text. */
const SHORTEST = 8
const LONGEST = 64

/** Signs that hardly stand in names, numbers and dates: those that join their parts (`-`, `_`, `.`, `/`, `:`) do not count. */
const SIGN = /[!@#$%^*?<>|\\`"{}=;&~+]/
/** Of those, what stands in no name of a file either. */
const RARE_SIGN = /[!@#$%^*?]/

const ADDRESS = /^(https?:\/\/\S+|([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#]\S*)?)$/i
const MAILBOX = /^[\w.+-]+@([\w-]+\.)+[a-z]{2,}$/i
/** `@user`, `#topic` */
const HANDLE = /^[@#]\w+#?$/
/** Bilibili's number of a video. */
const VIDEO = /^BV[0-9A-Za-z]{10}$/
/** Words and numbers with some sense, joined by signs: `Longzihu2022`, `Ba-2026-000123`, `v2.1.0-beta1`. */
const NAMED =
  /^(?:(?:(?:[A-Z]?[a-z]{2,})+|[A-Z]+|[a-z])?\d{0,4}|\d{1,6})(?:[-_./:](?:(?:(?:[A-Z]?[a-z]{2,})+|[A-Z]+|[a-z])?\d{0,4}|\d{1,6}))*$/

const kindsIn = (token: string): number =>
  [/[a-z]/, /[A-Z]/, /\d/, SIGN].filter((kind) => kind.test(token)).length

const isMixed = (token: string): boolean =>
  token.length >= SHORTEST && token.length <= LONGEST && /[A-Za-z]/.test(token) && /\d/.test(token)

/** Whether a word is where something or somebody can be found. */
export const isAddress = (token: string): boolean => ADDRESS.test(token) || MAILBOX.test(token)

/** Whether a word says something by itself: an address, a name with a number. */
const hasMeaning = (token: string): boolean =>
  isAddress(token) || [HANDLE, VIDEO, NAMED].some((shape) => shape.test(token))

/** Letters, digits and signs, or capitals and small letters and digits, without meaning. */
export const looksMadeUp = (token: string): boolean =>
  isMixed(token) && kindsIn(token) >= 3 && !hasMeaning(token)

/** All of them together, so that it can be nothing else, whatever stands around it. */
export const isSurelyMadeUp = (token: string): boolean =>
  isMixed(token) && kindsIn(token) === 4 && RARE_SIGN.test(token) && !hasMeaning(token)
