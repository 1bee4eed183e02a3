import { type Account, platforms } from "../rules/account.ts"
import { isComing, isEnded, isUp, isWatched } from "../rules/life.ts"
import { conditionOf, conditions } from "../rules/condition.ts"
import type { Source } from "../rules/owed.ts"
import { dayOf } from "../rules/time.ts"
import { inOrder } from "../rules/words.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as dues from "./dues.ts"
import { isOutside } from "./matrix.ts"
import * as passwords from "./passwords.ts"
import * as people from "./people.ts"
import * as quotas from "./quotas.ts"
import * as units from "./units.ts"

/** How many lines of a list one message shows. */
const LINES = 45

/** How an account stands: as its quotas say, or why none runs. */
export const standings = [...conditions, "offline", "coming", "retired"] as const
export type Standing = (typeof standings)[number]

export interface Listed {
  readonly account: Account
  readonly standing: Standing
  /** Without the place in the matrix that a rulebook asks for. */
  readonly outside: boolean
}

/** The accounts of one unit, as far as one page shows them. */
export interface Group {
  readonly unit: string
  readonly listed: readonly Listed[]
}

export interface Listing {
  readonly counts: Readonly<Record<Standing, number>>
  readonly groups: readonly Group[]
  /** From 1. */
  readonly page: number
  readonly pages: number
}

interface Asked {
  /** Only this unit and those below it; null for everything one may see. */
  readonly unitId: string | null
  /** Only accounts that stand so; null for all live ones. */
  readonly standing: Standing | null
  readonly page: number
}

const standingOf = async (act: Act, account: Account): Promise<Standing> => {
  if (isEnded(account)) return "retired"
  if (isComing(account)) return "coming"
  if (account.state === "offline") return "offline"
  const silences = await bindings.silences(act, account)
  return conditionOf(account, await quotas.of(act, account), silences, dayOf(act.now))
}

const inList = (a: Account, b: Account): number =>
  platforms.indexOf(a.platform) - platforms.indexOf(b.platform) || inOrder(a.name, b.name)

/** The accounts a person may see, by unit and platform, with how each stands. */
export const list = async (act: Act, me: people.Member, asked: Asked): Promise<Listing> => {
  const counts = Object.fromEntries(standings.map((each) => [each, 0])) as Record<Standing, number>
  const groups: Group[] = []
  for (const unit of await people.unitsWith(act, me, "see")) {
    if (asked.unitId !== null && !(await units.path(act, unit.id)).includes(asked.unitId)) continue
    const listed: Listed[] = []
    for (const account of [...(await act.tables.accounts.where("unit", unit.id))].sort(inList)) {
      const standing = await standingOf(act, account)
      counts[standing] += 1
      if (asked.standing === null ? standing !== "retired" : standing === asked.standing)
        listed.push({ account, standing, outside: await isOutside(act, account) })
    }
    if (listed.length > 0) groups.push({ unit: unit.name, listed })
  }
  const pages = paged(groups)
  const page = Math.min(Math.max(1, asked.page), Math.max(1, pages.length))
  return { counts, groups: pages[page - 1] ?? [], page, pages: Math.max(1, pages.length) }
}

/** Fills pages to their last line; a unit that runs on is named again on the next page. */
const paged = (groups: readonly Group[]): readonly (readonly Group[])[] => {
  const pages: Group[][] = []
  let room = 0
  for (const { unit, listed } of groups) {
    let rest = listed
    while (rest.length > 0) {
      if (room < 2) {
        pages.push([])
        room = LINES
      }
      const shown = rest.slice(0, room - 1)
      pages.at(-1)?.push({ unit, listed: shown })
      room -= shown.length + 1
      rest = rest.slice(shown.length)
    }
  }
  return pages
}

/** Everything the register knows of one account. */
export const show = async (act: Act, me: people.Member, account: Account) => {
  await people.demand(act, me, "see", account.unitId)
  const exceptions = []
  for (const { rule, reason, by, at } of account.exceptions)
    exceptions.push({ source: await sourceOf(act, rule), reason, at, by: await nameOf(act, by) })
  return {
    account,
    unit: await units.called(act, await units.unit(act, account.unitId)),
    standing: await standingOf(act, account),
    password: isWatched(account) ? await passwords.standing(act, account) : null,
    dues: isUp(account) ? await dues.of(act, account) : [],
    exceptions,
    retiredBy: account.retired === null ? null : await nameOf(act, account.retired.by),
  }
}

const sourceOf = (act: Act, rule: string): Promise<Source | null> => bindings.sourceOfKey(act, rule)

/** Who did something; null when it was no person. */
const nameOf = async (act: Act, id: string): Promise<string | null> =>
  (await act.tables.persons.get(id))?.name ?? null
