import type { Finding } from "../../rules/finding.ts"
import { dayOf, endOf, type Day } from "../../rules/time.ts"
import type { Act } from "../app.ts"

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1))

/** What was found in a unit in a stretch of days, both ends included, the oldest first; what was entered by mistake is left out. */
export const foundIn = async (
  act: Act,
  unitId: string,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<readonly Finding[]> =>
  inOrder(
    (await act.tables.findings.where("unit", unitId)).filter(
      ({ state, foundOn }) => state !== "withdrawn" && foundOn >= from && foundOn <= until,
    ),
  )

/** What somebody still has to do something about in a unit, the oldest first. */
export const openIn = async (act: Act, unitId: string): Promise<readonly Finding[]> =>
  inOrder(await act.tables.findings.where("open", unitId))

/** Of an account, whatever became of it. */
export const ofAccount = async (act: Act, accountId: string): Promise<readonly Finding[]> =>
  inOrder(await act.tables.findings.where("account", accountId))

/** Whether it was put right in its time: not while it is still being waited for. */
export const isLate = ({ state, dueOn, rectified }: Finding, now: number): boolean =>
  state !== "withdrawn" && (rectified === null ? endOf(dueOn) <= now : dayOf(rectified.at) > dueOn)
