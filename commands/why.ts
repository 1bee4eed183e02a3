import type { Account } from "../rules/account.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import * as duties from "../services/duties.ts"
import * as owing from "../services/incidents/owing.ts"
import * as reasons from "../services/reasons.ts"
import { Refusal } from "../services/refusal.ts"
import * as reviews from "../services/reviews/listing.ts"
import { accountField } from "./form/account.ts"
import { type Ambiguous, command, type Field, press, say, type Scene } from "./form/command.ts"
import { onlyWhen, pressed, silent } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"
import { obligationField } from "./form/obligation.ts"

/** For how many of an account's open duties there is a button. */
const BUTTONS = 8

const duty = obligationField()
const account = accountField("see")

/** Whatever is typed is the name of an account; where none is called so, a part of what is to be done. */
const accountOrDuty: Field<Account | Obligation> = {
  ...account,
  find: async (scene, typed): Promise<Account | Obligation | Ambiguous> => {
    try {
      return await account.find(scene, typed)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return duty.find(scene, typed).catch(() => {
        throw fault
      })
    }
  },
}

export const why = command({
  name: "why",
  right: "see",
  words: (text) => text.quota.commands.why,
  fields: {
    obligation: { ...silent(obligationField()), free: false, takes: () => false },
    item: pressed(),
    case: silent(incidentField({ takes: (word) => /^\d{4}-\d{1,6}$/.test(word) })),
    account: onlyWhen(({ obligation, item, case: it }) => !obligation && !item && !it, accountOrDuty),
  },
  run: async (scene, { obligation, item, case: it, account: of }) => {
    if (item !== null) return say(await reviews.why(scene, scene.me, item))
    if (it) {
      const text = scene.text.incident.why(await owing.explained(scene, it), scene.now)
      return about(scene, it, text)
    }
    if (obligation) return ofDuty(scene, obligation)
    if (of === null) return say(scene.text.obligation.gone)
    return "phase" in of ? ofDuty(scene, of) : ofAccount(scene, of)
  },
})

const ofDuty = async (scene: Scene, row: Obligation) =>
  say(scene.text.obligation.reason(await reasons.ofObligation(scene, row)))

/** Its quotas, and a button for each of its dated duties that is open, soonest first. */
const ofAccount = async (scene: Scene, of: Account) => {
  const text = scene.text.quota.why(await reasons.of(scene, scene.me, of))
  const open = (await scene.tables.obligations.where("account", of.id)).filter(isOpen)
  open.sort((a, b) => (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity))
  const buttons = []
  for (const row of open.slice(0, BUTTONS)) {
    const label = scene.text.obligation.named(await duties.shown(scene, row))
    buttons.push([{ label, press: press("why", { obligation: row.id }) }])
  }
  return say(text, { buttons })
}
