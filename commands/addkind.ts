import { z } from "zod"
import { incidentKinds, severities } from "../rules/gravity.ts"
import { most, OwnKind } from "../rules/ownkind.ts"
import { readQuantity } from "../rules/quantity.ts"
import { tidyName } from "../rules/words.ts"
import * as ownkinds from "../services/ownkinds.ts"
import { Refusal } from "../services/refusal.ts"
import { unitField } from "./form/choices.ts"
import { command, type Field } from "./form/command.ts"
import { field, many, name, oneOf, optional, text } from "./form/fields.ts"
import { proposed } from "./form/kinds.ts"

/** Those whom a unit itself can name. */
const told = ["leader", "chief", "editor-in-chief", "supervising-unit"] as const

const Within = OwnKind.unwrap().shape.within

/** How soon: `2小时`, `30分钟`. */
const withinField = (): Field<OwnKind["within"]> =>
  field(
    z.string().transform(tidyName).pipe(z.string().regex(/^\d/).max(20)),
    (scene, typed) => {
      const read = readQuantity(typed.replace(/(以|之)?内$/, ""))
      const found = Within.safeParse("ok" in read ? read.ok : null)
      if (!found.success) throw new Refusal(scene.text.ownkind.notALength(typed))
      return Promise.resolve(found.data)
    },
    { free: true },
  )

/** One more kind of event, asked for line by line. */
export const addkind = command({
  name: "addkind",
  right: "unit.papers",
  words: (words) => words.ownkind.commands.addkind,
  fields: {
    unit: unitField("unit.papers"),
    name: name(most.name),
    kind: oneOf(incidentKinds, (words) => words.incident.kinds),
    severity: optional(oneOf(severities, (words) => words.incident.severities)),
    within: withinField(),
    flow: text(most.words),
    way: text(most.words),
    saying: text(most.words),
    call: optional(many(oneOf(told, (words) => words.incident.steps))),
  },
  run: async (scene, { unit, call, ...said }) => {
    const kind = { ...said, call: [...new Set(call ?? [])] }
    return proposed(scene, unit, await ownkinds.add(scene, scene.me, unit, kind))
  },
})
