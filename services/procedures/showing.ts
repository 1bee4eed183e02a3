import type { Source } from "../../rules/owed.ts"
import { type Decision, nextLevel, type Procedure } from "../../rules/procedure.ts"
import { lastReturn, levelStates, type ShownLevel, type ShownProcedure } from "../../rules/progress.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"

const nameOf = async (act: Act, id: string): Promise<string | null> =>
  (await act.tables.persons.get(id))?.name ?? null

/** A level with the names of those who decided it, or will. */
const levelOf = async (
  act: Act,
  { step, state, decision }: Pick<ShownLevel, "step" | "state"> & { readonly decision: Decision | null },
  sources: readonly Source[],
): Promise<ShownLevel> => {
  const standIn = decision?.standIn ? await act.tables.standIns.get(decision.standIn) : null
  return {
    step,
    state,
    sources,
    by: decision ? await nameOf(act, decision.by) : null,
    on: decision?.on ?? null,
    paper: decision?.paper ?? null,
    note: decision?.note ?? null,
    standsFor: standIn ? await nameOf(act, standIn.forId) : null,
  }
}

/** A procedure with every name and article that a card says. */
export const shown = async (act: Act, procedure: Procedure): Promise<ShownProcedure> => {
  const levels: ShownLevel[] = []
  for (const [step, state] of levelStates(procedure)) {
    const decision = procedure.decisions.find((each) => each.step === step && each.round === procedure.round)
    const sources: Source[] = []
    for (const key of procedure.chain.find((level) => level.step === step)?.rules ?? [])
      sources.push(...[await bindings.sourceOfKey(act, key)].filter((source) => source !== null))
    levels.push(await levelOf(act, { step, state, decision: decision ?? null }, sources))
  }
  const back = lastReturn(procedure)
  const account = await act.tables.accounts.get(procedure.accountId)
  if (account === null) throw new Refusal(act.text.account.gone)
  const { platform, name } = account
  const { kind, state, reason, attachments, details, round } = procedure
  return {
    kind,
    state,
    reason,
    attachments,
    details,
    round,
    account: { platform, name },
    unit: (await units.unit(act, procedure.unitId)).name,
    asker: (await nameOf(act, procedure.by)) ?? "—",
    levels,
    next: nextLevel(procedure)?.step ?? null,
    returned: back && (await levelOf(act, { step: back.step, state: back.verdict, decision: back }, [])),
  }
}
