import {
  type DifferenceMistake,
  type LedgerReading,
  openingMistakes,
  readLedger,
  type ReadMistake,
} from "../rules/ledger.ts"
import type { Table } from "../rules/table.ts"
import { dayOf, days, hours } from "../rules/time.ts"
import type { Taken, Upload } from "../rules/upload.ts"
import type { Act } from "./app.ts"
import * as ledgers from "./ledgers.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as requests from "./requests.ts"
import * as units from "./units.ts"

/** How long a dry run waits for its press, and how long what was taken in can be taken back. */
export const KEPT_HOURS = 24

const COMMAND_LINE = "command-line"

/** What a ledger would do. */
export type Preview =
  | {
      readonly kind: "mistakes"
      readonly mistakes: readonly (ReadMistake | DifferenceMistake)[]
      /** Rows that are well written, but that a rule forbids. */
      readonly forbidden: readonly ledgers.Opposed[]
    }
  | { readonly kind: "nothing"; readonly carried: ledgers.Carried }
  | { readonly kind: "ready"; readonly carried: ledgers.Carried; readonly upload: Upload }

/** Reads a sheet as a ledger, says what it would do, and keeps it until somebody presses. Changes no account. */
export const preview = async (
  act: Act,
  me: people.Member | null,
  name: string,
  table: Table,
): Promise<{ readonly reading: LedgerReading; readonly preview: Preview }> => {
  const reading = readLedger(table)
  const scope = await ledgers.scopeOf(act, me)
  const carried = await act.rehearse(() => ledgers.carry(act, reading.ledger, scope, null))
  const openings = openingMistakes(reading.ledger, dayOf(act.now))
  const inCells = [...reading.mistakes, ...openings].sort((a, b) => rowOf(a) - rowOf(b))
  const mistakes = [...inCells, ...carried.difference.mistakes]
  const { forbidden } = carried
  if (mistakes.length + forbidden.length > 0)
    return { reading, preview: { kind: "mistakes", mistakes, forbidden } }
  if (carried.taken.length === 0) return { reading, preview: { kind: "nothing", carried } }
  const upload: Upload = {
    id: act.newId(),
    by: act.by,
    name,
    state: "previewed",
    ledger: reading.ledger,
    shown: carried.print,
    rules: rulesOf(carried),
    taken: [],
    dueAt: act.now + hours(KEPT_HOURS),
  }
  await act.tables.uploads.put(upload)
  return { reading, preview: { kind: "ready", carried, upload } }
}

const rowOf = (mistake: ReadMistake): number => ("row" in mistake ? mistake.row : 0)

const rulesOf = ({ opposed }: ledgers.Carried): readonly string[] => [
  ...new Set(opposed.flatMap(({ raised }) => raised.map(({ rule }) => rule))),
]

/** What a press on the card of a dry run led to. */
export type Applied =
  | { readonly kind: "done"; readonly added: number; readonly changed: number }
  | { readonly kind: "asked"; readonly leaders: readonly string[] | null; readonly requestId: string }

/** Takes the ledger in, or puts it before the leader in charge when some rows need that. All of it or nothing. */
export const apply = async (act: Act, me: people.Member | null, id: string): Promise<Applied> => {
  const upload = await inState(act, id, "previewed")
  const scope = await ledgers.scopeOf(act, me)
  if (upload.rules.length === 0) return takeIn(act, upload, scope, null)
  const carried = await act.rehearse(() => ledgers.carry(act, upload.ledger, scope, null))
  demandSame(act, upload, carried)
  const unitId = await common(
    act,
    carried.opposed.map(({ account }) => account.unitId),
  )
  const says = act.text.upload.asksLeader({
    by: me?.person.name ?? null,
    name: upload.name,
    ...counted(carried.taken),
    opposed: carried.opposed,
  })
  const wanted = { kind: "import", uploadId: id } as const
  const { request, leaders } = await requests.ask(act, me, { unitId, wanted, rules: upload.rules, says })
  // A little longer than the request, whose end names it.
  const dueAt = act.now + days(requests.KEPT_DAYS + 1)
  await act.tables.uploads.put({ ...upload, by: act.by, state: "asked", dueAt })
  return { kind: "asked", leaders, requestId: request.id }
}

