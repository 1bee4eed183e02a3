import type { Account } from "../rules/account.ts"
import type { Attestation } from "../rules/attestation.ts"
import type { Person } from "../rules/person.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as outbox from "./outbox.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** Who can witness what somebody attests: others of the unit, else of the nearest unit above that has any. */
export const offered = async (
  act: Act,
  me: people.Member,
  account: Pick<Account, "unitId">,
): Promise<readonly Person[]> => {
  for (const { id } of await units.above(act, account.unitId)) {
    const others = (await people.inUnit(act, id)).filter((person) => person.id !== me.person.id)
    if (others.length > 0) return others
  }
  return []
}

/** The witness who was chosen; null where the unit asks for none. */
export const demanded = async (
  act: Act,
  me: people.Member,
  account: Account,
  chosen: Person | null,
): Promise<Person | null> => {
  if (!(await units.wantsWitness(act, account.unitId))) return null
  const others = await offered(act, me, account)
  const found = others.find(({ id }) => id === chosen?.id)
  if (found) return found
  throw new Refusal(others.length === 0 ? act.text.password.noWitness : act.text.password.witnessMissing)
}

/** Puts before the witness what was attested. */
export const ask = async (
  act: Act,
  me: people.Member,
  account: Account,
  attestation: Attestation,
): Promise<void> => {
  if (attestation.witness === null) return
  const words = act.text.password
  await outbox.post(act, {
    to: { kind: "person", id: attestation.witness },
    lane: "notice",
    key: `witness:${attestation.id}`,
    dueAt: outsideQuiet(await units.times(act, account.unitId), act.now),
    body: {
      text: words.asksWitness({ by: me.person.name, account, attestation }),
      buttons: [
        [
          { label: words.buttons.witnessed, press: `witness attestation=${attestation.id} say=yes` },
          { label: words.buttons.notWitnessed, press: `witness attestation=${attestation.id} say=no` },
        ],
      ],
    },
  })
}

/** What still waits for this very person, who was chosen among others than the one who attested it. */
export const waiting = async (act: Act, me: people.Member, id: string): Promise<Attestation> => {
  const found = await act.tables.attestations.get(id)
  if (found) await people.demand(act, me, "see", found.unitId)
  if (found?.state !== "waiting") throw new Refusal(act.text.password.witnessedAlready)
  if (found.witness !== me.person.id) throw new Refusal(act.text.password.notWitness)
  return found
}

/** Tells whoever attested it what the witness said. */
export const tell = async (
  act: Act,
  me: people.Member,
  account: Account,
  attestation: Attestation,
): Promise<void> => {
  const asker = await act.tables.persons.get(attestation.by)
  if (asker?.state !== "active") return
  await outbox.post(act, {
    to: { kind: "person", id: asker.id },
    lane: "notice",
    dueAt: outsideQuiet(await units.times(act, account.unitId), act.now),
    body: { text: act.text.password.answered({ by: me.person.name, account, attestation }) },
  })
}
