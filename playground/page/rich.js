import { h } from "./dom.js"

const STYLES = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "code",
  blockquote: "q",
}

const address = (text) => (/^[a-z]+:/i.test(text) ? text : `https://${text}`)

/** A link: to the bot it is opened as this phone's owner, elsewhere in a new tab. */
export const link = (text, url, context) => {
  const toBot = url.toLowerCase().startsWith(`https://t.me/${context.bot.username.toLowerCase()}`)
  if (toBot) {
    return h("button", { type: "button", class: "inline-link", onclick: () => context.openLink(url) }, text)
  }
  if (!/^https?:/i.test(url)) return text
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text)
}

const piece = (text, entity, context) => {
  switch (entity?.type) {
    case "bot_command":
      return h("button", { type: "button", class: "inline-link", onclick: () => context.say(text) }, text)
    case "text_mention":
      return h("span", { class: entity.user?.id === context.me ? "mention mine" : "mention" }, text)
    case "mention": {
      const mine = context.username && text.toLowerCase() === `@${context.username.toLowerCase()}`
      return h("span", { class: mine ? "mention mine" : "mention" }, text)
    }
    case "hashtag":
      return h("span", { class: "mention" }, text)
    case "url":
      return link(text, address(text), context)
    case "text_link":
      return link(text, entity.url ?? "", context)
    default:
      return entity && STYLES[entity.type] ? h(STYLES[entity.type], {}, text) : text
  }
}

/** The words of a message with what stands out in them. Positions are UTF-16 units. */
export const rich = (text, entities, context) => {
  const parts = []
  let at = 0
  for (const entity of entities) {
    if (entity.offset < at) continue
    if (entity.offset > at) parts.push(text.slice(at, entity.offset))
    parts.push(piece(text.slice(entity.offset, entity.offset + entity.length), entity, context))
    at = entity.offset + entity.length
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}
