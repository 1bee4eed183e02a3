import { z } from "zod"
import { Rulebook } from "../rules/rulebook.ts"
import type { Path } from "./places.ts"

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly oneOf?: readonly Shape[]
  readonly const?: unknown
}

const whole = z.toJSONSchema(Rulebook, { io: "input", unrepresentable: "any" }) as Shape

const stepInto = (value: unknown, step: PropertyKey): unknown =>
  typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined

/** What stands at a path in a value of any shape. */
export const valueAt = (path: Path, value: unknown): unknown => path.reduce(stepInto, value)

/** The keys that may stand in the mapping at a path. */
export const keysAt = (path: Path, value: unknown): readonly string[] => {
  const shape = path.reduce<Shape | undefined>((around, step, index) => {
    const inner = typeof step === "number" ? around?.items : around?.properties?.[String(step)]
    const kind = stepInto(valueAt(path.slice(0, index + 1), value), "kind")
    return inner?.oneOf?.find((each) => each.properties?.["kind"]?.const === kind) ?? inner
  }, whole)
  return Object.keys(shape?.properties ?? {})
}
