import { z } from "zod"

/** Says that a value surely is as its schema wants it and would come out of it unchanged; false says nothing. */
export type Shape = (value: unknown) => boolean

type Inner = z.core.$ZodType

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const objectShape = ({ shape, catchall }: z.core.$ZodObjectDef): Shape | null => {
  if (catchall) return null
  const members: (readonly [key: string, shape: Shape])[] = []
  for (const [key, inner] of Object.entries(shape)) {
    const known = shapeOf(inner)
    if (known === null) return null
    members.push([key, known])
  }
  return (value) => {
    if (value === null || typeof value !== "object" || !isPlain(value)) return false
    let known = 0
    for (const [key, fits] of members) {
      if (!fits((value as Record<string, unknown>)[key])) return false
      if (Object.hasOwn(value, key)) known += 1
    }
    // Anything more would be left out by the schema.
    for (const _key in value) known -= 1
    return known === 0
  }
}

const unionShape = ({ options }: z.core.$ZodUnionDef): Shape | null => {
  const shapes = options.map(shapeOf)
  if (!shapes.every((shape) => shape !== null)) return null
  return (value) => {
    const at = shapes.findIndex((fits) => fits(value))
    // One before it might take the value too, and leave something out.
    return at === 0 || (at > 0 && !options.slice(0, at).some((one) => z.safeParse(one, value).success))
  }
}

/** Holes included, which `every` passes over. */
const areAll = (values: readonly unknown[], fits: Shape): boolean => {
  for (const value of values) if (!fits(value)) return false
  return true
}

const withInner = (inner: Inner, make: (fits: Shape) => Shape): Shape | null => {
  const fits = shapeOf(inner)
  return fits && make(fits)
}

/**
 * What a schema asks for, as far as it is told quickly: checking a row takes a fraction of parsing it, and leaves nothing
 * behind to be cleared away. Null where only the schema itself can tell, because it changes or checks values in its own way.
 */
export const shapeOf = (schema: Inner): Shape | null => {
  const { def } = schema._zod as { readonly def: z.core.$ZodTypes["_zod"]["def"] }
  if (def.checks !== undefined && def.checks.length > 0) return null
  switch (def.type) {
    case "string":
      return "format" in def || ("coerce" in def && def.coerce) ? null : (value) => typeof value === "string"
    case "number":
      return "format" in def || ("coerce" in def && def.coerce) ? null : Number.isFinite
    case "boolean":
      return "coerce" in def && def.coerce ? null : (value) => typeof value === "boolean"
    case "null":
      return (value) => value === null
    case "literal": {
      const values = new Set<unknown>(def.values)
      return (value) => values.has(value)
    }
    case "enum": {
      const values = new Set<unknown>(Object.values(def.entries))
      return (value) => typeof value === "string" && values.has(value)
    }
    case "nullable":
      return withInner(def.innerType, (fits) => (value) => value === null || fits(value))
    case "optional":
      return withInner(def.innerType, (fits) => (value) => value === undefined || fits(value))
    case "readonly":
      return shapeOf(def.innerType)
    case "array":
      return withInner(def.element, (fits) => (value) => Array.isArray(value) && areAll(value, fits))
    case "union":
      return unionShape(def)
    case "object":
      return objectShape(def)
    default:
      return null
  }
}
