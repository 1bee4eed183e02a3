import { h } from "./dom.js"
import { act } from "./link.js"
import { shortDayOf, timeOf, words } from "./words.js"

const FAULTS = [
  { kind: "tooMany", times: 3, retryAfter: 5 },
  { kind: "lostAnswer", times: 1 },
  { kind: "reset", times: 1 },
  { kind: "serverError", times: 3 },
  { kind: "badGateway", times: 3 },
  { kind: "slow", times: 3, delay: 3_000 },
]

const TEN_MINUTES = 600_000
const isPresent = (status) => ["member", "administrator", "creator"].includes(status)

/** The switches behind the scene: who blocks, leaves or moves, and what goes wrong on the line. */
export const backstage = (element, world, { onError }) => {
  const button = (label, name, body) =>
    h("button", { type: "button", class: "switch", onclick: () => act(name, body).catch(onError) }, label)
  const section = (title, ...children) => h("section", {}, h("h2", {}, title), ...children)
  const row = (title, ...buttons) =>
    h("div", { class: "switches" }, h("h3", {}, title), h("div", {}, ...buttons))

  const personRow = (person) =>
    row(
      person.name,
      person.blocked
        ? button(words.unblock, "unblock", { who: person.id })
        : button(words.block, "block", { who: person.id }),
      ...world.groups.map((group) => {
        const inside = isPresent(group.members.find(({ id }) => id === person.id)?.status)
        const name = world.groups.length > 1 ? ` · ${group.title}` : ""
        return inside
          ? button(`${words.leave}${name}`, "leave", { who: person.id, chat: group.id })
          : button(`${words.join}${name}`, "join", { who: person.id, chat: group.id })
      }),
      person.deactivated
        ? button(words.reactivate, "deactivate", { who: person.id, deactivated: false })
        : button(words.deactivate, "deactivate", { who: person.id }),
    )

  const groupRow = (group) => {
    const somebody = group.members.find(({ id, status }) => isPresent(status) && id > 0)
    if (!somebody) return row(group.title)
    const who = { who: somebody.id, chat: group.id }
    const by = { by: somebody.id, chat: group.id }
    return row(
      group.title,
      group.kind === "group" ? button(words.migrate, "migrate", who) : null,
      isPresent(group.bot) ? button(words.kick, "kickBot", who) : button(words.addBot, "addBot", who),
      group.bot === "administrator" ? button(words.demote, "promote", { ...by, admin: false }) : null,
      group.bot === "member" ? button(words.promote, "promote", { ...by, admin: true }) : null,
    )
  }

  const pending = () => {
    const { waiting, unreachableUntil } = world.faults
    const lines = waiting.map(({ kind, times }) => `${words.faults[kind].replace(/\d+ /, "")} × ${times}`)
    if (unreachableUntil > world.clock.now) {
      lines.unshift(words.cutUntil(`${shortDayOf(unreachableUntil)} ${timeOf(unreachableUntil)}`))
    }
    return lines.length === 0
      ? null
      : h("p", { class: "pending" }, `${words.pendingFaults}：${lines.join("，")}`)
  }

  return {
    draw: () => {
      element.setAttribute("aria-label", words.backstage)
      const held = world.people.filter(({ phone }) => phone !== null)
      element.replaceChildren(
        section(words.sections.people, ...held.map(personRow)),
        section(
          words.sections.group,
          ...world.groups.map(groupRow),
          h(
            "div",
            { class: "loose" },
            world.privacy
              ? button(words.privacyOff, "privacy", { on: false })
              : button(words.privacyOn, "privacy", { on: true }),
          ),
        ),
        section(
          words.sections.faults,
          h(
            "div",
            { class: "loose" },
            ...FAULTS.map((fault) => button(words.faults[fault.kind], "fault", fault)),
            button(words.unreachable, "unreachable", { duration: TEN_MINUTES }),
            button(words.repeat, "repeatUpdates", { count: 3 }),
            button(words.jumpUp, "jumpUpdateId", { by: 1_000 }),
            button(words.jumpDown, "jumpUpdateId", { by: -100_000 }),
            button(words.clearFaults, "clearFaults", {}),
          ),
          pending(),
        ),
        section(
          words.sections.counts,
          h(
            "dl",
            {},
            ...Object.entries(words.counts).map(([key, label]) =>
              h("div", {}, h("dt", {}, label), h("dd", {}, String(world.counts[key]))),
            ),
          ),
        ),
      )
    },
  }
}
