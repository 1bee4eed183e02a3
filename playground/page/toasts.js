import { h } from "./dom.js"
import { words } from "./words.js"

const SHOWN_FOR = 3_500

/** What a phone shows over its chat: a line that passes, or a box to be closed by hand. */
export const toasts = () => {
  let timer = null
  const toast = h("div", { class: "toast", role: "status", "aria-live": "polite" })
  const cover = h("div", { class: "cover", hidden: true })

  const alert = (text) => {
    const close = h("button", { type: "button", onclick: () => (cover.hidden = true) }, words.ok)
    const box = h("div", { class: "alert", role: "alertdialog", "aria-label": text }, h("p", {}, text), close)
    cover.replaceChildren(box)
    cover.hidden = false
    close.focus({ preventScroll: true })
  }
  cover.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") cover.hidden = true
  })

  return {
    elements: [toast, cover],
    show: (text, isAlert = false) => {
      if (isAlert) return alert(text)
      toast.textContent = text
      toast.classList.add("shown")
      clearTimeout(timer)
      timer = setTimeout(() => toast.classList.remove("shown"), SHOWN_FOR)
    },
  }
}
