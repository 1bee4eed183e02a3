import { h } from "./dom.js"
import { words } from "./words.js"

/** What stands where one would write, when one cannot: why, and the way back. */
export const gate = (person, act) => {
  const element = h("div", { class: "gate", hidden: true })
  const offer = (text, label, name, body) => {
    const button =
      label && h("button", { type: "button", onclick: () => act(name, { who: person.id, ...body }) }, label)
    element.replaceChildren(h("p", {}, text), button ?? "")
    element.hidden = false
    return true
  }
  return {
    element,
    /** True when nothing can be written. */
    draw: (state, chat, inChat) => {
      const isPrivate = chat === person.id
      if (state.deactivated) return offer(words.goneNote, null)
      if (isPrivate && state.blocked) return offer(words.blockedNote, words.unblock, "unblock", {})
      if (isPrivate && !state.started) return offer(words.startNote, words.start, "say", { text: "/start" })
      if (!inChat) return offer(words.outsideNote, words.join, "join", { chat })
      element.hidden = true
      return false
    },
  }
}
