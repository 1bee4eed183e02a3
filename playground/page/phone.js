import { composer } from "./composer.js"
import { h } from "./dom.js"
import { gate } from "./gate.js"
import { act, ask, upload } from "./link.js"
import { log } from "./log.js"
import { panel } from "./panel.js"
import { tabs } from "./tabs.js"
import { toasts } from "./toasts.js"
import { words } from "./words.js"

const LOADED = 200
const TYPING_FOR = 5_000
const isPresent = (status) => ["member", "administrator", "creator"].includes(status)

/** One phone: a person, their private chat with the bot and their groups. */
export const phone = (person, world, { onUnread }) => {
  const chats = new Map()
  let active = null
  let visible = true
  let begun = false
  let queue = Promise.resolve()
  let typingTimer = null

  const me = () => world.people.find(({ id }) => id === person.id)
  const membership = (group) => group.members.find(({ id }) => id === person.id)
  const groupOf = (chat) => world.groups.find(({ id }) => id === chat)
  const statusIn = (chat) => (groupOf(chat) ? membership(groupOf(chat))?.status : undefined)
  const inChat = (chat) => chat === person.id || isPresent(statusIn(chat))
  const entry = (chat) => {
    if (!chats.has(chat)) chats.set(chat, { messages: new Map(), unread: 0, loaded: false })
    return chats.get(chat)
  }
  const shown = () => [...entry(active).messages.values()]
  const inOrder = (work) => (queue = queue.then(work).catch(() => undefined))

  const over = toasts()
  const attempt = async (work) => {
    try {
      return await work()
    } catch (error) {
      over.show(`${words.failed}：${error.message}`)
      return null
    }
  }
  /** Does something as this person, in the chat that is open. */
  const here = (name, body) =>
    attempt(() => act(name, { who: person.id, ...(active === person.id ? {} : { chat: active }), ...body }))
  const where = () => ({ who: person.id, chat: active === person.id ? undefined : active })

  const context = {
    me: person.id,
    username: person.username,
    bot: world.bot,
    get isGroup() {
      return active !== person.id
    },
    get started() {
      return me().started
    },
    topicOf: (topic) => groupOf(active)?.topics.find(({ id }) => id === topic)?.name ?? null,
    labelOf: (id) => world.people.find((one) => one.id === id)?.label ?? "",
    say: (text) => here("say", { text }),
    openLink: (link) => attempt(() => act("openLink", { who: person.id, link })).then(() => open(person.id)),
    openPage: (page) => openPage(page),
    press: async (message, button) => {
      const answer = await here("press", { message, button })
      if (answer?.url) window.open(answer.url, "_blank", "noopener")
    },
    reply: (message) => {
      replyTo(message)
      write.focus()
    },
    edit: (message) => {
      write.setMode({ kind: "edit", id: message.id, text: message.text })
      write.focus()
    },
    forward: (message) =>
      attempt(() => act("forward", { who: person.id, from: active, message: message.id })).then(() =>
        open(person.id),
      ),
    jumpTo: (id) => view.jumpTo(id),
  }
  const replyTo = (message) =>
    write.setMode({
      kind: "reply",
      id: message.id,
      name: message.from?.name ?? words.anonymous,
      text: message.text || message.file?.name || (message.picture ? words.picture : ""),
      hint: message.asks?.hint,
    })

  const view = log(context)
  const write = composer({
    commands: async () => (await attempt(() => ask("menu", where()))) ?? [],
    send: (text, mode) => {
      if (mode?.kind === "edit") return here("edit", { message: mode.id, text })
      const way = write.isMasked() ? { anonymous: true } : {}
      return here("say", mode === null ? { text, ...way } : { text, ...way, replyTo: mode.id })
    },
    attach: (file, text, mode) =>
      attempt(() => upload({ ...where(), name: file.name, text, replyTo: mode?.id }, file)),
  })
  const shut = gate(person, (name, body) => attempt(() => act(name, body)))
  const choice = tabs((chat) => void open(chat))

  const name = h("span", { class: "name" })
  const label = h("span", { class: "label" })
  const chip = h("span", { class: "chip", hidden: true })
  const typing = h("div", { class: "typing", hidden: true }, h("i"), h("i"), h("i"))
  const screen = h(
    "div",
    { class: "screen", role: "tabpanel" },
    view.element,
    typing,
    shut.element,
    write.element,
    ...over.elements,
  )
  const shelf = panel(screen)
  /** The bot's own page, or the one that a button names, opened as Telegram opens it for this person. */
  const openPage = async (page) => {
    const opened = await attempt(() => act("openPage", { who: person.id, ...(page ? { page } : {}) }))
    if (opened) shelf.open(opened.url)
  }
  const pageButton = h("button", { type: "button", class: "plain page-button", onclick: () => openPage() })
  const head = h("header", { class: "phone-head" }, h("div", { class: "who" }, name, label), chip, pageButton)
  const element = h("section", { class: "phone", id: `phone-${person.phone}` }, head, choice.element, screen)

  const drawTabs = () => {
    const known = [...world.groups.filter(membership), { id: person.id, title: words.private }]
    if (!known.some(({ id }) => id === active)) active = known[0].id
    choice.draw(
      known.map(({ id, title }) => ({ id, title, unread: entry(id).unread })),
      active,
    )
    screen.setAttribute("aria-label", known.find(({ id }) => id === active).title)
    onUnread()
  }
  const draw = () => {
    const state = me()
    const status = state.deactivated ? words.gone : state.blocked ? words.blocked : null
    name.textContent = state.name
    label.textContent = words.phones[person.phone]
    pageButton.hidden = !world.hasPage
    pageButton.textContent = words.page
    chip.hidden = status === null
    chip.textContent = status ?? ""
    element.setAttribute("aria-label", `${words.phones[person.phone]} ${state.name}`)
    drawTabs()
    write.element.hidden = shut.draw(state, active, inChat(active))
    write.allowMask(["administrator", "creator"].includes(statusIn(active)))
  }
  const load = async (chat) => {
    const one = entry(chat)
    one.loaded = true
    if (!inChat(chat)) return
    const messages = await ask("transcript", { chat, as: person.id, last: LOADED })
    one.messages = new Map(messages.map((message) => [message.id, message]))
    if (chat === active) view.reset(messages)
  }
  const answerAsked = () => {
    const last = shown().at(-1)
    if (last?.asks) replyTo(last)
  }
  const open = async (chat) => {
    if (active !== chat) write.setMode(null)
    active = chat
    entry(chat).unread = 0
    draw()
    view.reset(shown())
    if (!entry(chat).loaded) await inOrder(() => load(chat))
    answerAsked()
  }

  const take = (chat, message) => {
    const { messages } = entry(chat)
    const fresh = !messages.has(message.id)
    const own = message.from?.id === person.id
    messages.set(message.id, message)
    if (messages.size > LOADED) messages.delete(messages.keys().next().value)
    if (chat === active) {
      view.put(message, own)
      if (message.from?.isBot) typing.hidden = true
      if (fresh && message.asks) replyTo(message)
    }
    if (fresh && !own && !message.service && (chat !== active || !visible)) entry(chat).unread += 1
  }

  return {
    element,
    person,
    unread: () => [...chats.values()].reduce((sum, { unread }) => sum + unread, 0),
    changed: (chat, ids) =>
      inOrder(async () => {
        if (!inChat(chat)) return
        const some = ids.slice(-200).join(",")
        for (const message of await ask("transcript", { chat, as: person.id, ids: some })) take(chat, message)
        drawTabs()
      }),
    removed: (chat, id) =>
      inOrder(() => {
        entry(chat).messages.delete(id)
        if (chat === active) view.remove(id)
      }),
    /** Reads everything anew: who is where, and what was said. */
    reload: async () => {
      draw()
      await inOrder(() => Promise.all([...chats.keys()].map(load)))
      // At first whatever has been said is shown, be it in private.
      const silent = shown().length === 0 && entry(person.id).messages.size > 0
      if (!begun && silent) await open(person.id)
      else answerAsked()
      begun = true
    },
    /** Who is where may have changed. */
    draw: () => {
      const before = active
      draw()
      if (active !== before) void open(active)
    },
    typing: (chat) => {
      if (chat !== active) return
      typing.hidden = false
      clearTimeout(typingTimer)
      typingTimer = setTimeout(() => (typing.hidden = true), TYPING_FOR)
    },
    toast: over.show,
    translate: () => {
      write.translate()
      draw()
      view.reset(shown())
    },
    setVisible: (now) => {
      visible = now
      if (!now || active === null || entry(active).unread === 0) return
      entry(active).unread = 0
      drawTabs()
    },
  }
}
