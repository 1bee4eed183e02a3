import type { Body } from "../../rules/outgoing.ts"
import type { Person } from "../../rules/person.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import { reportable } from "./gathering.ts"
import { make, type Made, makePublic, type Wanted } from "./making.ts"

const send = async (act: Act, to: Person, body: Body): Promise<void> => {
  await outbox.post(act, { to: { kind: "person", id: to.id }, lane: "answer", body })
}

/** Sends the files of a report to whoever asked for it in private; the page with what they come to is the answer. */
export const toAsker = async (
  act: Act,
  me: people.Member,
  wanted: Wanted,
): Promise<Pick<Made, "page" | "report">> => {
  const { page, files, report } = await make(act, me, wanted)
  for (const body of files) await send(act, me.person, body)
  return { page, report }
}

/**
 * A group reads the sums and nothing of any single unit: what is overdue where, and the files, go in private to whoever
 * asked and to those who lead the unit. Gives back what the group reads, and who got the rest.
 */
export const toGroup = async (
  act: Act,
  me: people.Member,
  wanted: Wanted,
): Promise<{ readonly page: Body; readonly names: readonly string[] }> => {
  const page = await makePublic(act, me, wanted)
  const leaders = await owners.leaders(act, wanted.unit.id)
  const receivers = new Map([me.person, ...leaders].map((person) => [person.id, person]))
  // Those who may see the same get the same, made once.
  const known = new Map<string, Made>()
  const names: string[] = []
  for (const person of receivers.values()) {
    if (person.chat === null || !person.reachable) continue
    const member = { person, roles: await people.rolesOf(act, person.id) }
    if (!(await people.may(act, member, "report.make", wanted.unit.id))) continue
    const scope = (await reportable(act, member, wanted.unit.id)).map(({ unit }) => unit.id).join()
    const made = known.get(scope) ?? (await make(act, member, wanted))
    known.set(scope, made)
    await send(act, person, { ...made.page, text: `${act.text.report.fromGroup}\n${made.page.text}` })
    for (const file of made.files) await send(act, person, file)
    names.push(person.name)
  }
  return { page, names }
}
