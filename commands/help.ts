import { command, type Command, say, type Section } from "./form/command.ts"
import { silent, text } from "./form/fields.ts"
import { sosButton, worksHere } from "./form/guidance.ts"

const sections: readonly Section[] = [
  "emergencies",
  "daily",
  "roster",
  "accounts",
  "approvals",
  "people",
  "settings",
]

/** What works in this chat for this person, under a few headings; or one command at length. */
export const help = command({
  name: "help",
  words: (words) => words.guide.commands.help,
  fields: { about: silent(text(40)) },
  run: async (scene, { about }) => {
    const { guide } = scene.text
    const mine: Command[] = []
    for (const each of scene.commands) if (await worksHere(scene, each)) mine.push(each)
    const wanted = about?.replace(/^[/／]/, "")
    const one = mine.find(
      (each) => each.name === wanted || each.words(scene.text).aliases.includes(wanted ?? ""),
    )
    if (one) return say(guide.usage(one.name, one.words(scene.text), Object.keys(one.fields)))
    const groups = sections.map((section) => ({
      section,
      lines: mine
        .filter((each) => each.section === section)
        .map((each) => guide.line(each.name, each.words(scene.text).title)),
    }))
    return say(
      guide.list(
        groups.filter(({ lines }) => lines.length > 0),
        scene.place.kind === "group",
      ),
      sosButton(scene),
    )
  },
})
