import type { z } from "zod"
import { badRequest } from "./refusal.ts"

/** A file that came in a multipart body. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a call carries, whichever way it was encoded: numbers and objects may come as text. */
export interface Params {
  readonly fields: Readonly<Record<string, unknown>>
  readonly files: ReadonlyMap<string, SentFile>
}

export const noParams: Params = { fields: {}, files: new Map() }

const at = (params: Params, name: string): unknown => params.fields[name] ?? undefined

/** A whole number, or null when there is none. */
export const integer = (params: Params, name: string): number | null => {
  const value = at(params, name)
  if (value === undefined || value === "") return null
  const number = typeof value === "string" ? (/^-?\d{1,16}$/.test(value) ? Number(value) : Number.NaN) : value
  if (typeof number !== "number" || !Number.isSafeInteger(number))
    throw badRequest(`${name} must be an integer`)
  return number
}

export const text = (params: Params, name: string): string => {
  const value = at(params, name)
  if (value === undefined) return ""
  if (typeof value === "string") return value
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  throw badRequest(`field "${name}" must be of type String`)
}

export const flag = (params: Params, name: string): boolean => {
  const value = at(params, name)
  return value === true || value === 1 || (typeof value === "string" && /^(true|1|yes)$/i.test(value))
}

/** An object or list, given as such or as JSON text; null when there is none. `refusal` says what is wrong with a bad one. */
export const object = <T>(params: Params, name: string, schema: z.ZodType<T>, refusal: string): T | null => {
  let value = at(params, name)
  if (value === undefined || value === "") return null
  if (typeof value === "string") {
    try {
      value = JSON.parse(value)
    } catch {
      throw badRequest(refusal)
    }
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw badRequest(refusal)
  return parsed.data
}
