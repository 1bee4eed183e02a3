import { h, icon } from "./dom.js"
import { act } from "./link.js"
import { language, shortDayOf, timeOf, weekdayOf, words, yearOf } from "./words.js"

const MINUTE = 60_000
const HOUR = 3_600_000

/** The bar on top: what time it is here, and the ways to turn it. */
export const bar = (element, world, { onLanguage, onBackstage, onError }) => {
  let shownAt = performance.now()
  let waiting = 0

  const brand = h("div", { class: "brand" })
  const year = h("span", { class: "year" })
  const day = h("span", { class: "day" })
  const date = h("span", { class: "date" })
  const time = h("time", { class: "time" })
  const light = h("span", { class: "light" })
  const turning = h("span", { class: "turning", role: "status", "aria-live": "polite" })
  const move = (label, body) =>
    h("button", { type: "button", class: "turn", "data-turn": label, onclick: () => turn(body) })
  const ten = move("ten", () => ({ by: 10 * MINUTE }))
  const hour = move("hour", () => ({ by: HOUR }))
  const oneDay = move("day", () => ({ by: 24 * HOUR }))
  const twelve = move("twelve", () => ({ by: 12 * 24 * HOUR }))
  const next = move("next", () => ({ next: true }))
  const run = h("button", { type: "button", class: "icon-button" })
  const other = h("button", { type: "button", class: "plain", onclick: onLanguage })
  const tools = h("button", {
    type: "button",
    class: "plain",
    "aria-expanded": "false",
    "aria-controls": "backstage",
    onclick: onBackstage,
  })

  element.replaceChildren(
    brand,
    h("div", { class: "clock" }, date, time, run),
    h("div", { class: "turns" }, ten, hour, oneDay, twelve, next, turning),
    h("div", { class: "side" }, light, tools, other),
  )

  const now = () => world.clock.now + (world.clock.running ? performance.now() - shownAt : 0)
  const tick = () => {
    const at = now()
    const english = language === "en"
    year.textContent = english ? ` ${yearOf(at)}` : yearOf(at)
    day.textContent = english ? `${weekdayOf(at)} ${shortDayOf(at)}` : `${shortDayOf(at)} ${weekdayOf(at)}`
    date.replaceChildren(...(english ? [day, year] : [year, day]))
    time.textContent = timeOf(at)
    time.dateTime = new Date(at).toISOString()
  }
  const drawBusy = () => {
    const busy = world.turning || waiting > 0
    turning.textContent = busy ? words.turning : ""
    element.classList.toggle("busy", busy)
    for (const button of [ten, hour, oneDay, twelve, next]) button.disabled = busy
    next.disabled = busy || world.nextDue === null
  }
  const turn = async (body) => {
    waiting += 1
    drawBusy()
    try {
      await act("turn", body())
    } catch (error) {
      onError(error)
    }
    waiting -= 1
    drawBusy()
  }
  run.addEventListener("click", () => act("clock", { running: !world.clock.running }).catch(onError))
  setInterval(tick, 1_000)

  return {
    /** The server said what time it is. */
    set: (at, running = world.clock.running) => {
      world.clock = { now: at, running }
      shownAt = performance.now()
      tick()
    },
    draw: (backstageOpen) => {
      brand.replaceChildren(h("b", {}, words.brand), h("span", {}, words.brandNote))
      ten.textContent = words.ten
      hour.textContent = words.hour
      oneDay.textContent = words.day
      twelve.textContent = words.twelveDays
      const due = world.nextDue
      const when = due === null ? words.nothingNext : `${shortDayOf(due)} ${timeOf(due)}`
      next.replaceChildren(words.next, h("small", {}, when))
      const label = world.clock.running ? words.pause : words.run
      run.replaceChildren(icon(world.clock.running ? "pause" : "play"))
      run.setAttribute("aria-label", label)
      run.title = label
      light.className = world.counts.online ? "light on" : "light"
      light.textContent = world.counts.online ? words.botOn : words.botOff
      other.textContent = words.other
      other.setAttribute("aria-label", words.otherLabel)
      other.lang = language === "en" ? "zh-CN" : "en"
      tools.replaceChildren(icon("tools"), words.backstage)
      tools.setAttribute("aria-expanded", String(backstageOpen))
      tick()
      drawBusy()
    },
  }
}
