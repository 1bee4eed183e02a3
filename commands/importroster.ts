import { Refusal } from "../services/refusal.ts"
import * as sheets from "../services/shifts/sheets.ts"
import type { RosterSheet } from "../rules/sheet.ts"
import { command, press, type Reply, say, type Scene, turnInto, type Upload } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { oneOf, pressed, silent } from "./form/fields.ts"

const steps = ["apply", "cancel", "undo"] as const
type Step = (typeof steps)[number]

/** How many of its shifts a dry run names. */
const NAMED = 6

/** Takes a roster in: first a dry run, then on a press all of it, which can be taken back in one step. */
export const importroster = command({
  name: "importroster",
  right: "roster.edit",
  where: "private",
  words: (text) => text.rostersheet.commands.importroster,
  fields: { sheet: pressed(), step: silent(oneOf(steps, (text) => text.rostersheet.steps)) },
  run: async (scene, { sheet, step }) => {
    if (scene.file) return dryRun(scene, scene.file)
    if (sheet === null || step === null) return say(scene.text.rostersheet.howTo)
    return take[step](scene, sheet)
  },
})

const to = (sheet: string, step: Step) => press("importroster", { sheet, step })

const dryRun = async (scene: Scene, { name, reading }: Upload): Promise<Reply> => {
  if ("mistake" in reading) throw new Refusal(scene.text.ledger.file(reading.mistake))
  const { table } = reading
  const unit = await sheets.unitOf(scene, scene.me, name, table)
  const shown = await sheets.preview(scene, scene.me, { unit, name, table })
  const words = scene.text.rostersheet
  switch (shown.kind) {
    case "mistakes":
      return say(words.mistakes(shown.mistakes))
    case "nothing":
      return say(words.nothing(shown.over))
    case "ready": {
      const { sheet, over, effect } = shown
      const { buttons } = words
      const text = words.preview({
        unit: unit.name,
        ...(await outline(scene, sheet)),
        over,
        hours: sheets.KEPT_HOURS,
        warnings: warnings(scene, effect),
      })
      return say(text, {
        buttons: [
          [{ label: buttons.apply(sheet.shifts.length), press: to(sheet.id, "apply") }],
          [{ label: buttons.cancel, press: to(sheet.id, "cancel") }],
        ],
      })
    }
  }
}

/** What a sheet says in a few lines: from when until when, the first shifts, and how many each person has. */
const outline = async (scene: Scene, { shifts }: RosterSheet) => {
  const inOrder = [...shifts].sort((a, b) => a.from - b.from)
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { personId } of inOrder) {
    names.set(personId, (await scene.tables.persons.get(personId))?.name ?? scene.text.people.unnamed)
    counts.set(personId, (counts.get(personId) ?? 0) + 1)
  }
  return {
    from: inOrder[0]?.from ?? scene.now,
    to: Math.max(...inOrder.map((shift) => shift.to)),
    count: shifts.length,
    people: [...counts].map(([id, count]) => ({ name: names.get(id) ?? "", count })),
    first: inOrder.slice(0, NAMED).map(({ layer, from, to: until, personId }) => ({
      layer,
      from,
      to: until,
      who: names.get(personId) ?? "",
    })),
  }
}

const take: Record<Step, (scene: Scene, sheet: string) => Promise<Reply>> = {
  apply: async (scene, sheet) => {
    const words = scene.text.rostersheet
    const { count, effect } = await sheets.apply(scene, scene.me, sheet)
    return turnInto(words.done(count, sheets.KEPT_HOURS, warnings(scene, effect)), {
      buttons: [[{ label: words.buttons.undo, press: to(sheet, "undo") }]],
    })
  },
  cancel: async (scene, sheet) =>
    turnInto(scene.text.rostersheet.cancelled(await sheets.drop(scene, scene.me, sheet))),
  undo: async (scene, sheet) =>
    turnInto(scene.text.rostersheet.undone(warnings(scene, await sheets.undo(scene, scene.me, sheet)))),
}
