import * as topics from "../services/cases/topics.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { link, oneOf, silent } from "./form/fields.ts"

const formats = ["docx", "xlsx"] as const

/** A quarter's messages by topic and attention, as text or as a file; with a link, where the base of answers stands. */
export const answers = command({
  name: "answers",
  right: "see",
  unlisted: true,
  words: (words) => words.answers.commands.answers,
  fields: {
    unit: unitField("see"),
    quarter: silent(oneOf(topics.quarters, (words) => words.answers.quarters)),
    format: silent(oneOf(formats, (words) => words.answers.files)),
    link: silent(link()),
  },
  run: async (scene, { unit, quarter, format, link: where }) => {
    const words = scene.text.answers
    if (where !== null)
      return say(words.kept(unit.name, (await topics.keepBase(scene, scene.me, unit, where)).answers ?? ""))
    const it = await topics.summary(scene, scene.me, unit, quarter ?? "this")
    if (format !== null) return say(words.made(it), { file: await topics.file(scene, it, format) })
    return say(words.text(it), {
      buttons: [
        formats.map((each) => ({
          label: words.files[each],
          press: press("answers", { unit: unit.id, quarter: quarter ?? "this", format: each }),
        })),
        ...(quarter === "last"
          ? []
          : [[{ label: words.quarters.last, press: press("answers", { unit: unit.id, quarter: "last" }) }]]),
      ],
    })
  },
})
