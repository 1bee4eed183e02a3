import { z } from "zod"
import { IncidentKind, isOfAccount, isTalkedAbout, Severity } from "./gravity.ts"
import { Step } from "./kinds/common.ts"
import { Response } from "./kinds/response.ts"
import type { Quantity } from "./quantity.ts"
import type { Rulebook } from "./rulebook.ts"
import type { Stack } from "./stack.ts"

/** What an own table may hold. */
export const most = { lines: 40, name: 30, words: 200 } as const

const Words = z.string().min(1).max(most.words)

/** One kind of event as a unit has agreed to answer it: how, how soon and in which words. */
export const OwnKind = z
  .object({
    /** Its place in the table. */
    n: z.number(),
    name: z.string().min(1).max(most.name),
    /** What the regulations would call it, so that their times hold too. */
    kind: IncidentKind,
    /** Null leaves it to whoever reports it. */
    severity: Severity.nullable(),
    within: z
      .object({ amount: z.number(), unit: z.enum(["minute", "hour", "day", "working day"]) })
      .readonly(),
    flow: Words,
    way: Words,
    saying: Words,
    /** Who is told in the first message. */
    call: z.array(Step).readonly(),
  })
  .readonly()
export type OwnKind = z.output<typeof OwnKind>

/** A unit's table of events. What has been replaced stays: incidents of its time cite it. */
export const KindTable = z
  .object({
    id: z.string(),
    unitId: z.string(),
    kinds: z.array(OwnKind).min(1).max(most.lines).readonly(),
    state: z.enum(["asked", "in-force", "refused", "withdrawn", "replaced"]),
    /** Who has to agree, in this order, and the rule that says so. */
    steps: z.array(Step).min(1).readonly(),
    rule: z.string().nullable(),
    agreed: z.array(z.object({ step: Step, by: z.string(), at: z.number() }).readonly()).readonly(),
    by: z.string(),
    at: z.number(),
    endedAt: z.number().nullable(),
  })
  .readonly()
export type KindTable = z.output<typeof KindTable>

/** Where an incident took its times from, and what the table says about it. */
export const OwnSaid = z
  .object({
    tableId: z.string(),
    n: z.number(),
    name: z.string(),
    flow: z.string(),
    way: z.string(),
    saying: z.string(),
  })
  .readonly()
export type OwnSaid = z.output<typeof OwnSaid>

/** The level that is waited for; null once all have agreed. */
export const stepOf = ({ steps, agreed }: Pick<KindTable, "steps" | "agreed">): Step | null =>
  steps[agreed.length] ?? null

/** How a rule of an own table is named in rows: `own:TABLE/3`. */
export const ownKey = (tableId: string, n: number): string => `own:${tableId}/${n}`

export const ownOfKey = (key: string): { readonly tableId: string; readonly n: number } | null => {
  const [, tableId, n] = /^own:([^/]+)\/(\d+)$/.exec(key) ?? []
  return tableId === undefined ? null : { tableId, n: Number(n) }
}

/** What a button carries: which kind of which table, and what is still to be asked (a level, an account, nothing). */
export const pressOf = (tableId: string, own: OwnKind): string => {
  const asks = own.severity === null && isTalkedAbout(own.kind) ? "s" : isOfAccount(own.kind) ? "a" : "x"
  return `${tableId}.${own.n}.${asks}`
}

export const pressed = (
  value: string,
): { readonly tableId: string; readonly n: number; readonly asks: "s" | "a" | "x" } | null => {
  const [, tableId, n, asks] = /^([\w-]{1,40})\.(\d{1,3})\.([sax])$/.exec(value) ?? []
  return tableId === undefined ? null : { tableId, n: Number(n), asks: asks as "s" | "a" | "x" }
}

/** What the time of an own kind is the time of. */
const answerOf = (kind: IncidentKind) => (kind === "wrong-post" ? "incident.correct" : "incident.answer")

/** The line of an own table as the rule that it is, in a book of its own, nearer to the unit than any other. */
export const withOwn = (stack: Stack, tableId: string, { n, name, kind, within, call }: OwnKind): Stack => {
  const rule = Response.parse({
    id: "T-1",
    article: name,
    says: name,
    origin: "house",
    kind: "response",
    on: "any",
    do: answerOf(kind),
    within: within satisfies Quantity,
    ...(call.length === 0 ? {} : { call }),
  })
  const book: Rulebook = {
    id: "own",
    title: name,
    issuer: name,
    status: "in-force",
    binds: "those-who-name-it",
    rules: [rule],
    figures: [],
  }
  return {
    ...stack,
    books: [...stack.books, book],
    rules: [...stack.rules, { key: ownKey(tableId, n), book, rule }],
  }
}

/** The rules that want a unit to have such a table: they are cited with its times. */
export const mandatesIn = (stack: Stack): readonly string[] =>
  stack.rules.flatMap(({ key, rule }) =>
    rule.kind === "record" && rule.record === "incident.kinds" ? [key] : [],
  )
