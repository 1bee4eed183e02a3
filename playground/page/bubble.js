import { h, icon } from "./dom.js"
import { fileAddress } from "./link.js"
import { link, rich } from "./rich.js"
import { sizeOf, timeOf, words } from "./words.js"

const serviceWords = ({ kind, name }) => words[kind](name)

const quote = (message, context) =>
  message.replyTo === null
    ? null
    : h(
        "button",
        { type: "button", class: "quote", onclick: () => context.jumpTo(message.replyTo) },
        message.replyText || "…",
      )

const attachment = ({ file }) =>
  file &&
  h(
    "a",
    {
      class: "file",
      href: fileAddress(file.id),
      download: file.name,
      "aria-label": words.download(file.name),
    },
    h("span", { class: "file-icon" }, icon("file")),
    h("span", { class: "file-name" }, file.name, h("small", {}, sizeOf(file.size))),
  )

/** What it shows stands in the text as well; the text is what a screen reader says. */
const picture = ({ picture: shown, text }) =>
  shown &&
  h(
    "a",
    { class: "picture", href: fileAddress(shown.id), download: "picture.png" },
    h("img", {
      src: fileAddress(shown.id),
      width: shown.width,
      height: shown.height,
      alt: text === "" ? words.picture : text.split("\n")[0],
    }),
  )

const keyMark = (sign) => h("span", { class: "key-mark", "aria-hidden": "true" }, sign)

const button = ({ label, data, url, page }, message, context) => {
  if (page !== null) {
    const onclick = () => context.openPage(page)
    return h("button", { type: "button", class: "key", onclick }, label, keyMark("▣"))
  }
  if (url !== null) {
    const made = link(label, url, context)
    if (typeof made === "string") return h("span", { class: "key" }, label)
    made.className = "key"
    made.append(keyMark("↗"))
    return made
  }
  const element = h("button", { type: "button", class: "key" }, label)
  element.addEventListener("click", async () => {
    element.classList.add("busy")
    element.setAttribute("aria-busy", "true")
    await context.press(message.id, data)
    element.classList.remove("busy")
    element.removeAttribute("aria-busy")
  })
  return element
}

const keyboard = (message, context) =>
  message.buttons.length > 0 &&
  h(
    "div",
    { class: "keyboard" },
    message.buttons.map((row) =>
      h(
        "div",
        { class: "keys" },
        row.map((one) => button(one, message, context)),
      ),
    ),
  )

const action = (name, label, onclick) =>
  h("button", { type: "button", class: "action", "aria-label": label, title: label, onclick }, icon(name))

const actions = (message, own, context) =>
  h(
    "div",
    { class: "actions" },
    action("reply", words.reply, () => context.reply(message)),
    own && !message.file && !message.picture ? action("edit", words.edit, () => context.edit(message)) : null,
    context.isGroup && context.started
      ? action("forward", words.forward, () => context.forward(message))
      : null,
  )

const author = (message, context) => {
  if (!context.isGroup || message.from?.id === context.me) return null
  const name = message.from?.name ?? words.anonymous
  const tint = message.from?.isBot ? "bot" : `tint${Math.abs(message.from?.id ?? 0) % 6}`
  const role = message.from && context.labelOf(message.from.id)
  return h("div", { class: `author ${tint}` }, name, role ? h("span", { class: "role" }, role) : null)
}

/** One message. A tap on it replies to it. */
export const bubble = (message, context) => {
  if (message.service) {
    return h("div", { class: "service", "data-id": message.id }, h("span", {}, serviceWords(message.service)))
  }
  const own = message.from?.id === context.me
  const said =
    message.text === "" ? null : h("div", { class: "text" }, rich(message.text, message.entities, context))
  const body = h(
    "div",
    { class: "bubble" },
    author(message, context),
    message.forwarded === null ? null : h("div", { class: "forwarded" }, words.forwarded(message.forwarded)),
    quote(message, context),
    attachment(message),
    picture(message),
    said,
    h(
      "div",
      { class: "meta" },
      message.topic === null
        ? null
        : h("span", { class: "topic" }, `# ${context.topicOf(message.topic) ?? message.topic}`),
      message.edited ? `${words.edited} ` : null,
      h("time", { datetime: new Date(message.at).toISOString() }, timeOf(message.at)),
    ),
  )
  body.addEventListener("click", ({ target }) => {
    if (target.closest("a, button") || getSelection()?.toString()) return
    context.reply(message)
  })
  return h(
    "div",
    { class: own ? "message own" : "message", "data-id": message.id },
    h("div", { class: "line" }, body, actions(message, own, context)),
    keyboard(message, context),
  )
}
