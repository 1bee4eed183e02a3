import { clear, draw, goTo } from "./draw.js"
import { find } from "./dom.js"
import { begin, initData } from "./telegram.js"
import { usual, words } from "./words.js"

const MINUTE = 60_000
/** Whoever comes back to the page sees nothing older than this for long. */
const FRESH = 15_000
const PATIENCE = 20_000

let language = null
let shown = null
let askedAt = -Infinity
let asking = null
/** What was drawn last, so that what is the same is left alone. */
let drawn = ""

const own = () => words[language ?? usual]
const time = (at) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", {
    timeZone: "Asia/Shanghai",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at)
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")

/** What is said aloud: only what is new, so that nobody is told each minute that nothing happened. */
const notice = (text, isWrong = false) => {
  const element = find("notice")
  if (element.textContent !== text) element.textContent = text
  element.classList.toggle("wrong", isWrong)
}

const label = () => {
  const text = own()
  document.documentElement.lang = language === "en" ? "en" : "zh-CN"
  document.title = text.title
  find("title").textContent = text.title
  find("skip").textContent = text.skip
  find("refresh").textContent = text.refresh
  find("language").textContent = text.other
  find("language").lang = language === "en" ? "zh-CN" : "en"
  find("contents").setAttribute("aria-label", text.contents)
  find("reader").textContent = shown ? filled(text.reader, shown.page) : ""
  find("fetched").textContent = shown ? filled(text.fetched, { time: time(shown.at) }) : ""
}

const worse = (before, after) =>
  after.sections.filter(({ name, count }) => {
    const old = before.sections.find((each) => each.name === name)
    return name !== "duty" && old && count > old.count
  })

const show = (answer, aloud) => {
  const before = shown
  shown = answer
  language = answer.language
  label()
  const next = JSON.stringify(answer.page)
  if (next !== drawn) draw(answer.page)
  drawn = next
  const news = before?.language === language ? worse(before.page, answer.page) : []
  if (news.length > 0) notice(news.map(({ title, count }) => `${title} ${count}`).join(" · "))
  else notice(aloud ? filled(own().fetched, { time: time(answer.at) }) : "")
}

/** Nothing is shown to whoever may not see it, nor what they saw before. */
const refuse = (sentence) => {
  shown = null
  drawn = ""
  clear()
  label()
  notice(sentence, true)
}

const keep = (sentence) => {
  if (shown) notice(filled(sentence, { time: time(shown.at) }), true)
  else notice(own().nothing, true)
}

const read = async (aloud) => {
  askedAt = performance.now()
  const asked = language === null ? "overview" : `overview?lang=${language}`
  let answer = null
  let body = null
  try {
    answer = await fetch(asked, {
      headers: { authorization: `tma ${initData}` },
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    })
    body = await answer.json()
  } catch {
    keep(own().offline)
    return
  }
  if (answer.ok) show(body, aloud)
  else if (answer.status === 401 || answer.status === 403) refuse(body.error)
  else if (shown) keep(`${body.error} ${own().stale}`)
  else notice(body.error, true)
}

/** Asks how things stand, once at a time. */
const refresh = (aloud = false) => {
  asking ??= read(aloud).finally(() => {
    asking = null
    find("refresh").removeAttribute("aria-busy")
    document.body.classList.add("ready")
  })
  find("refresh").setAttribute("aria-busy", "true")
  return asking
}

const isAway = () => document.visibilityState === "hidden"

begin()
label()
notice(own().loading)
find("skip").addEventListener("click", (event) => goTo(event, find("content")))
find("refresh").addEventListener("click", () => void refresh(true))
find("language").addEventListener("click", async () => {
  await asking
  language = (language ?? usual) === "en" ? "zh" : "en"
  label()
  await refresh(true)
})
document.addEventListener("visibilitychange", () => {
  if (!isAway() && performance.now() - askedAt > FRESH) void refresh()
})
window.addEventListener("online", () => void refresh(true))
window.addEventListener("offline", () => keep(own().offline))
setInterval(() => {
  if (!isAway()) void refresh()
}, MINUTE)
void refresh()
