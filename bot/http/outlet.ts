import { z } from "zod"
import type { Scene } from "../../commands/form/command.ts"
import type { Instant } from "../../rules/time.ts"
import type { Scope } from "../../rules/token.ts"
import type { Unit } from "../../rules/unit.ts"
import * as people from "../../services/people.ts"
import * as units from "../../services/units.ts"
import type { Caller } from "../../services/tokens.ts"
import { Problem } from "./problem.ts"

/** What programs may read. */
export interface Outlet {
  readonly path: string
  readonly scope: Scope
  /** What it is, in English: for the description of the API. */
  readonly about: string
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  readonly read: (scene: Scene, query: Readonly<Record<string, unknown>>, caller: Caller) => Promise<object>
}

/** Ties the form of a query to what is done with it. */
export const outlet = <Q extends z.ZodObject>(
  definition: Omit<Outlet, "query" | "read"> & {
    readonly query: Q
    readonly read: (scene: Scene, query: z.output<Q>, caller: Caller) => Promise<object>
  },
): Outlet => ({
  ...definition,
  read: (scene, query, caller) => definition.read(scene, query as z.output<Q>, caller),
})

/** `2026-03-02T02:00:00.000Z` */
export const Stamp = z.iso.datetime()
export const stamp = (at: Instant): string => new Date(at).toISOString()

export const UnitRef = z.object({ id: z.string(), name: z.string() })
export const AccountRef = z.object({ id: z.string(), platform: z.string(), name: z.string() })

export const UnitQuery = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .meta({ description: "Only this unit and those below it: its id, name or short name" })
export const PageQuery = z.coerce.number().int().min(1).max(10_000).default(1)

/** The unit that is asked for, among those that the token reaches; null where none is named. */
export const unitAsked = async (
  scene: Scene,
  asked: string | undefined,
  { token }: Caller,
): Promise<Unit | null> => {
  if (asked === undefined) return null
  const found = (await people.unitsWith(scene, scene.me, "see")).find(
    ({ id, name, shortNames }) => id === asked || name === asked || shortNames.includes(asked),
  )
  if (found) return found
  const { name } = await units.unit(scene, token.unitId)
  throw new Problem("forbidden", scene.text.http.otherUnit(name))
}

const PAGE = 100

/** One page of a long list. */
export const paged = <T>(all: readonly T[], page: number) => {
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  return { items: all.slice((page - 1) * PAGE, page * PAGE), total: all.length, page, pages }
}
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number(), page: z.number(), pages: z.number() })
