import type { Finding } from "../../rules/finding.ts"
import type { Act } from "../app.ts"

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1))

/** What somebody still has to do something about in a unit, the oldest first. */
export const openIn = async (act: Act, unitId: string): Promise<readonly Finding[]> =>
  inOrder(await act.tables.findings.where("open", unitId))

/** Of an account, whatever became of it. */
export const ofAccount = async (act: Act, accountId: string): Promise<readonly Finding[]> =>
  inOrder(await act.tables.findings.where("account", accountId))
