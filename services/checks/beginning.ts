import { type CheckSheet } from "../../rules/check.ts"
import { isWatched } from "../../rules/life.ts"
import { addMonths, dayOf, instantOf, type Month, monthOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import * as offices from "../offices.ts"
import { Refusal } from "../refusal.ts"
import { idOf } from "./reading.ts"
import { openOne } from "./opening.ts"

/** The month that is meant where nobody names one: this one, once its first working day has come. */
export const monthMeant = async (act: Act, typed: Month | null): Promise<Month> => {
  const today = dayOf(act.now)
  const days = await calendar(act)
  const opensOn = (month: Month) => days.workingDayOnOrAfter(`${month}-01`)
  if (typed !== null) {
    if (typed > monthOf(today) || instantOf(opensOn(typed)) > act.now)
      throw new Refusal(act.text.check.notBegun(typed, opensOn(typed)))
    return typed
  }
  const now = monthOf(today)
  return instantOf(opensOn(now)) > act.now ? monthOf(addMonths(`${now}-01`, -1)) : now
}

/** Opens a unit's sheets for a look at itself, as often as it likes, one a month. */
export const openSelf = async (
  act: Act,
  me: people.Member,
  unitId: string,
  month: Month,
): Promise<readonly CheckSheet[]> => {
  await people.demand(act, me, "check.self", unitId)
  const officeId = (await offices.officeOf(act, unitId)).id
  const sheets: CheckSheet[] = []
  for (const account of (await act.tables.accounts.where("unit", unitId)).filter(isWatched))
    sheets.push(
      (await act.tables.checks.get(idOf(month, account.id, "self"))) ??
        (await openOne(act, account, { month, kind: "self", officeId, rules: [] })),
    )
  return sheets
}
