import { h, icon } from "./dom.js"
import { words } from "./words.js"

/** Where one writes. `send(text, mode)`, `attach(file)`, `commands()` come from the phone. */
export const composer = (actions) => {
  let mode = null
  let shown = []
  let chosen = 0

  const field = h("textarea", {
    rows: 1,
    maxLength: 20_000,
    "aria-autocomplete": "list",
    role: "combobox",
    "aria-expanded": "false",
  })
  const list = h("div", { class: "menu", role: "listbox", hidden: true })
  const modeText = h("span", { class: "mode-text" })
  const modeClose = h(
    "button",
    { type: "button", class: "icon-button", onclick: () => setMode(null) },
    icon("close"),
  )
  const modeBar = h("div", { class: "mode", hidden: true }, modeText, modeClose)
  const picker = h("input", { type: "file", hidden: true, tabIndex: -1 })
  const menuButton = h("button", { type: "button", class: "icon-button" }, icon("menu"))
  const attachButton = h(
    "button",
    { type: "button", class: "icon-button", onclick: () => picker.click() },
    icon("clip"),
  )
  const maskButton = h(
    "button",
    { type: "button", class: "icon-button mask", "aria-pressed": "false", hidden: true },
    icon("mask"),
  )
  const sendButton = h("button", { type: "submit", class: "icon-button send" }, icon("send"))
  const form = h(
    "form",
    { class: "composer" },
    list,
    modeBar,
    h("div", { class: "row" }, menuButton, field, maskButton, attachButton, picker, sendButton),
  )

  const fit = () => {
    field.style.height = "auto"
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`
    sendButton.classList.toggle("ready", field.value.trim() !== "")
  }
  const closeMenu = () => {
    list.hidden = true
    shown = []
    field.setAttribute("aria-expanded", "false")
    menuButton.setAttribute("aria-expanded", "false")
  }
  const choose = (command) => {
    closeMenu()
    actions.send(`/${command}`, null)
    field.value = ""
    fit()
    field.focus()
  }
  const mark = (index) => {
    chosen = (index + shown.length) % shown.length
    for (const [at, item] of [...list.querySelectorAll("[role=option]")].entries()) {
      item.setAttribute("aria-selected", String(at === chosen))
      if (at === chosen) item.scrollIntoView({ block: "nearest" })
    }
  }
  const openMenu = async (filter) => {
    const all = await actions.commands()
    shown = all.filter(({ command }) => command.startsWith(filter.toLowerCase()))
    if (shown.length === 0 && filter !== "") return closeMenu()
    list.replaceChildren(
      ...(shown.length === 0
        ? [h("p", { class: "menu-empty" }, words.noMenu)]
        : shown.map(({ command, description }) =>
            h(
              "button",
              { type: "button", role: "option", tabIndex: -1, onclick: () => choose(command) },
              h("b", {}, `/${command}`),
              h("span", {}, description),
            ),
          )),
    )
    list.hidden = false
    field.setAttribute("aria-expanded", "true")
    menuButton.setAttribute("aria-expanded", "true")
    if (shown.length > 0) mark(0)
  }
  const setMode = (next) => {
    mode = next
    modeBar.hidden = next === null
    field.placeholder = next?.hint || words.placeholder
    if (next === null) return
    modeText.replaceChildren(
      h("b", {}, next.kind === "edit" ? words.editing : `${words.replyingTo} ${next.name}`),
      h("span", {}, next.text),
    )
    if (next.kind === "edit") {
      field.value = next.text
      fit()
    }
  }
  const setMask = (on) => {
    maskButton.setAttribute("aria-pressed", String(on))
    field.placeholder = mode?.hint || (on ? words.masked : words.placeholder)
  }
  const submit = () => {
    const text = field.value.trim()
    if (text === "") return
    actions.send(text, mode)
    field.value = ""
    setMode(null)
    closeMenu()
    fit()
  }

  field.addEventListener("input", () => {
    fit()
    const typed = /^[/／](\w*)$/.exec(field.value)
    if (typed) void openMenu(typed[1])
    else closeMenu()
  })
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return
    const open = !list.hidden && shown.length > 0
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault()
      mark(chosen + (event.key === "ArrowDown" ? 1 : -1))
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault()
      if (open) choose(shown[chosen].command)
      else submit()
    } else if (event.key === "Escape") {
      if (list.hidden) setMode(null)
      closeMenu()
    }
  })
  // A press on the list must not take the focus away, or the list would be gone before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault())
  maskButton.addEventListener("click", () => setMask(maskButton.getAttribute("aria-pressed") !== "true"))
  menuButton.addEventListener("click", () => (list.hidden ? void openMenu("") : closeMenu()))
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) closeMenu()
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    submit()
  })
  picker.addEventListener("change", () => {
    const [file] = picker.files
    picker.value = ""
    if (!file) return
    actions.attach(file, field.value.trim(), mode)
    field.value = ""
    setMode(null)
    fit()
  })

  const translate = () => {
    field.placeholder = mode?.hint || words.placeholder
    field.setAttribute("aria-label", words.placeholder)
    for (const [element, label] of [
      [menuButton, words.menu],
      [attachButton, words.attach],
      [maskButton, words.mask],
      [sendButton, words.send],
      [modeClose, words.cancel],
    ]) {
      element.setAttribute("aria-label", label)
      element.title = label
    }
  }
  translate()
  return {
    element: form,
    setMode,
    translate,
    focus: () => field.focus(),
    /** Whether one may write in the group's name here. */
    allowMask: (may) => {
      maskButton.hidden = !may
      if (!may && maskButton.getAttribute("aria-pressed") === "true") setMask(false)
    },
    isMasked: () => maskButton.getAttribute("aria-pressed") === "true",
  }
}
