/**
 * What Telegram says to a page and what a page says to Telegram, without a script of Telegram's: what is said at the start
 * stands behind the `#`, and what is said later comes as events, by one way or another in each of its apps.
 */
const told = new URLSearchParams(location.hash.slice(1))

/** Who opened the page, signed; empty outside Telegram. */
export const initData = told.get("tgWebAppData") ?? ""

const parsed = (json) => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Tells Telegram something; outside of it, nobody hears. */
const say = (eventType, eventData = {}) => {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData))
  else if (window.parent !== window) window.parent.postMessage(JSON.stringify({ eventType, eventData }), "*")
}

const channel = (hex, at) => {
  const value = parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const light = (hex) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const isColour = (value) => /^#[0-9a-f]{6}$/i.test(value ?? "")
const root = document.documentElement
const INKS = ["--ink", "--soft", "--accent", "--bad", "--near", "--good"]

/** Puts on Telegram's colours: dark or light, and its own ground where all that is written on it can be read. */
const dress = (theme) => {
  if (!isColour(theme?.bg_color)) return
  root.dataset.theme = light(theme.bg_color) < 0.2 ? "dark" : "light"
  const places = {
    "--ground": theme.secondary_bg_color,
    "--surface": theme.section_bg_color ?? theme.bg_color,
  }
  for (const name of Object.keys(places)) root.style.removeProperty(name)
  const inks = INKS.map((name) => getComputedStyle(root).getPropertyValue(name).trim())
  for (const [name, value] of Object.entries(places))
    if (isColour(value) && inks.every((ink) => contrast(ink, value) >= 4.5))
      root.style.setProperty(name, value)
}

const hear = (eventType, eventData) => {
  if (eventType === "theme_changed") dress(eventData?.theme_params)
}

window.Telegram = { WebView: { receiveEvent: hear } }
window.TelegramGameProxy = { receiveEvent: hear }
window.TelegramGameProxy_receiveEvent = hear
window.addEventListener("message", ({ source, data }) => {
  const event = source === window.parent && typeof data === "string" ? parsed(data) : null
  if (event) hear(event.eventType, event.eventData)
})

/** Begins: puts on the colours, and lets Telegram show the page at its full height. */
export const begin = () => {
  dress(parsed(told.get("tgWebAppThemeParams") ?? "null"))
  say("web_app_ready")
  say("web_app_expand")
}
