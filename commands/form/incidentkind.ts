import { z } from "zod"
import {
  incidentKinds,
  type IncidentKind,
  isOfAccount,
  isTalkedAbout,
  type Severity,
} from "../../rules/gravity.ts"
import { type OwnSaid, pressed, pressOf } from "../../rules/ownkind.ts"
import { tidyName } from "../../rules/words.ts"
import * as ownkinds from "../../services/ownkinds.ts"
import { Refusal } from "../../services/refusal.ts"
import type { Answers, Choice, Field, Scene } from "./command.ts"
import { field, matching, oneOf } from "./fields.ts"

/** What has gone wrong: a kind that every unit knows, or one of the unit's own table. */
export interface Happened {
  readonly kind: IncidentKind
  /** Settled by the unit's own table. */
  readonly severity: Severity | null
  readonly own: OwnSaid | undefined
}

const known = oneOf(incidentKinds, (words) => words.incident.kinds)

const ownChoices = async (scene: Scene): Promise<readonly Choice[]> => {
  const table = await ownkinds.holding(scene, scene.place.unitId ?? scene.me.person.unitId)
  return (table?.kinds ?? []).map((each) => ({
    value: pressOf(table?.id ?? "", each),
    label: scene.text.ownkind.named(each),
    also: [each.name],
  }))
}

/** The unit's own kinds stand first: whoever is in a hurry knows them by name. */
const choices = async (scene: Scene, answers: Answers): Promise<readonly Choice[]> => [
  ...(await ownChoices(scene)),
  ...((await known.choices?.(scene, answers)) ?? []),
]

const ownOf = async (scene: Scene, tableId: string, n: number): Promise<Happened> => {
  const found = await ownkinds.lineOf(scene, tableId, n)
  if (!found) throw new Refusal(scene.text.ownkind.gone)
  const { name, kind, severity, flow, way, saying } = found.line
  return { kind, severity, own: { tableId, n, name, flow, way, saying } }
}

export const happenedField = (): Field<Happened> =>
  field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(80)),
    async (scene, typed) => {
      const one = matching(scene, await choices(scene, {}), known.canonical(typed))
      if (typeof one !== "string") return one
      const own = pressed(one)
      if (own) return ownOf(scene, own.tableId, own.n)
      const kind = incidentKinds.find((each) => each === one)
      if (kind === undefined) throw new Refusal(scene.text.ownkind.gone)
      return { kind, severity: null, own: undefined }
    },
    {
      choices,
      takes: (word) => known.takes(word) || pressed(word) !== null,
      canonical: known.canonical,
    },
  )

const kindOf = ({ kind }: Answers): IncidentKind | null => incidentKinds.find((each) => each === kind) ?? null

/** Whether the level is still to be asked for. */
export const asksSeverity = (answers: Answers): boolean => {
  const kind = kindOf(answers)
  return kind === null ? pressed(answers["kind"] ?? "")?.asks === "s" : isTalkedAbout(kind)
}

/** Whether the account is still to be asked for. */
export const asksAccount = (answers: Answers): boolean => {
  const kind = kindOf(answers)
  return kind === null ? pressed(answers["kind"] ?? "")?.asks === "a" : isOfAccount(kind)
}
