import { h, icon } from "./dom.js"
import { words } from "./words.js"

/** A page of the bot, opened within a phone as Telegram does it; gives back how to open it. */
export const panel = (screen) => {
  const frame = h("iframe", { class: "panel-frame", referrerpolicy: "no-referrer" })
  const close = h("button", { type: "button", class: "icon-button" }, icon("close"))
  const title = h("span", { class: "panel-title" })
  const element = h(
    "div",
    { class: "panel", role: "dialog", hidden: true },
    h("div", { class: "panel-head" }, title, close),
    frame,
  )
  let opener = null
  const shut = () => {
    element.hidden = true
    frame.removeAttribute("src")
    opener?.focus()
  }
  close.addEventListener("click", shut)
  element.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") shut()
  })
  screen.append(element)
  return {
    open: (address) => {
      opener = document.activeElement
      title.textContent = words.page
      element.setAttribute("aria-label", words.page)
      frame.title = words.page
      close.setAttribute("aria-label", words.closePage)
      // Another `#` alone would not open it anew.
      frame.src = "about:blank"
      requestAnimationFrame(() => (frame.src = address))
      element.hidden = false
      close.focus()
    },
  }
}
