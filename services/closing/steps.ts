import type { Account } from "../../rules/account.ts"
import { type ClosingStep, missingBefore, takenOn } from "../../rules/closing.ts"
import { type Announcement, approvedOn, type Procedure } from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import * as people from "../people.ts"
import type { Following } from "../procedures/kind.ts"
import { Refusal } from "../refusal.ts"
import * as closings from "./closings.ts"
import * as settling from "../settling.ts"

/** What is said when a step of a closing was taken. */
export interface Taken {
  readonly on: Day
  readonly link: string | null
  readonly followers: number | null
}

/** Notes that a step of a closing was taken, and gives back how far it is. Refuses what is out of order. */
export const take = async (
  act: Act,
  me: people.Member,
  account: Account,
  step: ClosingStep,
  taken: Taken,
): Promise<Following> => {
  await people.demand(act, me, "procedure.ask", account.unitId)
  const closing = await closings.agreed(act, account)
  refuseOutOfOrder(act, closing, step, taken.on)
  const { procedure } = closing
  const link = taken.link ?? ""
  switch (step) {
    case "announced":
      await announce(act, account, procedure, { kind: "closing", link, on: taken.on, removed: null })
      break
    case "destination":
      await put(act, procedure, { kind: "destination", link, on: taken.on, removed: null })
      break
    case "migrated":
      await act.tables.procedures.put({ ...procedure, details: { ...procedure.details, migrated: taken.on } })
      break
    case "submitted":
      await submit(act, account, procedure, taken)
      break
  }
  return closings.shown(act, await closings.agreed(act, account))
}

const refuseOutOfOrder = (act: Act, closing: closings.Closing, step: ClosingStep, on: Day): void => {
  const { asks, procedure, account } = closing
  const words = act.text.closing
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  const known = takenOn(procedure, step)
  if (known !== null) throw new Refusal(words.takenAlready(account, step, known))
  const first = missingBefore(asks, procedure, step)
  if (first !== null) throw new Refusal(words.outOfOrder(account, step, first))
  const agreed = approvedOn(procedure)
  if (step !== "migrated" && agreed !== null && on < agreed)
    throw new Refusal(words.beforeConsent(on, agreed))
  const migrated = takenOn(procedure, "migrated")
  if (step === "destination" && migrated !== null && on < migrated)
    throw new Refusal(words.beforeMigration(on, migrated))
  closings.refuseHeld(act, closing, step, on)
}

const put = async (act: Act, procedure: Procedure, announcement: Announcement): Promise<void> => {
  await act.tables.procedures.put({
    ...procedure,
    announcements: [...procedure.announcements, announcement],
  })
}

/** The closing announcement begins to stand; one that came down too early counts no longer. */
const announce = async (
  act: Act,
  { id, unitId }: Account,
  procedure: Procedure,
  announcement: Announcement,
): Promise<void> => {
  for (const { id: before, kind } of await act.tables.occasions.where("account", id))
    if (kind === "announcement.closing") await occasions.unhappen(act, before)
  await put(act, procedure, announcement)
  const { on } = announcement
  await settling.settleAll(act, id, "account.start-cancelling", on)
  await occasions.happen(act, { kind: "announcement.closing", on, unitId, accountId: id, nth: on })
}

/** The platform was asked to let it go; some do so only after a while, which hangs on the followers. */
const submit = async (act: Act, account: Account, procedure: Procedure, taken: Taken): Promise<void> => {
  const { on, followers } = taken
  const { id, unitId } = account
  await act.tables.procedures.put({ ...procedure, details: { ...procedure.details, submitted: on } })
  await settling.settleAll(act, id, "account.start-cancelling", on)
  await settling.settleAll(act, id, "account.cancel", on)
  await occasions.happen(act, {
    kind: "account.cancelling",
    on,
    unitId,
    accountId: id,
    ...(followers === null ? {} : { followers }),
  })
}
