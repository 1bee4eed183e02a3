import type { Account } from "../rules/account.ts"
import { aliveOn, conditionOf } from "../rules/condition.ts"
import { inForce } from "../rules/force.ts"
import { isUp } from "../rules/life.ts"
import { dayOf, daysBetween } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as officers from "./officers.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

/** Proposes to close the accounts of a unit that have become zombies, once for each silence, where a rulebook wants that. */
export const look = async (act: Act, unit: Unit): Promise<void> => {
  for (const account of await act.tables.accounts.where("unit", unit.id)) {
    const alive = aliveOn(account)
    if (!isUp(account) || account.state === "closing" || account.proposedFor === alive) continue
    const silences = await bindings.silences(act, account)
    if (conditionOf(account, [], silences, dayOf(act.now)) !== "zombie") continue
    const asking = inForce(await stackOf(act, unit), "response", {
      unitKind: unit.kind,
      platform: account.platform,
    }).filter(({ rule }) => rule.on === "silent-account" && rule.do === "account.propose-closing")
    if (asking.length === 0) continue
    await act.tables.accounts.put({ ...account, proposedFor: alive })
    await propose(act, unit, account, [...asking, ...silences.cited.zombie].map(bindings.sourceOf))
  }
}

const propose = async (
  act: Act,
  unit: Unit,
  account: Account,
  sources: Parameters<Act["text"]["closing"]["proposed"]>[0]["sources"],
): Promise<void> => {
  const alive = aliveOn(account)
  const days = daysBetween(alive, dayOf(act.now))
  const leaders = (await owners.leaders(act, unit.id)).map(({ id }) => id)
  for (const id of new Set([...(await officers.of(act, unit.id)), ...leaders]))
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: `propose-closing:${account.id}:${alive}:${id}`,
      dueAt: outsideQuiet(await units.times(act, unit.id), act.now),
      body: {
        text: act.text.closing.proposed({ account, unit: unit.name, days, sources }),
        buttons: [[{ label: act.text.closing.buttons.propose, press: `close account=${account.id}` }]],
      },
    })
}
