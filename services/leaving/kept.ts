import type { Account } from "../../rules/account.ts"
import { isEnded } from "../../rules/life.ts"
import type { Person, Role } from "../../rules/person.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"

/** Whoever holds one of these has accounts in their hands. */
const KEEPING: readonly Role[] = ["custodian", "publisher", "administrator"]

/**
 * What somebody has to hand over: the accounts that name them as custodian or editor, and those of their own units that
 * name no custodian at all.
 */
export const by = async (act: Act, person: Person): Promise<readonly Account[]> => {
  const found = new Map<string, Account>()
  const roles = (await people.rolesOf(act, person.id)).filter(({ role }) => KEEPING.includes(role))
  for (const account of await asCustodian(act, person)) found.set(account.id, account)
  for (const unitId of new Set([person.unitId, ...roles.map((role) => role.unitId)])) {
    const isTheOnly = !(await people.inUnit(act, unitId)).some(
      (each) => each.id !== person.id && each.name === person.name,
    )
    const looksAfter = roles.some((role) => role.unitId === unitId)
    for (const account of await act.tables.accounts.where("unit", unitId))
      if ((isTheOnly && names(account, person)) || (looksAfter && account.custodian === null))
        found.set(account.id, account)
  }
  return [...found.values()].filter((account) => !isEnded(account))
}

/** The accounts of which somebody is the custodian. */
export const asCustodian = async (act: Act, person: Person): Promise<readonly Account[]> =>
  (await act.tables.accounts.where("custodian", person.id)).filter((account) => !isEnded(account))

const names = ({ custodian, editors }: Account, { name }: Person): boolean =>
  editors.includes(name) || (custodian?.personId === null && custodian.name === name)

/** The account as it is kept once whoever received it has taken the place of whoever left. */
export const handedTo = (
  { custodian, editors }: Account,
  leaver: Person,
  receiver: Person,
): Pick<Account, "custodian" | "editors"> => ({
  custodian:
    custodian === null || custodian.personId === leaver.id || custodian.name === leaver.name
      ? { name: receiver.name, personId: receiver.id }
      : custodian,
  editors: [...new Set(editors.map((name) => (name === leaver.name ? receiver.name : name)))],
})
