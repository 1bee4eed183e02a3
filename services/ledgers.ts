import { createHash } from "node:crypto"
import { type Account, Draft, type Exception } from "../rules/account.ts"
import { isEnded } from "../rules/life.ts"
import {
  type Added,
  type Changed,
  described,
  difference,
  type Difference,
  type Ledger,
  type LedgerAccount,
} from "../rules/ledger.ts"
import type { Objection } from "../rules/registration/objections.ts"
import type { Unit } from "../rules/unit.ts"
import type { Taken } from "../rules/upload.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import * as objections from "./objections.ts"
import * as people from "./people.ts"
import * as watch from "./watch.ts"

/** What a ledger may speak of: the units over which somebody imports, and their accounts. */
export interface Scope {
  readonly units: readonly Unit[]
  readonly accounts: readonly Account[]
}

/** The scope of a person; null is whoever runs the bot, who may import everything. */
export const scopeOf = async (act: Act, me: people.Member | null): Promise<Scope> => {
  const units = me ? await people.unitsWith(act, me, "account.import") : await act.tables.units.all()
  const found: Account[] = []
  for (const { id } of units) found.push(...(await act.tables.accounts.where("unit", id)))
  return { units, accounts: found }
}

/** The units whose accounts a ledger would add, change or move. */
export const unitsOf = async (act: Act, ledger: Ledger): Promise<ReadonlySet<string>> => {
  const { units, accounts: known } = await scopeOf(act, null)
  const { added, changed } = difference(ledger, known, units)
  return new Set([
    ...added.map(({ account }) => account.unitId),
    ...changed.flatMap(({ account, patch }) => [account.unitId, patch.unitId ?? account.unitId]),
  ])
}

/** What the rules have against one row. */
export interface Opposed {
  readonly row: number
  readonly account: LedgerAccount
  readonly raised: readonly Objection[]
}

/** What taking in a ledger did, or in a rehearsal would do. */
export interface Carried {
  readonly difference: Difference
  readonly taken: readonly Taken[]
  /** Rows that a hard rule forbids: as long as there are any, nothing may be kept. */
  readonly forbidden: readonly Opposed[]
  /** Rows that the leader in charge has to pass. */
  readonly opposed: readonly Opposed[]
  readonly noted: readonly Opposed[]
  /** Fingerprint of all of it. */
  readonly print: string
}

/**
 * Takes the rows of a ledger in, each through the checks of a registration: what leaves a place first, then what changes,
 * then what is new. It writes to the tables whatever the rules say: rehearse it, or throw when something stands against it.
 */
export const carry = async (
  act: Act,
  ledger: Ledger,
  scope: Scope,
  reason: string | null,
): Promise<Carried> => {
  const found = difference(ledger, scope.accounts, scope.units)
  const sorted: Record<Objection["strength"], Opposed[]> = { hard: [], soft: [], note: [] }
  const taken: Taken[] = []
  const later: watch.Later = new Set()
  for (const each of inTurn(found)) {
    const before = "patch" in each ? each.account : null
    const wanted: LedgerAccount =
      "patch" in each ? { ...described(each.account), ...each.patch } : each.account
    const raised = await raisedBy(act, wanted, before)
    for (const [strength, rows] of Object.entries(sorted)) {
      const of = raised.filter((objection) => objection.strength === strength)
      if (of.length > 0) rows.push({ row: each.row, account: wanted, raised: of })
    }
    const soft = raised.filter(({ strength }) => strength === "soft")
    const passed = soft.map(({ rule }): Exception => ({
      rule,
      reason: reason ?? "",
      by: act.by,
      at: act.now,
    }))
    const after = await take(act, wanted, before, passed, later)
    taken.push({ row: each.row, accountId: after.id, before, after })
  }
  await watch.catchUp(act, later)
  const { hard: forbidden, soft: opposed, note: noted } = sorted
  return { difference: found, taken, forbidden, opposed, noted, print: printOf(taken, opposed) }
}

const inTurn = ({ added, changed }: Difference): readonly (Added | Changed)[] => [
  ...changed.filter(({ patch }) => patch.state === "retired"),
  ...changed.filter(({ patch }) => patch.state !== "retired"),
  ...added,
]

/** A retired account is kept as it was: no rule has anything against it any more. */
const raisedBy = async (
  act: Act,
  wanted: LedgerAccount,
  before: Account | null,
): Promise<readonly Objection[]> => {
  if (wanted.state === "retired") return []
  const draft = await accounts.settled(act, wanted)
  return before && !isEnded(before)
    ? objections.raisedBy(act, draft, before)
    : objections.against(act, draft, before)
}

const take = async (
  act: Act,
  wanted: LedgerAccount,
  before: Account | null,
  passed: readonly Exception[],
  later: watch.Later,
): Promise<Account> => {
  const draft = await accounts.settled(act, wanted)
  const { state } = wanted
  const retired = wanted.retired && { ...wanted.retired, by: act.by, at: act.now }
  if (before)
    return accounts.change(
      act,
      before,
      {
        ...draft,
        // What a ledger calls live may be offline, or closing: only its procedures change that.
        state: state === "live" && !isEnded(before) ? before.state : state,
        retired: before.retired && retired ? { ...before.retired, ...wanted.retired } : retired,
        exceptions: [...before.exceptions, ...passed],
      },
      later,
    )
  const created = await accounts.create(act, draft, {
    exceptions: passed,
    lastPostAt: null,
    later,
    // What is over is judged no more.
    ...(state === "retired" ? { state: "live" as const } : {}),
  })
  return state === "live" ? created : accounts.change(act, created, { state, retired }, later)
}

/** The same rows on the same accounts give the same print, whatever ids and times they got. */
const printOf = (taken: readonly Taken[], opposed: readonly Opposed[]): string => {
  const rows = taken.map(({ row, before, after }) => [
    row,
    before && [before.id, Draft.parse(before), before.state],
    [Draft.parse(after), after.state, after.retired?.on, after.retired?.reason],
  ])
  const against = opposed.map(({ row, raised }) => [row, raised.map(({ rule }) => rule)])
  return createHash("sha256")
    .update(JSON.stringify([rows, against]))
    .digest("hex")
}
