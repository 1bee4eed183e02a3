import type { Entity } from "../world/shapes.ts"
import { badRequest } from "./refusal.ts"

const STYLES: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  s: "strikethrough",
  code: "code",
  pre: "pre",
  a: "text_link",
  blockquote: "blockquote",
}
const SIGNS: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' }

const plain = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot);/g, (_whole, sign: string) => SIGNS[sign] ?? "")

const entityOf = (tag: string, offset: number, length: number, href: string | null): Entity => {
  const type = STYLES[tag] ?? ""
  return type === "text_link" ? { type, offset, length, url: href ?? "" } : { type, offset, length }
}

/** Text in Telegram's HTML style, as plain text with entities. */
export const parseHtml = (source: string): { text: string; entities: readonly Entity[] } => {
  const open: { tag: string; offset: number; href: string | null }[] = []
  const entities: Entity[] = []
  let text = ""
  let last = 0
  for (const match of source.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^<>]*)>|</gi)) {
    text += plain(source.slice(last, match.index))
    last = match.index + match[0].length
    const tag = match[2]?.toLowerCase()
    if (tag === undefined || STYLES[tag] === undefined) {
      const place = Buffer.byteLength(source.slice(0, match.index))
      throw badRequest(
        `can't parse entities: Unsupported start tag "${tag ?? ""}" at byte offset ${String(place)}`,
      )
    }
    if (match[1] === "") {
      open.push({ tag, offset: text.length, href: /href="([^"]*)"/i.exec(match[3] ?? "")?.[1] ?? null })
      continue
    }
    const opened = open.pop()
    if (opened?.tag !== tag) throw badRequest("can't parse entities: Unmatched end tag")
    if (text.length > opened.offset)
      entities.push(entityOf(tag, opened.offset, text.length - opened.offset, opened.href))
  }
  if (open.length > 0) throw badRequest("can't parse entities: Can't find end tag")
  return { text: text + plain(source.slice(last)), entities }
}
