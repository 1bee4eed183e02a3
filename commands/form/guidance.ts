import { holdsAnywhere, type Right } from "../../rules/rights.ts"
import * as people from "../../services/people.ts"
import { unitsHere } from "./choices.ts"
import type { Body } from "../../rules/outgoing.ts"
import { type Command, press, type Scene, UNBOUND } from "./command.ts"

/** Whether a command works for this person in this chat. */
export const worksHere = async (scene: Scene, { name, hidden, right, where }: Command): Promise<boolean> => {
  const { kind, unitId } = scene.place
  if (hidden || (where !== "any" && where !== kind)) return false
  if (kind === "group" && unitId === null && !UNBOUND.includes(name)) return false
  if (right === null) return true
  // A group can be bound to any unit over which one has the right.
  if (kind === "private" || unitId === null) return holdsAnywhere(scene.me.roles, right)
  return (await unitsHere(scene, right)).length > 0
}

/** What this person would do first, with an example that works for them. */
export const firstSteps = async (scene: Scene): Promise<string> => {
  const may = (right: Right): boolean => holdsAnywhere(scene.me.roles, right)
  return scene.text.guide.steps({
    reports: may("post.report"),
    registers: may("account.register"),
    example: await someAccount(scene),
  })
}

/** One account on which the person reports posts, as it can be typed. */
const someAccount = async (scene: Scene): Promise<string | null> => {
  for (const unit of await people.unitsWith(scene, scene.me, "post.report"))
    for (const account of await scene.tables.accounts.where("unit", unit.id))
      if (account.state === "live") return scene.text.platform[account.platform] + account.name
  return null
}

/** One big button for the worst case, for whoever may press it. */
export const sosButton = ({ me, text }: Scene): Pick<Body, "buttons"> =>
  holdsAnywhere(me.roles, "incident.raise")
    ? { buttons: [[{ label: text.incident.buttons.sos, press: press("sos") }]] }
    : {}
