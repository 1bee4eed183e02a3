import { find, h } from "./dom.js"
import { grid } from "./grid.js"

/** Shows a section without touching the address: behind its `#` stands who is looking. */
export const goTo = (event, element) => {
  event.preventDefault()
  element.scrollIntoView({ block: "start" })
  element.focus({ preventScroll: true })
}

const MARKS = { bad: "!", near: "–", good: "✓", none: "·" }
const mark = (tone) => h("span", { class: "mark", "aria-hidden": "true" }, MARKS[tone])

const card = ({ tone, badge, title, lines }) =>
  h(
    "li",
    { class: `card ${tone}` },
    h("p", { class: "badge" }, mark(tone), badge),
    h("h3", {}, title),
    lines.map((line) => h("p", {}, line)),
  )

const section = ({ name, title, count, none, cards, more }) =>
  h(
    "section",
    { id: name, "aria-labelledby": `${name}-title` },
    h("h2", { id: `${name}-title`, tabindex: "-1" }, title, h("span", { class: "count" }, ` ${count}`)),
    cards.length === 0 ? h("p", { class: "none" }, none) : h("ul", {}, cards.map(card)),
    more === null ? null : h("p", { class: "more" }, more),
  )

const tile = ({ name, title, count, worst }) =>
  h(
    "li",
    {},
    h(
      "a",
      {
        id: `to-${name}`,
        class: `tile ${worst?.tone ?? "none"}`,
        href: `#${name}`,
        onclick: (event) => goTo(event, find(`${name}-title`)),
      },
      h("span", { class: "figure" }, mark(worst?.tone ?? "none"), String(count)),
      h("span", { class: "called" }, title),
      worst ? h("span", { class: "state" }, worst.badge) : null,
    ),
  )

/** Draws everything anew; whatever had the focus keeps it, and the weeks stay where they were: at first at the newest. */
export const draw = ({ sections, grid: weeks, foot }) => {
  const focused = document.activeElement?.id
  const left = find("weeks")?.scrollLeft ?? Number.MAX_SAFE_INTEGER
  find("contents").replaceChildren(h("ul", {}, sections.map(tile)))
  find("content").replaceChildren(...sections.map(section), ...(weeks ? [grid(weeks)] : []))
  find("weeks")?.scrollTo({ left, behavior: "instant" })
  find("foot").replaceChildren(...foot.map((line) => h("p", {}, line)))
  if (focused) find(focused)?.focus({ preventScroll: true })
}

/** Takes away everything that was shown. */
export const clear = () => {
  for (const id of ["contents", "content", "foot"]) find(id).replaceChildren()
}
