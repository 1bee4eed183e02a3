import { createHash, timingSafeEqual } from "node:crypto"
import { isHere } from "../rules/person.ts"
import { clipped, type Right } from "../rules/rights.ts"
import { SHOWN_WITHIN, type Showing } from "../rules/showing.ts"
import { minutes } from "../rules/time.ts"
import {
  idIn,
  lifeOf,
  type Lifetime,
  type Scope,
  scopeRights,
  standingOf,
  type Token,
  type TokenStanding,
  written,
} from "../rules/token.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import type { JobOn } from "./job.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** How many a unit may have at a time. */
const MOST = 20
/** When it was last used is known to the minute; not every call is worth a line in the journal. */
const USED_EVERY = minutes(10)

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex")

interface Wanted {
  readonly name: string
  readonly unit: Unit
  readonly scopes: readonly Scope[]
  readonly lifetime: Lifetime
}

/** Makes a token that nobody has seen yet. Gives back the code under which it is shown, once. */
export const issue = async (
  act: Act,
  me: people.Member,
  { name, unit, scopes, lifetime }: Wanted,
): Promise<{ readonly token: Token; readonly code: string }> => {
  await people.demand(act, me, "api.manage", unit.id)
  await units.refuseDissolved(act, unit.id)
  for (const right of new Set<Right>(scopes.map((scope) => scopeRights[scope])))
    await people.demand(act, me, right, unit.id)
  const alive = (await act.tables.tokens.where("unit", unit.id)).filter((token) => isAlive(token, act))
  if (alive.length >= MOST) throw new Refusal(act.text.token.tooMany(unit.name, MOST))
  const token: Token = {
    id: act.newId(),
    name,
    unitId: unit.id,
    scopes: [...new Set(scopes)],
    hash: null,
    by: me.person.id,
    at: act.now,
    until: act.now + lifeOf(lifetime),
    revokedAt: null,
    usedAt: null,
  }
  await act.tables.tokens.put(token)
  return { token, code: await offer(act, token) }
}

const isAlive = (token: Token, { now }: Act): boolean => {
  const standing = standingOf(token, now)
  return standing === "valid" || standing === "hidden"
}

const offer = async (act: Act, { id }: Token): Promise<string> => {
  const code = act.newId() + act.newId() + act.newId()
  await act.tables.showings.put({ id: fingerprint(code), token: id, dueAt: act.now + SHOWN_WITHIN })
  return code
}

/** What a link would show; null when it was opened before, was never given, or has waited too long. */
export const offered = async (act: Act, code: string): Promise<Token | null> => {
  const showing = await act.tables.showings.get(fingerprint(code))
  const token = showing?.token && showing.dueAt > act.now ? await act.tables.tokens.get(showing.token) : null
  return token && standingOf(token, act.now) === "hidden" ? token : null
}

/** Makes the secret of a token, keeps its fingerprint, and gives it back: this once. */
export const reveal = async (act: Act, code: string): Promise<string | null> => {
  const token = await offered(act, code)
  if (!token) return null
  const secret = written(token.id, act.newId() + act.newId() + act.newId())
  await act.tables.tokens.put({ ...token, hash: fingerprint(secret) })
  await act.tables.showings.remove(fingerprint(code))
  return secret
}

/** What nobody came to see is gone, and the token with it. */
export const forget: JobOn<"showings"> = {
  name: "forget-showing",
  table: "showings",
  run: async (act, showing: Showing) => {
    await act.tables.showings.remove(showing.id)
    if (showing.token !== null) await act.tables.tokens.remove(showing.token)
  },
}

/** A program that was let in: with the rights of whoever answers for it, as far as its token reaches. */
export interface Caller {
  readonly token: Token
  readonly me: people.Member
}

/** Who shows this token; or why it is none, as far as whoever holds it may know. */
export const caller = async (
  act: Act,
  given: string,
): Promise<Caller | "unknown" | Exclude<TokenStanding, "valid" | "hidden"> | "orphaned"> => {
  const token = await act.tables.tokens.get(idIn(given) ?? "")
  const kept = token?.hash ?? fingerprint("")
  // Takes as long however much of it is right.
  const isSame = timingSafeEqual(Buffer.from(fingerprint(given)), Buffer.from(kept))
  if (!token || !isSame) return "unknown"
  const standing = standingOf(token, act.now)
  if (standing === "hidden") return "unknown"
  if (standing !== "valid") return standing
  const person = await act.tables.persons.get(token.by)
  const roles = person ? await people.rolesOf(act, person.id) : []
  if (!person || !isHere(person, act.now)) return "orphaned"
  const me = {
    person: { ...person, unitId: token.unitId },
    roles: clipped(roles, await units.path(act, token.unitId)),
  }
  // Whoever may not look after tokens any more may not stand for one either.
  if (!(await people.may(act, me, "api.manage", token.unitId))) return "orphaned"
  if (act.now - (token.usedAt ?? 0) >= USED_EVERY) await act.tables.tokens.put({ ...token, usedAt: act.now })
  return { token, me }
}

/** A token as people are shown it. */
export interface Listed {
  readonly token: Token
  readonly unit: string
  readonly by: string | null
  readonly standing: TokenStanding
}

/** The tokens of the units one looks after that still open something, or did until lately. */
export const list = async (act: Act, me: people.Member): Promise<readonly Listed[]> => {
  const found: Listed[] = []
  for (const unit of await people.unitsWith(act, me, "api.manage"))
    for (const token of await act.tables.tokens.where("unit", unit.id)) {
      const by = (await act.tables.persons.get(token.by))?.name ?? null
      if (isAlive(token, act))
        found.push({ token, unit: unit.name, by, standing: standingOf(token, act.now) })
    }
  return found
}

/** Ends a token at once. */
export const revoke = async (act: Act, me: people.Member, id: string): Promise<Token> => {
  const token = await act.tables.tokens.get(id)
  if (!token || !(await people.may(act, me, "api.manage", token.unitId)))
    throw new Refusal(act.text.token.gone)
  if (token.revokedAt !== null) throw new Refusal(act.text.token.alreadyRevoked(token.name))
  const revoked = { ...token, revokedAt: act.now }
  await act.tables.tokens.put(revoked)
  return revoked
}
