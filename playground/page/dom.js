/** Builds an element. Words go in as text only, never as markup. */
export const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name === "class") element.className = value
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value)
    else if (name in element && typeof value !== "string") element[name] = value
    else element.setAttribute(name, value === true ? "" : String(value))
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  )
  return element
}

const SVG = "http://www.w3.org/2000/svg"

const SHAPES = {
  send: "M4 12 20 4l-5 16-4-7z",
  clip: "M8 12.5 14.5 6a3 3 0 0 1 4.2 4.2L11 18a5 5 0 0 1-7-7l7.5-7.5",
  menu: "M8 5 L16 5 M8 12h8 M8 19h8 M4 5h.01 M4 12h.01 M4 19h.01",
  reply: "M10 7 4 12l6 5v-3.5c5 0 8 1.500 10 4.500-.5-5-3.500-8.500-10-8.500z",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  forward: "M14 7l6 5-6 5v-3.500c-5 0-8 1.500-10 4.500.5-5 3.500-8.500 10-8.500z",
  file: "M7 3h7l4 4v14H7z M14 3v4h4",
  down: "M6 10l6 6 6-6",
  close: "M6 6l12 12 M18 6 6 18",
  mask: "M4 8c5-2.500 11-2.500 16 0 0 6-2 9-5 9-2 0-2-2-3-2s-1 2-3 2c-3 0-5-3-5-9 M8.500 11h.01 M15.500 11h.01",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14 M16 5v14",
  tools: "M5 7h8 M17 7h2 M5 17h2 M11 17h8 M15 4.500v5 M9 14.500v5",
  clock: "M12 7v5l3 2 M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
}

/** A line drawing; it says nothing to a screen reader. */
export const icon = (name) => {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("viewBox", "0 0 24 24")
  svg.setAttribute("class", "icon")
  svg.setAttribute("aria-hidden", "true")
  const path = document.createElementNS(SVG, "path")
  path.setAttribute("d", SHAPES[name])
  svg.append(path)
  return svg
}
