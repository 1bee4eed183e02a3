import { z } from "zod"
import type { Account } from "./account.ts"
import type { Unit } from "./unit.ts"

/** What of an account can become another one; which of it is reported, and to whom, the rulebooks say. */
export const accountParts = [
  "name",
  "sponsor",
  "operator",
  "custodian",
  "editors",
  "verification",
  "link",
  "main",
] as const
/** The same of a unit, with the people who answer for it. */
export const unitParts = ["unit-name", "unit-kind", "unit-office", "unit-chief", "unit-leader"] as const
export const parts = [...accountParts, ...unitParts] as const
export const Part = z.enum(parts)
export type Part = z.output<typeof Part>

/** What begins with a change, and which parts it is a change of. */
export const changing = { "account.changed": accountParts, "unit.changed": unitParts } as const
export type Changing = keyof typeof changing
export const isChanging = (event: string): event is Changing => event in changing

/** One thing of an account, or of a unit, that is another one than before. */
export const InfoChange = z
  .object({
    id: z.string(),
    unitId: z.string(),
    accountId: z.string().nullable(),
    part: Part,
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

type Said = Pick<
  Account,
  "name" | "unitId" | "operator" | "custodian" | "verification" | "editors" | "link" | "main"
>

/** Several names as one; null for nobody. */
export const listed = (names: readonly string[]): string | null =>
  names.length === 0 ? null : names.join("、")

/** What of an account has changed that somebody may have to be told; the sponsor by its id. */
export const changesOf = (before: Said, after: Said): readonly Changed[] =>
  differing([
    { part: "name", before: before.name, after: after.name },
    { part: "sponsor", before: before.unitId, after: after.unitId },
    { part: "operator", before: before.operator, after: after.operator },
    { part: "custodian", before: before.custodian?.name ?? null, after: after.custodian?.name ?? null },
    { part: "editors", before: listed(before.editors), after: listed(after.editors) },
    { part: "verification", before: before.verification, after: after.verification },
    { part: "link", before: before.link, after: after.link },
    { part: "main", before: yes(before.main), after: yes(after.main) },
  ])

const yes = (main: boolean): string => (main ? "yes" : "no")

/** The same of a unit. */
export const unitChangesOf = (
  before: Pick<Unit, "name" | "kind" | "office">,
  after: Pick<Unit, "name" | "kind" | "office">,
): readonly Changed[] =>
  differing([
    { part: "unit-name", before: before.name, after: after.name },
    { part: "unit-kind", before: before.kind, after: after.kind },
    { part: "unit-office", before: before.office ?? null, after: after.office ?? null },
  ])
