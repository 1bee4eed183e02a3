import type { Finding } from "../../rules/finding.ts"
import type { Button } from "../../rules/outgoing.ts"
import type { Person } from "../../rules/person.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"

/** For how many findings of one message there is a button. */
const BUTTONS = 8

/**
 * Who puts it right: whoever keeps the account, or looks after the unit, and whoever answers for it. Never a group: what
 * was found in one unit is no business of the others in it.
 */
export const concerned = async (
  act: Act,
  { unitId, accountId }: Pick<Finding, "unitId" | "accountId">,
): Promise<readonly Person[]> => {
  const account = accountId === null ? null : await act.tables.accounts.get(accountId)
  const custodian = account?.custodian?.personId ?? null
  const keeper = custodian === null ? null : await act.tables.persons.get(custodian)
  const own = await people.holding(act, unitId, ["publisher", "administrator", "information-officer"])
  const found = keeper?.state === "active" ? [keeper] : own
  const all = [...found, ...(await owners.leaders(act, unitId))]
  return all.filter(({ id }, at) => all.findIndex((each) => each.id === id) === at)
}

/** Who may close it: the office's people, but never whoever put it right. */
export const closers = async (act: Act, it: Finding): Promise<readonly Person[]> => {
  for (const role of ["supervisor", "administrator"] as const)
    for (const { id } of await units.above(act, it.officeId)) {
      const found = (await people.holding(act, id, [role])).filter((each) => each.id !== it.rectified?.by)
      if (found.length > 0) return found
    }
  return []
}

export const tell = async (
  act: Act,
  unitId: string,
  to: readonly Person[],
  key: string,
  body: { readonly text: string; readonly buttons?: readonly (readonly Button[])[] },
): Promise<void> => {
  const dueAt = outsideQuiet(await units.times(act, unitId), act.now)
  for (const { id } of to)
    if (id !== act.by)
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        key: `finding:${key}:${id}`,
        dueAt,
        body,
      })
}

/** What whoever has to put them right may press. */
export const answerButtons = (act: Act, its: readonly Finding[]): readonly (readonly Button[])[] =>
  its.slice(0, BUTTONS).map(({ id, number }) => [
    {
      label: act.text.finding.buttons.rectified(its.length === 1 ? null : number),
      press: `rectified finding=${id}`,
    },
  ])

/** What whoever closes it may press. */
export const closeButtons = (act: Act, { id }: Finding): readonly (readonly Button[])[] => {
  const { close, back } = act.text.finding.buttons
  return [
    [
      { label: close, press: `verify finding=${id} say=close` },
      { label: back, press: `verify finding=${id} say=back` },
    ],
  ]
}
