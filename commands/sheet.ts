import { z } from "zod"
import * as listing from "../services/checks/listing.ts"
import { demandChecker, markLine, markPost } from "../services/checks/marking.ts"
import { idOf } from "../services/checks/reading.ts"
import { shown } from "../services/checks/showing.ts"
import * as signing from "../services/checks/signing.ts"
import * as units from "../services/units.ts"
import { Refusal } from "../services/refusal.ts"
import { cardButtons, lineButtons, sheetWord } from "./form/check.ts"
import { unitsHere } from "./form/choices.ts"
import { command, type Reply, type Scene, turnInto } from "./form/command.ts"
import { nearDayField } from "./form/day.ts"
import { field, oneOf, silent } from "./form/fields.ts"

const says = ["show", "sign", "all", "open", "line", "post", "undo"] as const
const count = () =>
  field(z.coerce.number().int().min(0).max(100), (_scene, typed) => Promise.resolve(typed), {
    takes: () => false,
  })

interface Where {
  readonly unitId: string
  readonly month: string
  readonly kind: "check" | "self"
}

/** Fills in a unit's check sheets: signs them as shown, or says what is otherwise. */
export const sheet = command({
  name: "sheet",
  right: "check.self",
  where: "private",
  hidden: true,
  words: (words) => words.check.commands.sheet,
  fields: {
    of: sheetWord(),
    say: oneOf(says, (words) => words.check.says),
    n: silent(count()),
    by: silent(nearDayField()),
  },
  run: async (scene, { of: { id, month, kind }, say, n, by }) => {
    const account = await scene.tables.accounts.get(id)
    const unitId = account?.unitId ?? id
    const where: Where = { unitId, month, kind }
    await demandChecker(scene, scene.me, where)
    if (say === "sign") return signOne(scene, where, by)
    if (say === "all") return signAll(scene, where)
    if (say === "undo") {
      await signing.unsign(scene, scene.me, where)
      return card(scene, where, scene.text.check.undone((await units.unit(scene, unitId)).name))
    }
    if (account === null || say === "show") return card(scene, where)
    if (say === "line") await markLine(scene, scene.me, idOf(month, id, kind), n ?? -1)
    if (say === "post") await markPost(scene, scene.me, idOf(month, id, kind), n ?? -1)
    return exceptions(scene, where, id)
  },
})

const card = async (scene: Scene, where: Where, toast: string | null = null): Promise<Reply> => {
  const one = await shown(scene, where.unitId, where.month, where.kind)
  return turnInto(scene.text.check.card(one), { buttons: cardButtons(scene, one) }, toast)
}

const exceptions = async (scene: Scene, where: Where, accountId: string): Promise<Reply> => {
  const one = await shown(scene, where.unitId, where.month, where.kind)
  const found = one.sheets.find(({ account }) => account.id === accountId)
  if (found === undefined) throw new Refusal(scene.text.check.gone)
  return turnInto(scene.text.check.exceptions(found), { buttons: lineButtons(scene, where, found) })
}

const signOne = async (scene: Scene, where: Where, by: string | null): Promise<Reply> => {
  const done = await signing.sign(scene, scene.me, { ...where, ...(by === null ? {} : { dueOn: by }) })
  return turnInto(scene.text.check.signed(done.check, done.findings.length, done.own), {
    buttons: cardButtons(scene, done.check),
  })
}

/** One press for every unit in which nothing is wrong. */
const signAll = async (scene: Scene, { month, kind }: Where): Promise<Reply> => {
  const units = await unitsHere(scene, kind === "self" ? "check.self" : "check.hold")
  const { checks } = await listing.overview(
    scene,
    units.map(({ id }) => id),
    month,
    kind,
  )
  const clean = checks.filter(listing.isClean)
  for (const each of clean) await signing.sign(scene, scene.me, each)
  return turnInto(scene.text.check.signedAll(clean.map(({ unit }) => unit)))
}
