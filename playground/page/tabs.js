import { h } from "./dom.js"
import { words } from "./words.js"

/** The chats of one phone; arrow keys go from one to the next. */
export const tabs = (open) => {
  const element = h("div", { class: "tabs", role: "tablist" })
  element.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return
    const all = [...element.children]
    const at = all.findIndex((tab) => tab.getAttribute("aria-selected") === "true")
    const next = all[(at + (key === "ArrowRight" ? 1 : all.length - 1)) % all.length]
    open(Number(next.dataset.chat))
    element.querySelector("[aria-selected=true]").focus()
  })
  const badge = (unread) =>
    unread > 0 ? h("span", { class: "badge", "aria-label": words.unread(unread) }, String(unread)) : null

  return {
    element,
    draw: (chats, active) => {
      const focused = element.contains(document.activeElement)
      element.setAttribute("aria-label", words.chats)
      element.replaceChildren(
        ...chats.map(({ id, title, unread }) =>
          h(
            "button",
            {
              type: "button",
              role: "tab",
              "aria-selected": String(id === active),
              tabIndex: id === active ? 0 : -1,
              "data-chat": id,
              onclick: () => open(id),
            },
            h("span", { class: "tab-title" }, title),
            badge(unread),
          ),
        ),
      )
      if (focused) element.querySelector("[aria-selected=true]").focus()
    },
  }
}
