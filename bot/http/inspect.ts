import { z } from "zod"
import { levels } from "../../rules/verdict/index.ts"
import * as asking from "../../services/inspect/asking.ts"
import { accountsOf, inspect as inspected } from "../../services/inspect/inspecting.ts"
import { shown } from "../../services/inspect/shown.ts"
import * as people from "../../services/people.ts"
import * as units from "../../services/units.ts"
import { AccountRef, outlet, paged, pageOf, PageQuery, unitAsked, UnitQuery } from "./outlet.ts"

const Verdict = z.object({
  account: AccountRef,
  unit: z.string(),
  level: z.enum(levels),
  reasons: z.array(
    z.object({ kind: z.string(), daysLeft: z.number().nullable(), sources: z.array(z.string()) }),
  ),
})

/** Which accounts would fail an inspection. */
export const inspect = outlet({
  path: "/inspect",
  scope: "inspect.read",
  about: "What an inspection would say of each account, now or at a time, the strictest first",
  query: z.object({
    unit: UnitQuery,
    at: z.iso.datetime({ offset: true }).optional(),
    level: z.enum(levels).optional(),
    page: PageQuery,
  }),
  answer: pageOf(Verdict),
  read: async (scene, { unit: asked, at, level, page }, caller) => {
    const unit = await unitAsked(scene, asked, caller)
    const seen = await people.unitsWith(scene, scene.me, "see")
    const below = unit && new Set((await units.below(scene, unit.id)).map(({ unit: each }) => each.id))
    const accounts = await accountsOf(scene, below ? seen.filter(({ id }) => below.has(id)) : seen)
    const moment = at === undefined ? scene.now : Date.parse(at)
    if (accounts.length > 0) asking.refuseBeyond(scene, accounts, moment)
    const all = (await inspected(scene, accounts, moment)).filter(
      ({ verdict }) => level === undefined || verdict.level === level,
    )
    const { items, ...rest } = paged(all, page)
    const verdicts = (await shown(scene, items, moment)).map((each) => ({
      account: { id: each.account.id, platform: each.account.platform, name: each.account.name },
      unit: each.unit,
      level: each.level,
      reasons: each.reasons.map(({ kind, left, sources }) => ({
        kind,
        daysLeft: left,
        sources: sources.map((source) => scene.text.cited.cite(source)),
      })),
    }))
    return { items: verdicts, ...rest }
  },
})
