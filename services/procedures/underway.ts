import { isUnderWay, type Procedure, type ProcedureKind } from "../../rules/procedure.ts"
import type { Act } from "../app.ts"

/** The one of this kind that is under way for an account. */
export const underWay = async (act: Act, accountId: string, kind: ProcedureKind): Promise<Procedure | null> =>
  (await act.tables.procedures.where("account", accountId)).find(
    (each) => each.kind === kind && isUnderWay(each),
  ) ?? null

/** It is carried out: nothing more comes of it. */
export const finish = async (act: Act, procedure: Procedure): Promise<Procedure> => {
  const done: Procedure = { ...procedure, state: "done", asked: [], since: act.now }
  await act.tables.procedures.put(done)
  return done
}
