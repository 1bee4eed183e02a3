import type { Role } from "../rules/person.ts"
import { layers, type Shift } from "../rules/roster.ts"
import { days, type Instant } from "../rules/time.ts"
import * as people from "../services/people.ts"
import * as rosters from "../services/roster.ts"
import { command, press, say, type Scene } from "./form/command.ts"
import { anyMoment, named, rosterUnit, unitMeant } from "./form/roster.ts"

/** Who can be called where the roster names nobody. */
const OTHERS: readonly Role[] = ["duty", "leader", "chief"]

/** Who is on duty, now or at a time, who is next, and whom else to call. */
export const onduty = command({
  name: "onduty",
  right: "see",
  words: (text) => text.roster.commands.onduty,
  fields: { at: anyMoment(), unit: rosterUnit() },
  run: async (scene, { at: typed, unit: meant }) => {
    const unit = await unitMeant(scene, meant)
    await people.demand(scene, scene.me, "see", unit.id)
    const at = typed ?? scene.now
    const shifts = (await rosters.shiftsOf(scene, unit.id, at, at + 1))
      .slice()
      .sort((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer))
    const onRoster = new Set(shifts.map(({ personId }) => personId))
    const others = []
    for (const role of OTHERS) {
      const holders = (await people.holding(scene, unit.id, [role])).filter(({ id }) => !onRoster.has(id))
      if (holders.length > 0)
        others.push({ role: scene.text.people.roles[role], names: holders.map(({ name }) => name) })
    }
    const text = scene.text.roster.onDuty({
      unit: unit.name,
      at,
      isNow: typed === null,
      shifts: await named(scene, shifts),
      next: await named(scene, await nextAfter(scene, unit.id, at)),
      others,
    })
    const { show } = scene.text.roster.buttons
    return say(text, { buttons: [[{ label: show, press: press("roster", { unit: unit.id }) }]] })
  },
})

/** Those whose shift on duty begins next, within a week. */
const nextAfter = async (scene: Scene, unitId: string, at: Instant): Promise<readonly Shift[]> => {
  const ahead = (await rosters.shiftsOf(scene, unitId, at, at + days(7))).filter(
    ({ layer, from }) => layer === "duty" && from > at,
  )
  return ahead.filter(({ from }) => from === ahead[0]?.from)
}
