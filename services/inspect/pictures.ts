import { undrawable } from "../../papers/picture/letters.ts"
import { drawMatrix, type Standing } from "../../papers/picture/matrix.ts"
import type { Account } from "../../rules/account.ts"
import type { Body } from "../../rules/outgoing.ts"
import { isComing, isEnded } from "../../rules/life.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import type { Level } from "../../rules/verdict/index.ts"
import { weeksUntil } from "../../rules/verdict/week.ts"
import type { Act } from "../app.ts"
import { languageOf } from "../exports.ts"
import { inRows, rowsOf } from "./matrix.ts"

/** As many as a phone shows without being enlarged; more go on further pictures. */
const ROWS = 40
const WEEKS = 12

const STANDING: Readonly<Record<Level, Standing>> = { red: "bad", soon: "near", green: "good", none: "none" }

interface Asked {
  /** What the accounts are called together. */
  readonly of: string
  readonly accounts: readonly Account[]
  /** The units they belong to, in the order in which they are shown. */
  readonly units: readonly { readonly id: string }[]
  /** The last week is the one that holds it. */
  readonly at: Instant
  /** From 1. */
  readonly page: number
}

/** Whether an inspection looked at it in one of the weeks: it has opened, and was not over before. */
const isLookedAt = (account: Account, since: Day): boolean =>
  !isComing(account) && (!isEnded(account) || (account.retired?.on ?? "") > since)

/** How accounts stood week by week, as one of so many pictures. */
export const ofAccounts = async (
  act: Act,
  { of, accounts, units, at, page }: Asked,
): Promise<{ readonly body: Body; readonly pages: number }> => {
  const weeks = weeksUntil(at, WEEKS)
  const since = weeks[0]?.from ?? dayOf(at)
  const all = inRows(accounts, units).filter((each) => isLookedAt(each, since))
  const pages = Math.max(1, Math.ceil(all.length / ROWS))
  const shown = Math.min(page, pages)
  const some = all.slice((shown - 1) * ROWS, shown * ROWS)
  const { span, missingNames, platforms } = act.text.picture
  const spanned = span(since, dayOf(at))
  const rows = (await rowsOf(act, some, weeks)).map(({ account, levels }) => ({
    name: `${platforms[account.platform]} ${account.name}`,
    standings: levels.map((level) => STANDING[level]),
  }))
  const svg = drawMatrix(
    {
      unit: of,
      span: spanned,
      weeks: weeks.map(({ from }) => `${Number(from.slice(5, 7))}/${Number(from.slice(8))}`),
      accounts: rows,
    },
    languageOf(act),
  )
  const alt = act.text.inspect.picture({ of, span: spanned, page: shown, pages })
  const lacking = undrawable([of, ...rows.map(({ name }) => name)])
  const text = [alt, ...(lacking.length === 0 ? [] : [missingNames(lacking)])].join("\n")
  return { body: { text, picture: { svg, alt } }, pages }
}
