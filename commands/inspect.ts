import { z } from "zod"
import type { Account } from "../rules/account.ts"
import type { Button } from "../rules/outgoing.ts"
import { type Day, dayOf, endOf, timeOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import { type Level, levels } from "../rules/verdict/index.ts"
import * as asking from "../services/inspect/asking.ts"
import { accountsOf, inspect as inspected } from "../services/inspect/inspecting.ts"
import * as pictures from "../services/inspect/pictures.ts"
import { shown } from "../services/inspect/shown.ts"
import * as people from "../services/people.ts"
import * as units from "../services/units.ts"
import { unitsHere } from "./form/choices.ts"
import { type Answers, command, press, type Reply, say, type Scene, turnInto } from "./form/command.ts"
import { field, silent } from "./form/fields.ts"
import { inspectedAt, inspectedOf } from "./form/inspected.ts"

/** How many accounts a message names. */
const LINES = 12

const number = () =>
  silent({
    ...field(z.coerce.number().int().min(1).max(1000), (_scene, typed) => Promise.resolve(typed)),
    takes: () => false,
  })

/** Which accounts would fail an inspection, now, on a day that has passed, or on one ahead; and the weeks up to it as a picture. */
export const inspect = command({
  name: "inspect",
  right: "see",
  unlisted: true,
  words: (text) => text.inspect.commands.inspect,
  fields: { at: inspectedAt(), of: inspectedOf(), page: number(), picture: number() },
  run: async (scene, { at: asked, of, page, picture }) => {
    const at = asked ?? scene.now
    if (of !== null && "unitId" in of) return one(scene, of, at)
    const scope = await scopeOf(scene, of)
    if (scope.accounts.length === 0) return say(scene.text.inspect.empty)
    asking.refuseBeyond(scene, scope.accounts, at)
    const said = answersOf(scene, at, of)
    if (scene.place.kind === "group") return counts(scene, scope, at)
    return picture === null
      ? list(scene, scope, at, { said, page })
      : drawn(scene, scope, at, { said, page: picture })
  },
})

interface Scope {
  readonly called: string
  readonly units: readonly Unit[]
  readonly accounts: readonly Account[]
}

/** A unit and everything below it, or all that somebody sees here. */
const scopeOf = async (scene: Scene, of: Unit | null): Promise<Scope> => {
  const seen = await unitsHere(scene, "see")
  const within = of === null ? null : new Set((await units.below(scene, of.id)).map(({ unit }) => unit.id))
  const some = within === null ? seen : seen.filter(({ id }) => within.has(id))
  return { called: of?.name ?? some[0]?.name ?? "", units: some, accounts: await accountsOf(scene, some) }
}

/** What a button says to ask the same again. */
const answersOf = (scene: Scene, at: number, of: Unit | null): Answers => {
  const day: Day = dayOf(at)
  const typed = at === endOf(day) - 1 ? day : `${day}T${timeOf(at)}`
  return { ...(at === scene.now ? {} : { at: typed }), ...(of === null ? {} : { of: of.id }) }
}

const countsOf = (found: readonly { readonly verdict: { readonly level: Level } }[]) =>
  Object.fromEntries(
    levels.map((level) => [level, found.filter(({ verdict }) => verdict.level === level).length]),
  ) as Record<Level, number>

/** In a group nobody is shown up: how many, and no names. */
const counts = async (scene: Scene, { called, accounts }: Scope, at: number): Promise<Reply> => {
  const found = await inspected(scene, accounts, at)
  return say(scene.text.inspect.counts({ at, now: scene.now, of: called, counts: countsOf(found) }))
}

interface Turned {
  readonly said: Answers
  readonly page: number | null
}

const list = async (
  scene: Scene,
  { called, accounts }: Scope,
  at: number,
  { said, page: wanted }: Turned,
): Promise<Reply> => {
  const words = scene.text.inspect
  const found = await inspected(scene, accounts, at)
  const worrying = found.filter(({ verdict: { level } }) => level === "red" || level === "soon")
  const pages = Math.max(1, Math.ceil(worrying.length / LINES))
  const page = Math.min(wanted ?? 1, pages)
  const some = await shown(scene, worrying.slice((page - 1) * LINES, page * LINES), at)
  const text = words.list({
    ...{ at, now: scene.now, of: called, counts: countsOf(found), shown: some, page, pages },
  })
  const to = (label: string, more: Answers): Button => ({
    label,
    press: press("inspect", { ...said, ...more }),
  })
  const turn = [
    ...(page > 1 ? [to(words.buttons.earlier, { page: String(page - 1) })] : []),
    ...(page < pages ? [to(words.buttons.later, { page: String(page + 1) })] : []),
  ]
  const buttons = [turn, ...(at <= scene.now ? [[to(words.buttons.picture, { picture: "1" })]] : [])]
  const more = { buttons: buttons.filter((row) => row.length > 0) }
  return wanted === null ? say(text, more) : turnInto(text, more)
}

const drawn = async (
  scene: Scene,
  { called, units: shownUnits, accounts }: Scope,
  at: number,
  { said, page }: Turned & { readonly page: number },
): Promise<Reply> => {
  const asked = { of: called, accounts, units: shownUnits, at: Math.min(at, scene.now), page }
  const { body, pages } = await pictures.ofAccounts(scene, asked)
  const next = press("inspect", { ...said, picture: String(page + 1) })
  const buttons = page < pages ? [[{ label: scene.text.inspect.buttons.nextPicture, press: next }]] : []
  return say(body.text, { ...body, buttons })
}

/** One account; in a group only one of the group's own unit. */
const one = async (scene: Scene, account: Account, at: number): Promise<Reply> => {
  await people.demand(scene, scene.me, "see", account.unitId)
  asking.refuseBeyond(scene, [account], at)
  const found = await inspected(scene, [account], at)
  const { place, now } = scene
  if (place.kind === "group" && place.unitId !== account.unitId)
    return say(scene.text.inspect.counts({ at, now, of: account.name, counts: countsOf(found) }))
  const [first] = await shown(scene, found, at)
  if (first === undefined) return say(scene.text.inspect.empty)
  const passes = at === now && (first.level === "green" || first.level === "soon")
  const next = passes ? await asking.firstFailing(scene, account) : null
  return say(scene.text.inspect.one({ at, now, shown: first, next }))
}
