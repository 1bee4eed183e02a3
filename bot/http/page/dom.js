/** Builds an element. Words go in as text only, never as markup. */
export const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, String(value))
  }
  element.append(...children.flat().filter((child) => child !== null))
  return element
}

export const find = (id) => document.getElementById(id)
