import { changesBetween, type Draft } from "../../rules/account.ts"
import type { Finding } from "../../rules/registration/findings.ts"
import * as changes from "../../services/changes.ts"
import * as dues from "../../services/dues.ts"
import * as duties from "../../services/duties.ts"
import { Objected } from "../../services/objections.ts"
import { KEPT_DAYS } from "../../services/requests.ts"
import type { Outcome } from "../../services/registration.ts"
import * as units from "../../services/units.ts"
import { press, Reconsider, type Reply, say, type Scene } from "./command.ts"

/** Which answers another answer would mend. What concerns the unit is put right elsewhere. */
export const answered: Readonly<Record<Finding["code"], string | null>> = {
  "no-role": null,
  "no-main": "main",
  "mains-full": "main",
  "special-purpose": "special",
  "no-editor": "editors",
  "too-few-editors": "editors",
  "too-many-editors": "editors",
  "no-custodian": "custodian",
  "no-operator": "operator",
  "no-verification": "verification",
  "verification-without-sponsor": "verification",
  "name-not-tied": "name",
  "name-taken": "name",
  "name-differs": "name",
  "platform-unknown": "platform",
  "platform-full": "platform",
  "apps-full": "platform",
  "no-office": null,
  "not-government-office": "unit",
}

/** Asks again for what the rules do not allow, and keeps the rest of what was filled in. */
export const reconsidered = async (doing: Promise<Outcome>, asked: readonly string[]): Promise<Outcome> => {
  try {
    return await doing
  } catch (fault) {
    if (!(fault instanceof Objected)) throw fault
    const hard = fault.raised.filter(({ strength }) => strength === "hard")
    const fields = hard
      .flatMap(({ finding }) => answered[finding.code] ?? [])
      .filter((field) => asked.includes(field))
    throw fields.length === 0 ? fault : new Reconsider(fault.message, fields)
  }
}

/** What somebody hears who registered or changed an account. */
export const outcomeOf = async (scene: Scene, outcome: Outcome): Promise<Reply> => {
  const { account: words } = scene.text
  if (outcome.kind === "asked") {
    const { request, leaders, raised } = outcome
    return leaders === null
      ? {
          ...say(scene.text.request.askedMyself(raised)),
          then: { command: "approve", answers: { request: request.id } },
        }
      : say(scene.text.request.asked({ leaders, raised, days: KEPT_DAYS }))
  }
  const { account, before, notes } = outcome
  const unit = await nameOf(scene, account)
  const to = (label: string, name: string) => ({ label, press: press(name, { account: account.id }) })
  const next = [to(words.buttons.report, "post"), to(words.buttons.show, "account")]
  const edit = to(words.buttons.edit, "edit")
  if (before) {
    const changed = fieldsOf(Object.keys(changesBetween(before, account)) as readonly (keyof Draft)[])
    const old = { ...before, unit: await nameOf(scene, before) }
    const said = [words.edited({ before: old, after: { ...account, unit }, changed, notes })]
    for (const row of await changes.begun(scene, before, account))
      said.push(scene.text.obligation.begun(await duties.shown(scene, row)))
    return say(said.join("\n"), {
      buttons: [next, [edit]],
    })
  }
  const [due] = (await dues.of(scene, account)).filter((due) => !due.satisfied)
  return say(words.registered({ account, unit, next: due ?? null, notes }), {
    buttons: [next, [edit, to(words.buttons.unregister, "unregister")]],
  })
}

const nameOf = async (scene: Scene, { unitId }: Draft): Promise<string> =>
  (await units.unit(scene, unitId)).name

const fieldsOf = (changed: readonly (keyof Draft)[]) =>
  changed.map((field) => (field === "unitId" ? "unit" : field === "operator" ? "running" : field))
