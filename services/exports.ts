import { writeLedger } from "../papers/ledger.ts"
import type { Account } from "../rules/account.ts"
import { ledgerEntries } from "../rules/ledger.ts"
import type { Unit } from "../rules/unit.ts"
import { languages } from "../text/index.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

export type Format = "xlsx" | "csv"

/** The ledger of everything, for whoever runs the bot. */
export const all = async (act: Act, format: Format): Promise<Uint8Array> =>
  written(act, await act.tables.accounts.all(), await act.tables.units.all(), format)

/** A ledger without a row, to be filled in. */
export const blank = async (act: Act, format: Format): Promise<string> =>
  base64(await written(act, [], [], format))

/** The ledger of a unit and of those below it that somebody may see. */
export const ofUnit = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  format: Format,
): Promise<{ readonly count: number; readonly base64: string }> => {
  await people.demand(act, me, "see", unit.id)
  const seen = await people.unitsWith(act, me, "see")
  const found: Account[] = []
  for (const { id } of seen)
    if ((await units.path(act, id)).includes(unit.id))
      found.push(...(await act.tables.accounts.where("unit", id)))
  return { count: found.length, base64: base64(await written(act, found, seen, format)) }
}

const written = (
  act: Act,
  accounts: readonly Account[],
  named: readonly Unit[],
  format: Format,
): Promise<Uint8Array> => writeLedger(ledgerEntries(accounts, named), format, languageOf(act))

/** The language in which somebody is answered. */
export const languageOf = (act: Act) => {
  const found = Object.entries(languages).find(([, text]) => text === act.text)
  return (found?.[0] ?? "zh") as keyof typeof languages
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64")
