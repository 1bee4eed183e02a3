import type { Incident, IncidentNote } from "../../rules/incident.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import type { Person } from "../../rules/person.ts"
import type { Post } from "../../rules/post.ts"
import { show, verify } from "../../storage/audit.ts"
import type { Line } from "../../storage/store.ts"
import { emergencies } from "./emergencies.ts"
import { LOST, MARK, ofMessages, seen } from "./messages.ts"
import type { Remains } from "./torment.ts"

/** What the journal tells. */
export interface Tale {
  readonly lines: number
  /** The line of each update. */
  readonly updates: ReadonlyMap<string, readonly Line[]>
  /** How each message stands. */
  readonly outbox: ReadonlyMap<string, Outgoing>
  readonly persons: ReadonlyMap<string, Person>
  readonly incidents: ReadonlyMap<string, Incident>
  /** The stories of all incidents, each in its order. */
  readonly notes: readonly IncidentNote[]
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
  const persons = new Map<string, Person>()
  const incidents = new Map<string, Incident>()
  const notes: IncidentNote[] = []
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
      if (table === "persons" && row) persons.set(id, row as Person)
      if (table === "incidents" && row) incidents.set(id, row as Incident)
      if (table === "incidentNotes" && row) notes.push(row as IncidentNote)
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
  return { lines, updates, outbox, persons, incidents, notes, faults }
}

/** Every deed has had its one effect, or its refusal. */
const ofDeeds = ({ deeds }: Remains, { updates }: Tale): string[] => {
  const faults: string[] = []
  for (const { update, kind, link } of deeds) {
    const lines = updates.get(update) ?? []
    // What is nothing to the bot leaves no line.
    if (lines.length > 1 || (lines.length === 0 && kind !== "event"))
      faults.push(`${update} (${kind}) was processed ${lines.length} times`)
    const changes = lines.flatMap((line) => line.changes)
    const answers = changes.filter(([table, id]) => table === "outbox" && id === `answer:${update}`)
    const reported = changes.filter(
      ([table, , row]) => table === "posts" && (row as Post | null)?.link === link,
    )
    if (kind === "report" && reported.length !== 1)
      faults.push(`${link ?? ""} of ${update} was not recorded: ${JSON.stringify(answers)}`)
    if (["report", "again", "nonsense", "emergency"].includes(kind) && answers.length !== 1)
      faults.push(`${update} (${kind}) was answered ${answers.length} times`)
  }
  const known = new Set(deeds.map(({ update }) => update))
  for (const update of updates.keys()) if (!known.has(update)) faults.push(`nobody did ${update}`)
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
  const came = seen(remains, tale)
  const told = emergencies(remains, tale)
  const rows = [...tale.outbox.values()]
  const count = (isMeant: (row: Outgoing) => boolean): number => rows.filter(isMeant).length
  const marked = remains.doings.filter(({ text }) => text.startsWith(MARK)).length
  return {
    faults: [
      ...remains.failures.map((said) => `it did not start or stop: ${said.slice(-600)}`),
      ...tale.faults,
      ...ofDeeds(remains, tale),
      ...ofMessages(remains, tale, came),
      ...told.faults,
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
      told.summary,
    ].join("; "),
  }
}
