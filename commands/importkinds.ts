import { isKindSheet, readKindSheet } from "../rules/kindsheet.ts"
import * as ownkinds from "../services/ownkinds.ts"
import { Refusal } from "../services/refusal.ts"
import { command, say } from "./form/command.ts"
import { proposed } from "./form/kinds.ts"

/** Takes a unit's own table of events in, as it was sent: all of it, or what is wrong with which cell. */
export const importkinds = command({
  name: "importkinds",
  right: "unit.papers",
  where: "private",
  hidden: true,
  words: (words) => words.ownkind.commands.importkinds,
  fields: {},
  run: async (scene) => {
    const { ownkind, ledger } = scene.text
    if (scene.file === null) throw new Refusal(ownkind.noSheet)
    const { name, reading } = scene.file
    if ("mistake" in reading) throw new Refusal(ledger.file(reading.mistake))
    if (!isKindSheet(reading.table, ownkind.words)) throw new Refusal(ownkind.noSheet)
    const { kinds, mistakes } = readKindSheet(reading.table, ownkind.words)
    if (mistakes.length > 0) return say(ownkind.mistakes(mistakes))
    if (kinds.length === 0) throw new Refusal(ownkind.noSheet)
    const unit = await ownkinds.unitFor(scene, scene.me, name, reading.table)
    return proposed(scene, unit, await ownkinds.propose(scene, scene.me, unit, kinds))
  },
})
