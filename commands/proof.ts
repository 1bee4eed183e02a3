import { type Day, dayOf } from "../rules/time.ts"
import * as proof_ from "../services/proof.ts"
import { unitField } from "./form/choices.ts"
import { command, type Field, say, type Scene } from "./form/command.ts"
import { dayField } from "./form/day.ts"

/** A day, with those that a period usually begins or ends with a press away. */
const dayWith = (
  choices: (today: Day) => Partial<Record<"year" | "quarter" | "month" | "today" | "yearEnd", Day>>,
): Field<Day> => ({
  ...dayField(),
  choices: (scene: Scene) => {
    const labels = scene.text.proof.periods
    return Promise.resolve(
      Object.entries(choices(dayOf(scene.now))).map(([name, value]) => ({
        value,
        label: labels[name as keyof typeof labels],
      })),
    )
  },
})

const quarterOf = (day: Day): Day => {
  const month = Number(day.slice(5, 7))
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`
}

/** What was due in a period and what became of it, for an inspection. Only in private: it names people. */
export const proof = command({
  name: "proof",
  right: "see",
  where: "private",
  words: (text) => text.proof.command,
  fields: {
    unit: unitField("see"),
    from: dayWith((today) => ({
      year: `${today.slice(0, 4)}-01-01`,
      quarter: quarterOf(today),
      month: `${today.slice(0, 7)}-01`,
    })),
    until: dayWith((today) => ({ today, yearEnd: `${today.slice(0, 4)}-12-31` })),
  },
  run: async (scene, { unit, from, until }) => {
    const words = scene.text.proof
    const { totals, base64 } = await proof_.ofUnit(scene, scene.me, unit, { from, until })
    const name = `${words.fileName(unit.name, from, until)}.xlsx`
    return say(words.sent({ period: words.period(unit.name, from, until), totals }), {
      file: { name, base64 },
    })
  },
})
