import type { Account } from "../../rules/account.ts"
import type { Departure } from "../../rules/departure.ts"
import type { Handover } from "../../rules/handover.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"

/** Under which id the leaving of one account's keeper is noted. */
export const occasionOf = ({ personId, accountId, unitId, id }: Handover): string =>
  occasions.idOf({ kind: "person.leaving", unitId, accountId, personId, nth: id })

/** Opens the hand-over of one account, or counts it anew for another last day. */
export const note = async (act: Act, departure: Departure, of: Handover): Promise<Handover> => {
  const { unitId, accountId, personId, id } = of
  await act.tables.handovers.put(of)
  await occasions.happen(act, {
    kind: "person.leaving",
    on: departure.lastOn,
    unitId,
    accountId,
    personId,
    nth: id,
  })
  return of
}

export const begun = (
  act: Act,
  departure: Departure,
  account: Account,
  receiverId: string,
): Promise<Handover> =>
  note(act, departure, {
    id: act.newId(),
    departureId: departure.id,
    personId: departure.personId,
    accountId: account.id,
    unitId: account.unitId,
    receiverId,
    ticked: [],
    received: null,
    confirmed: null,
    state: "receiving",
  })

/** What still has to be done before somebody has left: the duties their leaving started, of every account. */
export const openOf = async (act: Act, departure: Departure): Promise<readonly Obligation[]> => {
  const rows: Obligation[] = []
  for (const of of await act.tables.handovers.where("departure", departure.id))
    rows.push(...(await act.tables.obligations.where("occasion", occasionOf(of))))
  return rows.filter(isOpen)
}
