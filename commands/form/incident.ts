import { z } from "zod"
import type { Incident } from "../../rules/incident.ts"
import type { Body } from "../../rules/outgoing.ts"
import { tidyName } from "../../rules/words.ts"
import { bodyOf } from "../../services/incidents/cards.ts"
import * as finding from "../../services/incidents/finding.ts"
import { shown } from "../../services/incidents/showing.ts"
import { Refusal } from "../../services/refusal.ts"
import * as units from "../../services/units.ts"
import { type Choice, type Field, type Reply, say, type Scene } from "./command.ts"
import { field } from "./fields.ts"

const OFFERED = 20

/** An answer about an incident: one about a drill says so in every line. */
export const about = (
  scene: Scene,
  it: Pick<Incident, "drill">,
  text: string,
  more: Omit<Body, "text"> = {},
): Reply => say(bodyOf(scene, it, text).text, more)

/** What runs in the units somebody may see; in a group only what concerns its unit. */
export const runningHere = async (scene: Scene): Promise<readonly Incident[]> => {
  const { unitId } = scene.place
  const under = unitId === null ? null : (await units.below(scene, unitId)).map(({ unit }) => unit.id)
  return finding.running(scene, scene.me, under)
}

const choices = async (scene: Scene): Promise<readonly Choice[]> => {
  const found: Choice[] = []
  for (const each of (await runningHere(scene)).slice(0, OFFERED))
    found.push({ value: each.id, label: scene.text.incident.titled(await shown(scene, each)) })
  if (found.length === 0) throw new Refusal(scene.text.incident.none)
  return found
}

/** An incident that runs: pressed, or typed by its number. One that is over is found by its number too. */
export const incidentField = (options: Partial<Field<Incident>> = {}): Field<Incident> =>
  field(
    z
      .string()
      .transform(tidyName)
      .pipe(z.string().regex(/^(\d{4}-\d{1,6}|[\w-]{8,40})$/)),
    async (scene, typed) => {
      if (await scene.tables.incidents.get(typed)) return finding.incident(scene, scene.me, typed)
      const year = await scene.tables.incidents.where("year", typed.slice(0, 4))
      const known = year.find(({ number }) => number === typed)
      if (!known) throw new Refusal(scene.text.incident.gone)
      return finding.incident(scene, scene.me, known.id)
    },
    { choices, ...options },
  )
