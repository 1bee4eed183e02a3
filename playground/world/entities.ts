import type { Entity } from "./shapes.ts"

const PATTERNS: readonly (readonly [type: string, pattern: RegExp, mark: string])[] = [
  [
    "url",
    /(?<![\w@])(?:https?:\/\/[^\s<>"，。；、]+|(?:[a-z0-9-]+\.)+(?:com|cn|org|net|me|gov)(?![\w.-])(?:\/[^\s<>"，。；、]*)?)/gi,
    ".",
  ],
  [
    "bot_command",
    /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/gu,
    "/",
  ],
  ["mention", /(?<![\p{L}\p{N}_])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\p{L}\p{N}_])/gu, "@"],
  ["hashtag", /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]{1,255}/gu, "#"],
]

/** What Telegram finds in a text by itself: commands, mentions, hashtags and addresses. Positions are UTF-16 units. */
export const detect = (text: string): readonly Entity[] => {
  const found: Entity[] = []
  for (const [type, pattern, mark] of PATTERNS) {
    if (!text.includes(mark)) continue
    for (const match of text.matchAll(pattern)) {
      const piece = type === "url" ? match[0].replace(/[.,!?)]+$/, "") : match[0]
      if (!overlaps(found, match.index, piece.length)) {
        found.push({ type, offset: match.index, length: piece.length })
      }
    }
  }
  return found.length > 1 ? found.sort((a, b) => a.offset - b.offset) : found
}

/** Whether a stretch of text touches one of these. */
export const overlaps = (entities: readonly Entity[], offset: number, length: number): boolean =>
  entities.some((entity) => offset < entity.offset + entity.length && entity.offset < offset + length)
