import * as duties from "../services/duties.ts"
import { give, kinds } from "../services/tasks.ts"
import { personField } from "./form/choices.ts"
import { type Answers, command, press, say } from "./form/command.ts"
import { nearDayField } from "./form/day.ts"
import { oneOf, onlyWhen, text } from "./form/fields.ts"

const LONGEST_TITLE = 60

/** What the rules date by themselves needs neither a name nor a day. */
const isNamed = ({ kind }: Answers): boolean => kind !== "phone"

/** Gives somebody a task with a date. */
export const task = command({
  name: "task",
  right: "task.give",
  words: (words) => words.task.commands.task,
  fields: {
    kind: oneOf(kinds, (words) => words.task.kinds),
    person: personField("task.give"),
    title: onlyWhen(isNamed, text(LONGEST_TITLE)),
    by: onlyWhen(isNamed, nearDayField()),
  },
  run: async (scene, { kind, person, title, by }) => {
    const rows = await give(scene, scene.me, person, { kind, title, by })
    const words = scene.text.task
    const [row] = rows
    if (row === undefined) return say(words.notAsked)
    const shown = []
    for (const each of rows) shown.push(await duties.shown(scene, each))
    return say(words.begun(person.name, shown), {
      buttons: [[{ label: scene.text.obligation.buttons.why, press: press("why", { obligation: row.id }) }]],
    })
  },
})
