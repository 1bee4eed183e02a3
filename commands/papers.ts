import { z } from "zod"
import { kept, type Kept, type Readiness } from "../rules/readiness.ts"
import type { Unit } from "../rules/unit.ts"
import * as ownkinds from "../services/ownkinds.ts"
import * as people from "../services/people.ts"
import * as readiness from "../services/readiness.ts"
import * as vacancies from "../services/vacancies.ts"
import { Refusal } from "../services/refusal.ts"
import { unitField } from "./form/choices.ts"
import { command, press, type Reply, say, type Scene } from "./form/command.ts"
import { field, onlyWhen, optional, silent, text } from "./form/fields.ts"

const LONGEST_NOTE = 60
/** A button carries no more of a line's name than tells it apart. */
const LONGEST_LINE = 20

/** Before a line: it is not there any longer. */
const GONE = "!"

/** A line as a button carries it: `documents/security`. */
const itemOf = (of: Kept, line: string): string => `${of.replace("unit.", "")}/${line.slice(0, LONGEST_LINE)}`

const Item = z.string().regex(/^!?[a-z]+\/[a-z][a-z0-9-]*$/)

const read = (scene: Scene, item: string): { readonly of: Kept; readonly line: string } => {
  const [list = "", line = ""] = item.replace(GONE, "").split("/")
  const of = kept.find((each) => each === `unit.${list}`)
  if (of === undefined) throw new Refusal(scene.text.readiness.notAsked)
  return { of, line }
}

/** What a unit has to keep; a press says that a line is there, or is not any longer. */
export const papers = command({
  name: "papers",
  right: "see",
  words: (words) => words.readiness.commands.papers,
  fields: {
    unit: unitField("see"),
    item: silent(field(Item, (_scene, typed) => Promise.resolve(typed), { takes: () => false })),
    note: onlyWhen((answers) => /^[a-z]/.test(answers["item"] ?? ""), optional(text(LONGEST_NOTE))),
  },
  run: async (scene, { unit, item, note }) => {
    if (item !== null) {
      const { of, line } = read(scene, item)
      await readiness.set(scene, scene.me, unit, of, line, item.startsWith(GONE) ? null : { note })
    }
    return shown(scene, unit)
  },
})

const shown = async (scene: Scene, unit: Unit): Promise<Reply> => {
  await people.demand(scene, scene.me, "see", unit.id)
  const lists = await readiness.of(scene, unit)
  const seats = (await vacancies.seats(scene, unit)).map(vacancies.shown)
  const may = await people.may(scene, scene.me, "unit.papers", unit.id)
  const officer = await readiness.lacksOfficer(scene, unit)
  const own = scene.text.ownkind.inPapers(await ownkinds.of(scene, unit))
  return say(scene.text.readiness.show({ unit: unit.name, lists, seats, officer, own }), {
    buttons: may ? lists.flatMap((list) => buttonsOf(scene, unit, list)) : [],
  })
}

const buttonsOf = (scene: Scene, unit: Unit, { of, lines }: Readiness) =>
  lines.map((each) => [
    {
      label: scene.text.readiness.button(each),
      press: press("papers", {
        unit: unit.id,
        item: `${each.paper === null ? "" : GONE}${itemOf(of, each.line)}`,
      }),
    },
  ])
