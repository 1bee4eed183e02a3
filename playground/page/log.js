import { bubble } from "./bubble.js"
import { h, icon } from "./dom.js"
import { dayKeyOf, shortDayOf, weekdayOf, words } from "./words.js"

const NEAR = 80

/** The messages of one chat, with a line for each new day; it follows the newest unless one has scrolled up. */
export const log = (context) => {
  const list = h("div", { class: "messages" })
  const down = h("button", { type: "button", class: "down", hidden: true }, icon("down"))
  const scroller = h("div", { class: "scroller", role: "log", "aria-live": "polite", tabIndex: 0 }, list)
  const element = h("div", { class: "log" }, scroller, down)
  const elements = new Map()
  let days = []
  let follows = true

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR
  const toEnd = () => {
    follows = true
    scroller.scrollTop = scroller.scrollHeight
    down.hidden = true
  }
  const dayLine = (at) =>
    h("div", { class: "service day" }, h("span", {}, `${shortDayOf(at)} ${weekdayOf(at)}`))
  const append = (message) => {
    const day = dayKeyOf(message.at)
    if (days.at(-1) !== day) {
      days.push(day)
      list.append(dayLine(message.at))
    }
    const made = bubble(message, context)
    elements.set(message.id, made)
    list.append(made)
  }

  let top = 0
  scroller.addEventListener("scroll", () => {
    // Whoever scrolls up reads there; that the list has grown in the meantime is no reason to stay behind.
    if (isAtEnd()) follows = true
    else if (scroller.scrollTop < top) follows = false
    top = scroller.scrollTop
    if (follows) down.hidden = true
  })
  // A keyboard or a panel that opens must not hide the newest message, nor letters that turn out taller than they were.
  const observer = new ResizeObserver(() => follows && toEnd())
  observer.observe(scroller)
  observer.observe(list)
  down.addEventListener("click", toEnd)

  return {
    element,
    reset: (messages) => {
      elements.clear()
      days = []
      scroller.setAttribute("aria-label", words.messageList)
      down.setAttribute("aria-label", words.newMessages)
      list.replaceChildren()
      if (messages.length === 0) list.append(h("p", { class: "empty" }, words.emptyGroup))
      for (const message of messages) append(message)
      toEnd()
    },
    put: (message, own) => {
      const old = elements.get(message.id)
      const follow = own || isAtEnd()
      if (old) {
        const made = bubble(message, context)
        elements.set(message.id, made)
        old.replaceWith(made)
      } else {
        list.querySelector(".empty")?.remove()
        append(message)
        elements.get(message.id).classList.add("new")
      }
      if (follow) toEnd()
      else if (!old) down.hidden = false
    },
    remove: (id) => {
      elements.get(id)?.remove()
      elements.delete(id)
    },
    jumpTo: (id) => {
      const target = elements.get(id)
      if (!target) return
      target.scrollIntoView({ block: "center", behavior: "smooth" })
      target.classList.remove("flash")
      void target.offsetWidth
      target.classList.add("flash")
    },
  }
}
