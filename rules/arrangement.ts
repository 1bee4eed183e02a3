import { z } from "zod"
import { Layer, type Override, Rota } from "./roster.ts"

/** What somebody did to the rotas of a unit in one step, so that it can be taken back until it takes effect. */
export const Arrangement = z
  .object({
    id: z.string(),
    unitId: z.string(),
    layer: Layer,
    /** The rotas that were changed or went, as they were; and those that came or were changed, as they are since. */
    before: z.array(Rota).readonly(),
    after: z.array(Rota).readonly(),
    /** Changes by hand that became void. */
    voided: z.array(z.string()).readonly(),
    /** The latest step of the unit's changes by hand before it. */
    step: z.int(),
    /** When the first shift starts that is another because of it. */
    startsAt: z.number(),
    by: z.string(),
    at: z.number(),
    undoneAt: z.number().nullable(),
  })
  .readonly()
export type Arrangement = z.output<typeof Arrangement>

/** The rotas that are not the same in both, as the first has them. */
export const apart = (rotas: readonly Rota[], others: readonly Rota[]): readonly Rota[] =>
  rotas.filter((rota) => !others.some((other) => isSame(rota, other)))

/** A rota changes only in how long it lasts; another person, hour or day makes another rota. */
const isSame = (a: Rota, b: Rota): boolean => a.id === b.id && a.until === b.until && a.from === b.from

/** Whether the rotas, and what was changed by hand, still are as the step left them. */
export const stands = (
  { before, after, step, layer, startsAt }: Arrangement,
  rotas: readonly Rota[],
  overrides: readonly Override[],
): boolean =>
  after.every((rota) => rotas.some((each) => isSame(rota, each))) &&
  before.every(({ id }) => after.some((rota) => rota.id === id) || !rotas.some((each) => each.id === id)) &&
  !overrides.some(
    (each) => each.undoneAt === null && each.layer === layer && each.step > step && each.to > startsAt,
  )
