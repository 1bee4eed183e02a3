import { isOpen as isLeftOpen } from "../../rules/obligation.ts"
import type { Handover, ShownHandover } from "../../rules/handover.ts"
import { inOrder } from "../../rules/words.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as duties from "../duties.ts"
import * as units from "../units.ts"
import { occasionOf } from "./noting.ts"

const nameOf = async (act: Act, id: string): Promise<string> =>
  (await act.tables.persons.get(id))?.name ?? act.text.people.unnamed

/** A hand-over with every name, and with what else is open for its account. */
export const shown = async (act: Act, of: Handover): Promise<ShownHandover> => {
  const departure = await act.tables.departures.get(of.departureId)
  if (!departure) throw new Error(`no departure ${of.departureId}`)
  const open = (await act.tables.obligations.where("account", of.accountId)).filter(
    (row) => isLeftOpen(row) && row.occasionId !== occasionOf(of),
  )
  const dated = []
  for (const row of open) dated.push(await duties.shown(act, row))
  const { id, ticked, state } = of
  return {
    id,
    ticked,
    state,
    account: await accounts.account(act, of.accountId),
    unit: (await units.unit(act, of.unitId)).name,
    leaver: await nameOf(act, of.personId),
    kind: departure.kind,
    lastOn: departure.lastOn,
    receiver: await nameOf(act, of.receiverId),
    duties: dated.sort((a, b) => (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity)),
  }
}

export const allShown = async (act: Act, them: readonly Handover[]): Promise<readonly ShownHandover[]> => {
  const all = []
  for (const each of them) all.push(await shown(act, each))
  const called = ({ account }: ShownHandover): string => `${account.name} ${account.platform}`
  return all.sort((a, b) => inOrder(called(a), called(b)))
}