/** The leader in charge passed what stood against it: all of it is taken in, with the reason on each such account. */
export const pass = async (act: Act, id: string, reason: string) => {
  const upload = await inState(act, id, "asked")
  const scope = await ledgers.scopeOf(act, await asker(act, upload))
  return { ...(await takeIn(act, upload, scope, reason)), name: upload.name }
}

/** Whoever wanted it taken in, with the rights they have now; null when it came by the command line. */
const asker = async (act: Act, { by }: Upload): Promise<people.Member | null> => {
  if (by === COMMAND_LINE) return null
  const person = await act.tables.persons.get(by)
  if (person?.state !== "active") throw new Refusal(act.text.upload.askerLeft)
  return { person, roles: await people.rolesOf(act, by) }
}

const takeIn = async (act: Act, upload: Upload, scope: ledgers.Scope, reason: string | null) => {
  const carried = await ledgers.carry(act, upload.ledger, scope, reason)
  demandSame(act, upload, carried)
  await act.tables.uploads.put({
    ...upload,
    state: "applied",
    // Not wanted any more, and a row that changes is written whole.
    ledger: { ...upload.ledger, rows: [] },
    taken: carried.taken,
    dueAt: act.now + hours(KEPT_HOURS),
  })
  return { kind: "done" as const, ...counted(carried.taken) }
}

/** Nothing is taken in but what was shown; throwing undoes what was carried out. */
const demandSame = (act: Act, upload: Upload, carried: ledgers.Carried): void => {
  const wrong = carried.difference.mistakes.length + carried.forbidden.length > 0
  if (wrong || carried.print !== upload.shown) throw new Refusal(act.text.upload.otherwise(upload.name))
}

const counted = (taken: readonly Taken[]) => {
  const added = taken.filter(({ before }) => before === null).length
  return { added, changed: taken.length - added }
}

/** The nearest unit that stands above all of these. */
const common = async (act: Act, unitIds: readonly string[]): Promise<string> => {
  let shared: readonly string[] | null = null
  for (const unitId of new Set(unitIds)) {
    const path = await units.path(act, unitId)
    shared = shared === null ? path : shared.filter((id) => path.includes(id))
  }
  const [nearest] = shared ?? []
  if (nearest === undefined) throw new Error("the units of a ledger have no root in common")
  return nearest
}

/** A ledger that stands where it has to for what is wanted. */
export const inState = async (act: Act, id: string, state: Upload["state"]): Promise<Upload> => {
  const upload = await act.tables.uploads.get(id)
  if (!upload) throw new Refusal(act.text.upload.gone(KEPT_HOURS))
  if (upload.state !== state) throw new Refusal(act.text.upload.already[upload.state])
  return upload
}

/** Gives a dry run up, for whoever sent it or imports over all that it speaks of. Gives back the name of the file. */
export const drop = async (act: Act, me: people.Member | null, id: string): Promise<string> => {
  const upload = await act.tables.uploads.get(id)
  if (!upload) throw new Refusal(act.text.upload.gone(KEPT_HOURS))
  if (me && upload.by !== me.person.id) {
    const touched = await ledgers.unitsOf(act, upload.ledger)
    if (touched.size === 0) throw new Refusal(act.text.upload.gone(KEPT_HOURS))
    for (const unitId of touched) await people.demand(act, me, "account.import", unitId)
  }
  if (upload.state !== "previewed" && upload.state !== "asked")
    throw new Refusal(act.text.upload.already[upload.state])
  await abandon(act, upload)
  for (const request of await act.tables.requests.all())
    if (request.state === "waiting" && request.wanted.kind === "import" && request.wanted.uploadId === id)
      await requests.close(act, request, "refused", {
        text: act.text.upload.withdrawn(upload.name),
        buttons: [],
      })
  return upload.name
}

export const abandon = (act: Act, upload: Upload): Promise<void> =>
  act.tables.uploads.put({ ...upload, state: "dropped" })
