import { holdsAnywhere } from "../rules/rights.ts"
import { type Command, command, say, type Scene } from "./form/command.ts"
import { silent, text } from "./form/fields.ts"

const allowed = (scene: Scene, each: Command): boolean =>
  !each.hidden && (each.right === null || holdsAnywhere(scene.me.roles, each.right))

export const help = command({
  name: "help",
  words: (words) => words.guide.commands.help,
  fields: { about: silent(text(40)) },
  run: (scene, { about }) => {
    const { guide } = scene.text
    const mine = scene.commands.filter((each) => allowed(scene, each))
    const wanted = about?.replace(/^[/／]/, "")
    const one = mine.find(
      (each) => each.name === wanted || each.words(scene.text).aliases.includes(wanted ?? ""),
    )
    if (one)
      return Promise.resolve(say(guide.usage(one.name, one.words(scene.text), Object.keys(one.fields))))
    const lines = mine.map((each) => guide.line(each.name, each.words(scene.text).title))
    return Promise.resolve(say(guide.list(lines)))
  },
})
