import { days } from "../rules/time.ts"
import type { Shift } from "../rules/roster.ts"
import { Refusal } from "../services/refusal.ts"
import * as rosters from "../services/roster.ts"
import * as cards from "../services/shifts/cards.ts"
import * as members from "../services/shifts/members.ts"
import * as swaps from "../services/shifts/swaps.ts"
import { personChoices, unitsHere } from "./form/choices.ts"
import { Ambiguous, type Answers, command, say, type Scene } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { optional } from "./form/fields.ts"
import { changeable, memberField, shiftChoices, shiftField } from "./form/roster.ts"

const OFFERED_DAYS = 30

const giveField = shiftField(changeable, async (scene) => {
  const shifts = await changeable(scene)
  if (shifts.length === 0) throw new Refusal(scene.text.swap.noShifts)
  return shiftChoices(scene, shifts)
})

const given = async (scene: Scene, answers: Answers): Promise<Shift | null> => {
  const found = await giveField.find(scene, answers["shift"] ?? "")
  return found instanceof Ambiguous ? null : found
}

const partner = memberField()

/** Everybody of the shift's unit but the one who has it. */
const partnerField = {
  ...partner,
  choices: async (scene: Scene, answers: Answers) => {
    const shift = await given(scene, answers)
    if (shift === null) return []
    const them = await members.of(scene, shift.unitId)
    return personChoices(
      scene,
      them.filter(({ id }) => id !== shift.personId),
    )
  },
}

/** The shifts ahead on all the rosters that somebody sees. */
const everybodys = async (scene: Scene): Promise<readonly Shift[]> => {
  const found: Shift[] = []
  for (const { id } of await unitsHere(scene, "see"))
    found.push(
      ...(await rosters.shiftsOf(scene, id, scene.now, scene.now + days(OFFERED_DAYS))).filter(
        ({ from }) => from > scene.now,
      ),
    )
  return found
}

/** What the partner gives in return. */
const takeField = shiftField(everybodys, async (scene, answers) => {
  const [shift, person] = [await given(scene, answers), await partner.find(scene, answers["person"] ?? "")]
  if (shift === null || person === null || person instanceof Ambiguous) return []
  const theirs = (await everybodys(scene)).filter(
    ({ unitId, personId, layer }) =>
      unitId === shift.unitId && personId === person.id && layer === shift.layer,
  )
  return shiftChoices(scene, theirs)
})

/** Two people change shifts, or one takes another's over. */
export const swap = command({
  name: "swap",
  right: "see",
  words: (text) => text.swap.commands.swap,
  fields: { shift: giveField, person: partnerField, take: optional(takeField) },
  run: async (scene, { shift, person, take }) => {
    if (person === null) throw new Refusal(scene.text.swap.himself)
    if (take !== null && take.personId !== person.id) throw new Refusal(scene.text.swap.changedSince)
    const made = await swaps.propose(scene, scene.me, { give: shift, withPerson: person, take })
    const shown = await cards.shown(scene, made.swap)
    const buttons = cards.buttonsFor(scene, made.swap)
    const { settledAs, asked } = scene.text.swap
    if (made.effect !== null)
      return say([settledAs.done(shown), ...warnings(scene, made.effect)].join("\n"), { buttons })
    const other = made.swap.askedId === null ? null : await scene.tables.persons.get(made.swap.askedId)
    return say(asked(shown, other?.name ?? "", other?.reachable ?? false), { buttons })
  },
})
