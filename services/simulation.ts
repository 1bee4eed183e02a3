import type { Recipient } from "../rules/outgoing.ts"
import { type Day, dayOf, endOf, type Instant, timeOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as foresight from "./foresight.ts"
import * as units from "./units.ts"

/** A message that would be sent, with all there is to say of it. */
export interface Simulated {
  readonly at: Instant
  readonly to: string
  readonly unit: string
  readonly job: string
  /** The rules it names. */
  readonly grounds: readonly string[]
  readonly first: string
  readonly text: string
}

/**
 * Plays the whole office forward, with nobody doing anything, and gives back what would be sent from one day to another.
 * It writes to the tables: call it on a copy, or in a rehearsal.
 */
export const play = async (act: Act, from: Day, until: Day): Promise<readonly Simulated[]> => {
  const posted = await foresight.play(act, await foresight.waiting(act), endOf(until) - 1)
  const citations = await citationsOf(act)
  const simulated: Simulated[] = []
  for (const { row, job } of posted) {
    const day = dayOf(row.leaveAt)
    if (day < from || day > until) continue
    const { text } = row.body
    simulated.push({
      at: row.leaveAt,
      ...(await reader(act, row.to)),
      job,
      grounds: named(citations, text),
      first: text.split("\n")[0] ?? "",
      text,
    })
  }
  return simulated
}

/** A line of a table for each message, under the headings of the columns. */
export const table = (act: Act, messages: readonly Simulated[]): readonly (readonly string[])[] => {
  const { columns, job } = act.text.simulation
  return [
    columns,
    ...messages.map((it) => [
      `${dayOf(it.at)} ${timeOf(it.at)}`,
      it.to,
      it.unit,
      job(it.job),
      it.grounds.join("\n"),
      it.first,
      it.text,
    ]),
  ]
}

const reader = async (act: Act, { kind, id }: Recipient): Promise<Pick<Simulated, "to" | "unit">> => {
  const found = kind === "person" ? await act.tables.persons.get(id) : await act.tables.chats.get(id)
  if (found === null) return { to: act.text.simulation.gone, unit: "" }
  const { name } = await units.unit(act, found.unitId)
  return { to: "name" in found ? found.name : found.title, unit: name }
}

/** How every rule is cited, the longest first: an article's first paragraph is not taken for the article. */
const citationsOf = async (act: Act): Promise<readonly string[]> => {
  const cited = new Set<string>()
  for (const { book } of await act.tables.rulebooks.all())
    for (const rule of book.rules) cited.add(act.text.cited.cite(bindings.sourceOf({ book, rule })))
  return [...cited].sort((a, b) => b.length - a.length)
}

const named = (citations: readonly string[], text: string): readonly string[] => {
  let rest = text
  const found: string[] = []
  for (const citation of citations)
    if (rest.includes(citation)) {
      found.push(citation)
      rest = rest.replaceAll(citation, "")
    }
  return found
}
