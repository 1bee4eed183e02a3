import { zh } from "../../text/zh/index.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import type { Person } from "../../rules/person.ts"
import type { Post } from "../../rules/post.ts"
import { show, verify } from "../../storage/audit.ts"
import type { Line } from "../../storage/store.ts"
import type { Remains } from "./torment.ts"

const MARK = zh.outbox.repeat
const LOST = "/lost"

/** What the journal tells. */
interface Tale {
  readonly lines: number
  /** The line of each update. */
  readonly updates: ReadonlyMap<string, readonly Line[]>
  /** How each message stands. */
  readonly outbox: ReadonlyMap<string, Outgoing>
  /** The private chat of each person. */
  readonly chats: ReadonlyMap<string, string | null>
  readonly faults: readonly string[]
}

export interface Verdict {
  readonly faults: readonly string[]
  /** A line of figures. */
  readonly summary: string
}

const read = async (folder: string): Promise<Tale> => {
  const updates = new Map<string, Line[]>()
  const outbox = new Map<string, Outgoing>()
  const chats = new Map<string, string | null>()
  const posts = new Map<string, Post>()
  const live = new Map<string, string>()
  const gone = new Set<string>()
  const faults: string[] = []
  let lines = 0
  for await (const line of show(folder, {})) {
    lines += 1
    if (line.incoming !== null) updates.set(line.incoming, [...(updates.get(line.incoming) ?? []), line])
    for (const [table, id, row] of line.changes) {
      if (table === "outbox" && row) outbox.set(id, row as Outgoing)
      if (table === "persons" && row) chats.set(id, (row as Person).chat)
      if (table !== "posts") continue
      const link = (row as Post | null)?.link ?? posts.get(id)?.link ?? ""
      if (row === null) {
        if (gone.has(id)) faults.push(`${link} was taken back twice`)
        gone.add(id)
        live.delete(link)
      } else if (!posts.has(id)) {
        if (live.has(link)) faults.push(`${link} was recorded twice`)
        live.set(link, id)
        posts.set(id, row as Post)
      }
    }
  }
  return { lines, updates, outbox, chats, faults }
}

/** Every deed has had its one effect, or its refusal. */
const ofDeeds = ({ deeds }: Remains, { updates }: Tale): string[] => {
  const faults: string[] = []
  for (const { update, kind, link } of deeds) {
    const lines = updates.get(update) ?? []
    if (lines.length !== 1) faults.push(`${update} (${kind}) was processed ${lines.length} times`)
    const changes = lines.flatMap((line) => line.changes)
    const answers = changes.filter(([table, id]) => table === "outbox" && id === `answer:${update}`)
    const reported = changes.filter(
      ([table, , row]) => table === "posts" && (row as Post | null)?.link === link,
    )
    if (kind === "report" && reported.length !== 1)
      faults.push(`${link ?? ""} of ${update} was not recorded: ${JSON.stringify(answers)}`)
    if ((kind === "report" || kind === "again" || kind === "nonsense") && answers.length !== 1)
      faults.push(`${update} (${kind}) was answered ${answers.length} times`)
  }
  const known = new Set(deeds.map(({ update }) => update))
  for (const update of updates.keys()) if (!known.has(update)) faults.push(`nobody did ${update}`)
  return faults
}

/** What was seen in a chat: each text, with how often it came with and without the mark, in order. */
type Seen = ReadonlyMap<string, readonly ("plain" | "marked" | "edited")[]>

const seen = ({ doings }: Remains): Seen => {
  const found = new Map<string, ("plain" | "marked" | "edited")[]>()
  for (const { kind, chat, text } of doings) {
    const marked = text.startsWith(MARK)
    const own = marked ? text.slice(MARK.length) : text
    // Notices that share a message are looked for one by one.
    for (const part of /^(第|有一条消息)/.test(own) ? own.split("\n\n") : [own]) {
      const key = `${chat} ${part}`
      found.set(key, [...(found.get(key) ?? []), kind === "edited" ? "edited" : marked ? "marked" : "plain"])
    }
  }
  return found
}

/** Every message has arrived, or its reader was told that it may not have; and none came twice without saying so. */
const ofMessages = ({ outbox, chats }: Tale, came: Seen): string[] => {
  const faults: string[] = []
  const texts = new Map<string, number>()
  for (const row of outbox.values()) {
    const chat = row.chat ?? chats.get(row.to.id) ?? row.to.id
    const key = `${chat} ${row.body.text}`
    texts.set(key, (texts.get(key) ?? 0) + 1)
    if (row.state === "replaced") continue
    if (row.state === "sent" && !came.has(key)) faults.push(`${row.id} is sent, but nobody saw it`)
    if (row.state === "sent" || row.id.endsWith(LOST)) continue
    const told = outbox.get(row.id + LOST)
    if (row.state !== "failed" || told === undefined)
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

/** Everybody who keeps a silent account has had the digest of the day. */
const ofDigests = ({ plan, lastStart }: Remains, { outbox }: Tale): string[] => {
  const digests = [...outbox.keys()].filter((id) => id.startsWith("digest:"))
  const due = Array.from({ length: plan.readers }, (_, at) => at).filter(
    (at) => plan.from + ((plan.until - plan.from) * at) / plan.readers < lastStart,
  ).length
  return digests.length < due ? [`${due} digests fell due, ${digests.length} were written`] : []
}

/** Holds what is left against what was promised. */
export const reckon = async (remains: Remains): Promise<Verdict> => {
  const audit = await verify(remains.folder)
  if (!audit.sound) return { faults: [`the journal is damaged: ${audit.damage.message}`], summary: "" }
  const tale = await read(remains.folder)
  const came = seen(remains)
  const rows = [...tale.outbox.values()]
  const count = (isMeant: (row: Outgoing) => boolean): number => rows.filter(isMeant).length
  const marked = remains.doings.filter(({ text }) => text.startsWith(MARK)).length
  return {
    faults: [
      ...remains.failures.map((said) => `it did not start or stop: ${said.slice(-600)}`),
      ...tale.faults,
      ...ofDeeds(remains, tale),
      ...ofMessages(tale, came),
      ...ofDigests(remains, tale),
    ],
    summary: [
      `killed ${Object.entries(remains.kills)
        .map(([way, times]) => `${times} ${way}`)
        .join(", ")}`,
      `${remains.deeds.length} deeds, ${tale.lines} lines`,
      `${rows.length} messages: ${count(({ state }) => state === "sent")} sent, ${marked} repeats marked`,
      `${count(({ id }) => id.endsWith(LOST))} given up after two tries and told so`,
      `${count(({ id }) => id.startsWith("digest:"))} digests`,
    ].join("; "),
  }
}
