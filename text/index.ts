import { en } from "./en/index.ts"
import { zh } from "./zh/index.ts"

/** Every word a person reads, in one language. Chinese has the say; every other language has the same shape. */
export type Text = typeof zh

export const languages = { zh, en } satisfies Record<string, Text>
export type Language = keyof typeof languages
