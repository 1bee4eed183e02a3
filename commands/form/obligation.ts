import { z } from "zod"
import type { Obligation } from "../../rules/obligation.ts"
import { tidyName } from "../../rules/words.ts"
import * as duties from "../../services/duties.ts"
import { Refusal } from "../../services/refusal.ts"
import * as settling from "../../services/settling.ts"
import { Ambiguous, type Choice, type Field, type Scene } from "./command.ts"
import { field, matching } from "./fields.ts"

/** How many are offered as buttons; the others are found by typing a part of what they are called. */
const OFFERED = 20

/** The open duties of whoever asks: their own in private, those of the unit's group in a group. */
export const dutiesHere = async (scene: Scene): Promise<readonly Obligation[]> => {
  const { place, me } = scene
  if (place.unitId !== null) return duties.seen(scene, me, place.unitId)
  const own = await duties.ofPerson(scene, me.person, "open")
  return own.length > 0 ? own : duties.seen(scene, me, null)
}

const choices = async (scene: Scene): Promise<readonly Choice[]> => {
  const found = await labelled(scene, (await dutiesHere(scene)).slice(0, OFFERED))
  if (found.length === 0) throw new Refusal(scene.text.obligation.none)
  return found
}

/** Whatever is open and may be seen here, so that what is typed is found whoever is reminded of it. */
const everything = async (scene: Scene): Promise<readonly Choice[]> =>
  labelled(scene, await duties.seen(scene, scene.me, scene.place.unitId))

const labelled = async (scene: Scene, rows: readonly Obligation[]): Promise<readonly Choice[]> => {
  const found: Choice[] = []
  for (const row of rows)
    found.push({ value: row.id, label: scene.text.obligation.named(await duties.shown(scene, row)) })
  return found
}

/** A dated duty: pressed, or typed by a part of what it is called. */
export const obligationField = (): Field<Obligation> => named(settling.obligation)

/** The same, but one that somebody still has to do something about. */
export const openObligationField = (): Field<Obligation> => named(settling.openObligation)

/** The same, but one of which it is enough to say that it was done. */
export const doableObligationField = (): Field<Obligation> => named(settling.doableObligation)

const named = (get: typeof settling.obligation): Field<Obligation> =>
  field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(200)),
    async (scene, typed) => {
      if (await scene.tables.obligations.get(typed)) return get(scene, scene.me, typed)
      const value = matching(scene, await everything(scene), typed)
      return value instanceof Ambiguous ? value : get(scene, scene.me, value)
    },
    {
      choices,
      free: true,
      calls: async (scene: Scene, row: Obligation) =>
        scene.text.obligation.named(await duties.shown(scene, row)),
    },
  )
