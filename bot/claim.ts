import { holdsAnywhere } from "../rules/rights.ts"
import { act, type App } from "../services/app.ts"
import * as invites from "../services/invites.ts"

/** A new claim link as long as nobody administers the office; older ones are void. */
export const claim = async (app: App, link: (code: string) => string): Promise<string | null> => {
  const outcome = await act(app, { by: "setup", why: "claim" }, async (turn) => {
    const roles = await turn.tables.roles.all()
    if (holdsAnywhere(roles, "person.invite")) return null
    for (const old of await turn.tables.invites.all())
      if (old.unitId === null) await turn.tables.invites.remove(old.id)
    return invites.issue(turn, { unitId: null, role: "administrator" })
  })
  return outcome.repeated || outcome.value === null ? null : link(outcome.value)
}
