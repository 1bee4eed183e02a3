import { z } from "zod"
import { phases } from "../../rules/obligation.ts"
import * as duties from "../../services/duties.ts"
import {
  AccountRef,
  outlet,
  paged,
  pageOf,
  PageQuery,
  Stamp,
  stamp,
  unitAsked,
  UnitQuery,
  UnitRef,
} from "./outlet.ts"

export const Obligation = z.object({
  id: z.string(),
  act: z.string(),
  title: z.string(),
  phase: z.enum(phases),
  unit: UnitRef,
  account: AccountRef.nullable(),
  about: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  dueAt: Stamp.nullable(),
  provisional: z.boolean().meta({ description: "A holiday notice that it hangs on is not loaded yet" }),
  daysLeft: z.number().nullable(),
  sources: z.array(z.string()).meta({ description: "Rulebook and article, as people read them" }),
})

/** What is owed. */
export const obligations = outlet({
  path: "/obligations",
  scope: "obligations.read",
  about: "What is owed with a date, soonest first, by the units that the token reaches",
  query: z.object({
    unit: UnitQuery,
    phase: z.enum(phases).optional().meta({ description: "Only those that stand so" }),
    page: PageQuery,
  }),
  answer: pageOf(Obligation),
  read: async (scene, { unit: asked, phase, page }, caller) => {
    const unit = await unitAsked(scene, asked, caller)
    const rows = (await duties.seen(scene, scene.me, unit?.id ?? null)).filter(
      (row) => phase === undefined || row.phase === phase,
    )
    const { items, ...rest } = paged(rows, page)
    const shown: z.output<typeof Obligation>[] = []
    for (const row of items) {
      const duty = await duties.shown(scene, row)
      shown.push({
        id: row.id,
        act: row.act,
        title: scene.text.obligation.acts[row.act],
        phase: row.phase,
        unit: { id: row.unitId, name: duty.unit },
        account: duty.account && {
          id: duty.account.id,
          platform: duty.account.platform,
          name: duty.account.name,
        },
        about: duty.about,
        dueOn: row.due?.day ?? null,
        dueAt: row.due && stamp(row.due.at),
        provisional: row.due?.provisional ?? false,
        daysLeft: duty.left,
        sources: duty.sources.map((source) => scene.text.cited.cite(source)),
      })
    }
    return { items: shown, ...rest }
  },
})
