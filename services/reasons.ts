import type { Account } from "../rules/account.ts"
import { startOf } from "../rules/condition.ts"
import type { Obligation } from "../rules/obligation.ts"
import { reckoned } from "../rules/reckoning.ts"
import { dayOf } from "../rules/time.ts"
import type { Said } from "../rules/owed.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as dues from "./dues.ts"
import * as duties from "./duties.ts"
import * as people from "./people.ts"
import * as bindings from "./bindings.ts"
import * as units from "./units.ts"

/** How many misses are shown, the latest. */
const SHOWN = 10

/** Everything that explains a reminder about an account: rules, dates, arithmetic and what was missed before. */
export const of = async (act: Act, me: people.Member, account: Account) => {
  await people.demand(act, me, "see", account.unitId)
  const rules = await dues.of(act, account)
  const misses = [...(await act.tables.misses.where("account", account.id))].sort((a, b) => b.at - a.at)
  const shown = []
  for (const miss of misses.slice(0, SHOWN)) {
    const source = await bindings.sourceOfKey(act, miss.rule)
    if (source) shown.push({ source, miss })
  }
  const [first] = rules
  return {
    account,
    unit: (await units.unit(act, account.unitId)).name,
    condition: first?.condition ?? ("green" as const),
    lastPost: account.lastPostAt === null ? null : dayOf(account.lastPostAt),
    silent: first?.silent ?? 0,
    start: startOf(account),
    rules,
    misses: shown,
  }
}

/** Everything that explains a dated duty: rules, start, arithmetic and what became of it so far. */
export const ofObligation = async (act: Act, row: Obligation) => {
  const says: Said[] = []
  const lengths = []
  for (const key of row.rules) {
    const rule = await bindings.saidByKey(act, key)
    if (rule) says.push(rule)
    lengths.push(...(await bindings.lengthsByKey(act, key)))
  }
  const history: string[] = []
  for (const { at, phase, by } of row.path)
    history.push(act.text.obligation.moment(at, phase, (await act.tables.persons.get(by))?.name ?? null))
  const occasion = row.occasionId === null ? null : await act.tables.occasions.get(row.occasionId)
  const corrections: string[] = []
  for (const { from, to, by, reason } of occasion?.corrected ?? []) {
    const name = (await act.tables.persons.get(by))?.name ?? "—"
    corrections.push(act.text.redate.corrected(from, to, name, reason))
  }
  const said = [occasion?.note ?? null, ...corrections].filter((part) => part !== null)
  const happened = said.length === 0 ? null : said.join("；")
  const { due, since } = row
  const reckoning = due === null ? null : reckoned(await calendar(act), since, due.day, lengths)
  return { ...(await duties.shown(act, row)), says, reckoning, noted: row.notedAt, happened, history }
}
