import { z } from "zod"
import * as listing from "../../services/listing.ts"
import { outlet, PageQuery, Stamp, stamp, unitAsked, UnitQuery } from "./outlet.ts"

export const Account = z.object({
  id: z.string(),
  platform: z.string(),
  name: z.string(),
  unit: z.string(),
  standing: z.enum(listing.standings),
  lastPostAt: Stamp.nullable(),
})

/** The accounts, and how each stands. */
export const accounts = outlet({
  path: "/accounts",
  scope: "accounts.read",
  about: "The accounts of the units that the token reaches, by unit, and how each stands",
  query: z.object({ unit: UnitQuery, standing: z.enum(listing.standings).optional(), page: PageQuery }),
  answer: z.object({
    items: z.array(Account),
    counts: z.record(z.enum(listing.standings), z.number()),
    page: z.number(),
    pages: z.number(),
  }),
  read: async (scene, { unit: asked, standing = null, page }, caller) => {
    const unit = await unitAsked(scene, asked, caller)
    const found = await listing.list(scene, scene.me, { unitId: unit?.id ?? null, standing, page })
    const items = found.groups.flatMap((group) =>
      group.listed.map(({ account, standing: stands }) => ({
        id: account.id,
        platform: account.platform,
        name: account.name,
        unit: group.unit,
        standing: stands,
        lastPostAt: account.lastPostAt === null ? null : stamp(account.lastPostAt),
      })),
    )
    return { items, counts: found.counts, page: found.page, pages: found.pages }
  },
})
