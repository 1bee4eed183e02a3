import { z } from "zod"
import type { Account } from "./account.ts"
import type { Unit } from "./unit.ts"

/** What is reported when it changes, of an account or of a unit. */
const parts = ["name", "sponsor", "operator", "custodian", "verification", "unit-name", "unit-kind"] as const
export type Part = (typeof parts)[number]

/** One thing of an account, or of a unit, that is another one than before. */
export const InfoChange = z
  .object({
    id: z.string(),
    unitId: z.string(),
    accountId: z.string().nullable(),
    part: z.enum(parts),
    /** As people are shown it; null for nothing. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    on: z.string(),
    by: z.string(),
    at: z.number(),
    /** What it started: the report, and with it the update of the system. */
    occasionId: z.string(),
  })
  .readonly()
export type InfoChange = z.output<typeof InfoChange>

export type Changed = Pick<InfoChange, "part" | "before" | "after">

const differing = (all: readonly Changed[]): readonly Changed[] =>
  all.filter(({ before, after }) => before !== after)

type Said = Pick<Account, "name" | "unitId" | "operator" | "custodian" | "verification">

/** What of an account has changed that its register elsewhere should know too; the sponsor by its id. */
export const changesOf = (before: Said, after: Said): readonly Changed[] =>
  differing([
    { part: "name", before: before.name, after: after.name },
    { part: "sponsor", before: before.unitId, after: after.unitId },
    { part: "operator", before: before.operator, after: after.operator },
    { part: "custodian", before: before.custodian?.name ?? null, after: after.custodian?.name ?? null },
    { part: "verification", before: before.verification, after: after.verification },
  ])

/** The same of a unit. */
export const unitChangesOf = (
  before: Pick<Unit, "name" | "kind">,
  after: Pick<Unit, "name" | "kind">,
): readonly Changed[] =>
  differing([
    { part: "unit-name", before: before.name, after: after.name },
    { part: "unit-kind", before: before.kind, after: after.kind },
  ])
