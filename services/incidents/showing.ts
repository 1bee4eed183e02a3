import type { Clock, Incident, IncidentNote, Need } from "../../rules/incident.ts"
import type { Account } from "../../rules/account.ts"
import type { Step } from "../../rules/kinds/common.ts"
import type { Source } from "../../rules/owed.ts"
import type { Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as units from "../units.ts"

/** An incident as a card shows it: names instead of ids. */
export interface ShownIncident extends Pick<
  Incident,
  | "id"
  | "number"
  | "kind"
  | "severity"
  | "drill"
  | "foundAt"
  | "raisedAt"
  | "what"
  | "link"
  | "own"
  | "photos"
  | "state"
  | "ladder"
> {
  readonly unit: string
  readonly account: Pick<Account, "platform" | "name"> | null
  readonly raisedBy: string
  readonly holder: { readonly name: string; readonly at: Instant } | null
  /** All who acknowledged, the holder first. */
  readonly acknowledged: readonly string[]
  /** Who was called in this round, in order, with whom they stand in for. */
  readonly called: readonly {
    readonly name: string
    readonly step: Step
    readonly at: Instant
    readonly standsFor: string | null
    readonly passed: boolean
  }[]
  readonly round: number
  /** How it goes, as was said last. */
  readonly progress: { readonly name: string; readonly at: Instant; readonly said: string } | null
  /** Who could not be called, and why, as was said last. */
  readonly skipped: readonly string[]
  readonly clocks: readonly (Clock & { readonly sources: readonly Source[] })[]
  readonly needs: readonly Need[]
  readonly closed: { readonly name: string; readonly at: Instant; readonly note: string | null } | null
}

export const nameOf = async (act: Act, personId: string): Promise<string> =>
  (await act.tables.persons.get(personId))?.name ?? act.text.people.unnamed

const sourcesOf = async (act: Act, keys: readonly string[]): Promise<readonly Source[]> => {
  const found: Source[] = []
  for (const key of keys) {
    const source = await bindings.sourceOfKey(act, key)
    if (source) found.push(source)
  }
  const texts = found.filter(({ origin }) => origin !== "house")
  return texts.length > 0 ? texts : found.slice(0, 1)
}

/** What was said of those who could not be called in the round that runs. */
const skippedIn = (notes: readonly IncidentNote[], round: number): readonly IncidentNote[] =>
  notes.filter((note) => note.what === "skipped" && note.round === round)

const progressOf = async (act: Act, notes: readonly IncidentNote[]): Promise<ShownIncident["progress"]> => {
  const told = notes.filter(({ what, note }) => what === "progress" && note !== null)
  const last = told.reduce<IncidentNote | null>((one, other) => (one && one.n > other.n ? one : other), null)
  return last && { name: await nameOf(act, last.personId ?? last.by), at: last.at, said: last.note ?? "" }
}

export const shown = async (act: Act, it: Incident): Promise<ShownIncident> => {
  const account = it.accountId === null ? null : await act.tables.accounts.get(it.accountId)
  const round = Math.max(1, ...it.called.map((each) => each.round))
  const called = []
  for (const each of it.called.filter((one) => one.round === round))
    called.push({
      name: await nameOf(act, each.personId),
      step: each.step,
      at: each.at,
      standsFor: each.standsFor === null ? null : await nameOf(act, each.standsFor),
      passed: each.passedAt !== null,
    })
  const clocks = []
  for (const each of it.clocks) clocks.push({ ...each, sources: await sourcesOf(act, each.rules) })
  const acknowledged = []
  for (const { personId } of it.acknowledged) acknowledged.push(await nameOf(act, personId))
  const notes = await act.tables.incidentNotes.where("incident", it.id)
  const skipped = skippedIn(notes, round)
  const said = []
  for (const each of skipped)
    said.push(
      act.text.incident.hindered(
        each.personId === null ? "" : await nameOf(act, each.personId),
        each.note ?? "",
      ),
    )
  return {
    ...it,
    unit: (await units.unit(act, it.unitId)).name,
    account,
    raisedBy: await nameOf(act, it.raisedBy),
    holder: it.holder === null ? null : { name: await nameOf(act, it.holder.personId), at: it.holder.at },
    acknowledged,
    called,
    round,
    progress: await progressOf(act, notes),
    skipped: [...new Set(said)],
    clocks,
    closed:
      it.closed === null
        ? null
        : { name: await nameOf(act, it.closed.by), at: it.closed.at, note: it.closed.note },
  }
}
