import type { Draft } from "../../rules/account.ts"
import type { Unit } from "../../rules/unit.ts"
import * as accounts from "../../services/accounts.ts"
import * as objections from "../../services/objections.ts"
import { Refusal } from "../../services/refusal.ts"
import type { Early, Scene } from "./command.ts"
import { answered } from "./outcome.ts"

type Known = Partial<Pick<Draft, "platform" | "name">> & {
  readonly unit?: Unit
  readonly main?: "yes" | "no"
}

const draftOf = (unit: Unit, { platform = "other", name = "", main }: Known): Draft => ({
  unitId: unit.id,
  platform,
  name,
  link: null,
  verification: null,
  operator: null,
  custodian: null,
  editors: [],
  openedOn: null,
  main: main === "yes",
})

/** What the rules have against the answer to one question of a registration, as soon as it is given. */
export const ahead =
  (field: "unit" | "platform" | "name" | "main") =>
  async (scene: Scene, known: Known): Promise<Early | null> => {
    if (!known.unit) return null
    const { account: words } = scene.text
    const draft = draftOf(known.unit, known)
    const double = field === "name" ? await accounts.double(scene, draft, null) : null
    if (double) return { field, problem: words.double(double) }
    const raised = (await objections.against(scene, draft, null)).filter(
      ({ finding: { code } }) => (code === "no-role" ? "unit" : answered[code]) === field,
    )
    const hard = raised.filter(({ strength }) => strength === "hard")
    // Another answer would not mend what the unit lacks: nothing is begun.
    if (hard.length > 0 && field === "unit") throw new Refusal(words.ahead.refused(hard))
    if (hard.length > 0) return { field, problem: words.ahead.refused(hard) }
    const soft = raised.filter(({ strength }) => strength === "soft")
    return soft.length > 0 ? { note: words.ahead.opposed(soft) } : null
  }
