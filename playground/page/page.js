import { backstage } from "./backstage.js"
import { bar } from "./bar.js"
import { h } from "./dom.js"
import { ask, listen } from "./link.js"
import { phone } from "./phone.js"
import { language, setLanguage, words } from "./words.js"

const PHONES = ["operator", "leader", "supervisor"]
const find = (id) => document.getElementById(id)

const world = await ask("state")
const phones = []
let noticeTimer = null
let backstageOpen = false
let refreshing = null

const notice = (text, lasting = false) => {
  const element = find("notice")
  element.textContent = text
  element.classList.toggle("shown", text !== "")
  clearTimeout(noticeTimer)
  if (!lasting && text !== "") noticeTimer = setTimeout(() => notice(""), 4_000)
}
const onError = (error) => notice(`${words.failed}：${error.message}`)

const drawSwitcher = () => {
  for (const [at, tab] of [...find("switcher").children].entries()) {
    const count = phones[at].unread()
    tab.querySelector(".badge").textContent = String(count)
    tab.querySelector(".badge").hidden = count === 0
    tab.querySelector(".tab-title").textContent = words.phones[phones[at].person.phone]
  }
}

const stage = backstage(find("backstage"), world, { onError })
const clock = bar(find("bar"), world, {
  onError,
  onLanguage: () => {
    setLanguage(language === "en" ? "zh" : "en")
    translate()
  },
  onBackstage: () => {
    backstageOpen = !backstageOpen
    find("backstage").hidden = !backstageOpen
    document.body.classList.toggle("backstage-open", backstageOpen)
    void refresh()
  },
})

for (const role of PHONES) {
  const person = world.people.find(({ phone: held }) => held === role)
  if (person) phones.push(phone(person, world, { onUnread: () => drawSwitcher() }))
}
find("phones").append(...phones.map(({ element }) => element))
find("switcher").append(
  ...phones.map(({ element }) =>
    h(
      "button",
      {
        type: "button",
        onclick: () => element.scrollIntoView({ behavior: "smooth", inline: "start", block: "nearest" }),
      },
      h("span", { class: "tab-title" }),
      h("span", { class: "badge", hidden: true }),
    ),
  ),
)

/** On a narrow screen one phone is seen at a time: what arrives on the others counts as unread. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const at = phones.findIndex(({ element }) => element === target)
      phones[at].setVisible(isIntersecting)
      find("switcher").children[at].setAttribute("aria-current", String(isIntersecting))
    }
  },
  { root: find("phones"), threshold: 0.6 },
)
for (const { element } of phones) watcher.observe(element)

const drawAll = () => {
  clock.draw(backstageOpen)
  if (backstageOpen) stage.draw()
  for (const one of phones) one.draw()
}

const translate = () => {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN"
  document.title = words.title
  find("switcher").setAttribute("aria-label", words.showPhone)
  clock.draw(backstageOpen)
  stage.draw()
  for (const one of phones) one.translate()
}

/** Asks how things stand, at most once at a time. */
const refresh = () => {
  refreshing ??= ask("state")
    .then((state) => {
      Object.assign(world, state)
      clock.set(world.clock.now, world.clock.running)
      drawAll()
    })
    .catch(onError)
    .finally(() => (refreshing = null))
  return refreshing
}
let refreshTimer = null
const refreshSoon = () => {
  refreshTimer ??= setTimeout(() => {
    refreshTimer = null
    void refresh()
  }, 120)
}

const apply = (changes) => {
  const fresh = new Map()
  for (const change of changes) {
    if (change.kind === "message")
      fresh.set(change.chat, (fresh.get(change.chat) ?? new Set()).add(change.message))
    else if (change.kind === "removed") for (const one of phones) one.removed(change.chat, change.message)
    else if (change.kind === "typing") for (const one of phones) one.typing(change.chat)
    else if (change.kind === "toast")
      phones.find(({ person }) => person.id === change.who)?.toast(change.text, change.alert)
    else if (change.kind === "turning") world.turning = change.on
  }
  for (const [chat, ids] of fresh) {
    for (const one of phones) {
      if (chat < 0 || chat === one.person.id)
        void one.changed(
          chat,
          [...ids].sort((a, b) => a - b),
        )
    }
  }
  refreshSoon()
}

let connected = false
listen(
  (event) => {
    if (event.kind === "clock") {
      clock.set(event.now, event.running)
      refreshSoon()
      return
    }
    clock.set(event.clock)
    apply(event.changes)
  },
  (up) => {
    if (!up) return notice(words.lost, true)
    notice("")
    if (!connected) return (connected = true)
    return refresh().then(() => phones.map((one) => one.reload()))
  },
)

document.documentElement.lang = language === "en" ? "en" : "zh-CN"
document.title = words.title
find("switcher").setAttribute("aria-label", words.showPhone)
clock.set(world.clock.now, world.clock.running)
clock.draw(backstageOpen)
for (const one of phones) one.draw()
await Promise.all(phones.map((one) => one.reload()))
drawSwitcher()
document.body.classList.add("ready")
