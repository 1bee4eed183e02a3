import * as working from "../services/incidents/working.ts"
import { type Answers, type Choice, command, type Scene } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { onlyWhen, pick, text } from "./form/fields.ts"
import { about, incidentField, runningHere } from "./form/incident.ts"

const LONGEST = 500

/** The lines that closing asks for: of one incident, or while it is not known which, of all that run here. */
const lines = async (scene: Scene, { case: id }: Answers): Promise<readonly Choice[]> => {
  const one = id === undefined ? null : await scene.tables.incidents.get(id)
  const needs = (one === null ? await runningHere(scene) : [one]).flatMap((each) => each.needs)
  const known = new Map(needs.map((need) => [need.id, need]))
  return [...known.values()].map(({ id: value, says, saysEn }) => ({
    value,
    label: scene.text.cited.says({ says, saysEn }),
    also: [says, ...(saysEn === undefined ? [] : [saysEn])],
  }))
}

/** Puts what closing an emergency asks for: whom one consulted, to whom and when it was passed on. */
export const supply = command({
  name: "supply",
  right: "incident.take",
  words: (words) => words.incident.commands.supply,
  fields: {
    case: incidentField(),
    need: pick(lines),
    on: onlyWhen(({ need }) => need === "receiver", { ...pastDayField(), takes: () => false }),
    said: text(LONGEST),
  },
  run: async (scene, { case: it, need, on, said }) => {
    const after = await working.meet(scene, scene.me, it, { need, said, on })
    const { supplied } = scene.text.incident
    return about(scene, it, supplied(after.number, working.missingOf(after).needs.length))
  },
})
