import { dayOf } from "../rules/time.ts"
import * as exports_ from "../services/exports.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { oneOf, onlyWhen, silent } from "./form/fields.ts"

const formats = ["xlsx", "csv"] as const

/** Only in private: a ledger names the people who keep the accounts. */
export const export_ = command({
  name: "export",
  right: "see",
  where: "private",
  words: (text) => text.upload.commands.export,
  fields: {
    blank: silent(oneOf(["yes"] as const, (words) => words.upload.blanks)),
    format: silent(oneOf(formats, (words) => words.upload.formats)),
    unit: onlyWhen((answers) => !answers["blank"], unitField("see")),
  },
  run: async (scene, { unit, format, blank }) => {
    const { upload: words } = scene.text
    const kind = format ?? "xlsx"
    if (blank !== null || unit === null) {
      const file = await exports_.blank(scene, kind)
      return say(words.blank, { file: { name: `${words.blankName}.${kind}`, base64: file } })
    }
    const { count, base64 } = await exports_.ofUnit(scene, scene.me, unit, kind)
    const name = `${words.fileName(dayOf(scene.now))}.${kind}`
    return say(words.exported({ count, unit: unit.name }), { file: { name, base64 } })
  },
})
