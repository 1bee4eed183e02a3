import { type Attestation, lastChange } from "../rules/attestation.ts"
import type { Day } from "../rules/time.ts"
import type { Act } from "./app.ts"

/** The latest change of an account's password that was attested. */
const last = async (act: Act, accountId: string): Promise<Attestation | null> =>
  lastChange(await act.tables.attestations.where("account", accountId))

/** The day of it; null as long as nobody attested any. */
export const changedOn = async (act: Act, accountId: string): Promise<Day | null> =>
  (await last(act, accountId))?.on ?? null
