import type { Outgoing } from "../../rules/outgoing.ts"
import { zh } from "../../text/zh/index.ts"
import type { Tale } from "./reckoning.ts"
import type { Remains } from "./torment.ts"

export const MARK = zh.outbox.repeat
export const LOST = "/lost"
const SHARED = "\n\n"

/** What was seen in a chat: each text, with how often it came with and without the mark, in order. */
type Seen = ReadonlyMap<string, readonly ("plain" | "marked" | "edited")[]>

/** A group stays the same under another id. */
const doorOf = ({ groups }: Remains, chat: string): string =>
  groups.map(String).includes(chat) ? "group" : chat

/** Where a message went, or was to go, and what it says. */
const keyOf = (remains: Remains, { persons }: Tale, row: Outgoing): string =>
  `${doorOf(remains, row.chat ?? persons.get(row.to.id)?.chat ?? row.to.id)} ${row.body.text}`

/** Notices that share a message are looked for one by one: the longest that are known, from the front. */
const partsOf = (known: ReadonlySet<string>, door: string, text: string): readonly string[] => {
  const pieces = text.split(SHARED)
  const found: string[] = []
  while (pieces.length > 0) {
    let many = pieces.length
    while (many > 1 && !known.has(`${door} ${pieces.slice(0, many).join(SHARED)}`)) many -= 1
    found.push(pieces.splice(0, many).join(SHARED))
  }
  return found
}

export const seen = (remains: Remains, tale: Tale): Seen => {
  const known = new Set([...tale.outbox.values()].map((row) => keyOf(remains, tale, row)))
  const found = new Map<string, ("plain" | "marked" | "edited")[]>()
  for (const { kind, chat, text } of remains.doings) {
    const marked = text.startsWith(MARK)
    const door = doorOf(remains, String(chat))
    for (const part of partsOf(known, door, marked ? text.slice(MARK.length) : text)) {
      const way = kind === "edited" ? "edited" : marked ? "marked" : "plain"
      const key = `${door} ${part}`
      found.set(key, [...(found.get(key) ?? []), way])
    }
  }
  return found
}

/** Whether somebody could act on it that a message did not arrive. */
const isAccountedFor = ({ blockers }: Remains, { outbox, persons }: Tale, row: Outgoing): boolean => {
  if (row.state !== "failed") return false
  if (outbox.has(row.id + LOST) || row.id.endsWith(LOST)) return true
  const user = Number(persons.get(row.to.id)?.chat ?? row.to.id)
  // Whoever shut the bot out does not get what only they asked for; all else takes its detour.
  return blockers.has(user) && (row.lane === "answer" || outbox.has(`${row.id}/detour`))
}

/** Every message has arrived, or its reader was told that it may not have; and none came twice without saying so. */
export const ofMessages = (remains: Remains, tale: Tale, came: Seen): string[] => {
  const faults: string[] = []
  const texts = new Map<string, number>()
  for (const row of tale.outbox.values()) {
    if (row.probe === true || row.removes) continue
    const key = keyOf(remains, tale, row)
    texts.set(key, (texts.get(key) ?? 0) + 1)
    if (row.state === "replaced") continue
    if (row.state === "sent" && !came.has(key)) faults.push(`${row.id} is sent, but nobody saw it: ${key}`)
    if (row.state === "sent" || isAccountedFor(remains, tale, row)) continue
    faults.push(`${row.id} is ${row.state}: ${row.fault ?? ""}`)
  }
  for (const [key, ways] of came) {
    const known = texts.get(key) ?? 0
    if (known === 0) faults.push(`said, but in no journal: ${key}`)
    const plain = ways.filter((way) => way === "plain").length
    const marked = ways.filter((way) => way === "marked").length
    if (plain > known || marked > known) faults.push(`came ${plain} times and ${marked} times marked: ${key}`)
    if (known === 1 && ways.find((way) => way !== "edited") === "marked" && plain > 0)
      faults.push(`came marked before it came plain: ${key}`)
  }
  return faults
}
