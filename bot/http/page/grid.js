import { h } from "./dom.js"

/** Besides the colour: a cross for what failed, a bar for what soon will, a point for what was not looked at. */
const MARKS = { good: "", near: "–", bad: "×", none: "·" }
const TONES = ["bad", "near", "good", "none"]

const mark = (tone) => h("span", { class: `cell ${tone}`, "aria-hidden": "true" }, MARKS[tone])

const row = ({ name, unit, tones }, states) =>
  h(
    "tr",
    {},
    h("th", { scope: "row" }, name, h("small", {}, unit)),
    tones.map((tone) => h("td", {}, mark(tone), h("span", { class: "said" }, states[tone]))),
  )

/** How accounts stood week by week, as a table that scrolls in a place of its own. */
export const grid = ({ title, span, rowHead, weeks, rows, states, more }) =>
  h(
    "section",
    { id: "matrix", "aria-labelledby": "matrix-title" },
    h("h2", { id: "matrix-title", tabindex: "-1" }, title),
    h("p", { class: "none" }, span),
    h(
      "ul",
      { class: "legend" },
      TONES.map((tone) => h("li", {}, mark(tone), states[tone])),
    ),
    h(
      "div",
      { id: "weeks", class: "scroller", role: "region", tabindex: "0", "aria-labelledby": "matrix-title" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, rowHead),
            weeks.map((week) => h("th", { scope: "col" }, week)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map((each) => row(each, states)),
        ),
      ),
    ),
    more === null ? null : h("p", { class: "more" }, more),
  )
