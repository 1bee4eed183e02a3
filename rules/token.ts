import { z } from "zod"
import type { Right } from "./rights.ts"
import { days, type Instant } from "./time.ts"

/** What a program may be let do, and the right that whoever lets it has to hold over the unit. */
export const scopeRights = {
  "posts.write": "post.report",
  "findings.write": "finding.open",
  "cases.write": "case.handle",
  "obligations.read": "see",
  "accounts.read": "see",
  "duty.read": "see",
  "inspect.read": "see",
} as const satisfies Record<string, Right>

export const scopes = Object.keys(scopeRights) as readonly Scope[]
export type Scope = keyof typeof scopeRights

/** How long a token may live, in days. */
export const lifetimes = ["30", "90", "365"] as const
export type Lifetime = (typeof lifetimes)[number]

/** What a program of a unit shows to be let in. The token itself is kept nowhere: only its SHA-256. */
export const Token = z
  .object({
    id: z.string(),
    /** What it is for, as people call it. */
    name: z.string(),
    /** It reaches this unit and those below it. */
    unitId: z.string(),
    scopes: z.array(z.enum(scopes as [Scope, ...Scope[]])).readonly(),
    /** SHA-256 of the token, hex; null until it was shown. */
    hash: z.string().nullable(),
    /** Who made it and answers for it: it may never do more than they may. */
    by: z.string(),
    at: z.number(),
    until: z.number(),
    revokedAt: z.number().nullable(),
    usedAt: z.number().nullable(),
  })
  .readonly()
export type Token = z.output<typeof Token>

export type TokenStanding = "hidden" | "valid" | "expired" | "revoked"

export const standingOf = ({ hash, until, revokedAt }: Token, now: Instant): TokenStanding => {
  if (revokedAt !== null) return "revoked"
  if (until <= now) return "expired"
  return hash === null ? "hidden" : "valid"
}

export const lifeOf = (lifetime: Lifetime): number => days(Number(lifetime))

/** The form of a token: its id, which is no secret, and what is. */
const FORM = /^zs_([a-z0-9]{12})_[a-z0-9]{36}$/

/** The id within a token; null for what has not the form of one. */
export const idIn = (token: string): string | null => FORM.exec(token)?.[1] ?? null

export const written = (id: string, secret: string): string => `zs_${id}_${secret}`
