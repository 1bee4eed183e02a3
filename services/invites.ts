import { createHash } from "node:crypto"
import { isHere, type Person, type Role } from "../rules/person.ts"
import { Role as RoleSchema } from "../rules/person.ts"
import { hours } from "../rules/time.ts"
import type { Invite } from "../rules/unit.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import * as appointing from "./appointing.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as reminders from "./rounds.ts"
import * as units from "./units.ts"

/** How long an invitation can be used. */
export const VALID_HOURS = 72

const fingerprint = (code: string): string => createHash("sha256").update(code).digest("hex").slice(0, 32)

/** Makes a one-time code into a unit; only its fingerprint is kept. A claim (no unit) makes its user the administrator. */
export const issue = async (act: Act, into: { unitId: string | null; role: Role }): Promise<string> => {
  if (into.unitId !== null) await units.refuseDissolved(act, into.unitId)
  const code = act.newId() + act.newId()
  await act.tables.invites.put({
    id: fingerprint(code),
    ...into,
    by: act.by,
    expiresAt: act.now + hours(VALID_HOURS),
    usedBy: null,
  })
  return code
}

/** What a code led to. */
export type Entry =
  | { readonly kind: "claimed"; readonly person: Person }
  | { readonly kind: "joined"; readonly person: Person; readonly unitName: string; readonly role: Role }

/** Uses a code up. Unknown, used and expired codes get the same sentence: nothing is learned from guessing. */
export const use = async (
  act: Act,
  code: string,
  entering: { user: string; name: string; chat: string },
): Promise<Entry> => {
  const invite = await act.tables.invites.get(fingerprint(code))
  if (invite === null || invite.usedBy !== null || invite.expiresAt < act.now || !(await stands(act, invite)))
    throw new Refusal(act.text.people.inviteInvalid)
  const role = RoleSchema.parse(invite.role)
  const known = await people.memberOf(act, entering.user)
  const claim = invite.unitId === null
  const unitId = invite.unitId ?? (await rootFor(act))
  const person = await people.enrol(act, { ...entering, unitId: known?.person.unitId ?? unitId })
  await appointing.appoint(act, person.id, unitId, role)
  await act.tables.invites.put({ ...invite, usedBy: person.id })
  await accounts.adopt(act, person)
  return claim
    ? { kind: "claimed", person }
    : { kind: "joined", person, unitName: (await units.unit(act, unitId)).name, role }
}

/** Whether whoever invites may still do so; a claim and what is set up before the first start need nobody. */
const stands = async (act: Act, { by, unitId }: Invite): Promise<boolean> => {
  if (unitId === null) return true
  if ((await units.unit(act, unitId)).dissolved) return false
  if (by === "setup") return true
  const person = await act.tables.persons.get(by)
  if (person === null || !isHere(person, act.now)) return false
  return people.may(act, { person, roles: await people.rolesOf(act, by) }, "person.invite", unitId)
}

/** The office itself: created unnamed by the first claim, then named in the dialog that follows. */
const rootFor = async (act: Act): Promise<string> => {
  const roots = await act.tables.units.where("parent", "")
  if (roots[0]) return roots[0].id
  const created = await units.create(act, {
    name: act.text.unit.unnamed,
    kind: "other",
    parentId: null,
    rulebooks: [],
  })
  await reminders.begin(act, created.id)
  return created.id
}
