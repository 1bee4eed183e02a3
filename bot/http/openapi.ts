import { z } from "zod"
import { scopes } from "../../rules/token.ts"
import { languages } from "../../text/index.ts"
import { fieldsOf, type Inlet } from "./inlet.ts"
import type { Outlet } from "./outlet.ts"
import { ProblemBody, statuses } from "./problem.ts"

type Json = Readonly<Record<string, unknown>>

const { zh, en } = languages

const schemaOf = (type: z.ZodType, io: "input" | "output" = "output"): Json => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: "any",
    reused: "inline",
  })
  return schema
}

/** What the fields of a command take, as the chat declares them. */
const bodyOf = (inlet: Inlet): Json => {
  const fields = fieldsOf(inlet, en)
  const [chinese, english] = [inlet.command.words(zh).fields, inlet.command.words(en).fields]
  const properties = fields.map(([name, { schema, many }]) => {
    const one = schemaOf(schema, "input")
    const words = {
      title: english[name]?.label,
      description: `${chinese[name]?.label ?? ""}: ${english[name]?.ask ?? ""}`,
      examples: [many ? [chinese[name]?.example] : chinese[name]?.example],
    }
    return [name, many ? { type: "array", items: one, ...words } : { ...one, ...words }]
  })
  const required = fields.flatMap(([name, { optional, silent, when }]) =>
    optional || silent || !when({}) ? [] : [name],
  )
  return {
    type: "object",
    properties: Object.fromEntries(properties) as Json,
    required,
    additionalProperties: false,
  }
}

const json = (schema: Json): Json => ({ "application/json": { schema } })

const PROBLEM: Json = { $ref: "#/components/schemas/Problem" }

const problems = (...codes: readonly (keyof typeof statuses)[]): Json =>
  Object.fromEntries(
    [...new Set(codes.map((code) => statuses[code]))].map((status) => [
      String(status),
      {
        description: "Refused: nothing has changed",
        content: json(PROBLEM),
        ...(status === 429 ? { headers: { "Retry-After": { schema: { type: "integer" } } } } : {}),
      },
    ]),
  )

const posting = (inlet: Inlet): Json => ({
  summary: inlet.command.words(en).title,
  description: `${inlet.command.words(zh).title}. The same as /${inlet.command.name} in the chat. Scope: ${inlet.scope}.`,
  operationId: inlet.command.name,
  security: [{ token: [] }],
  parameters: [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      schema: { type: "string", minLength: 1, maxLength: 200 },
      description: "The same request with the same key within a day is answered the same, and does nothing",
    },
    { $ref: "#/components/parameters/Language" },
  ],
  requestBody: { required: true, content: json(bodyOf(inlet)) },
  responses: {
    "201": { description: "Done", content: json({ $ref: "#/components/schemas/Done" }) },
    ...problems("bad_request", "unauthorized", "forbidden", "too_large", "not_json", "invalid", "too_many"),
  },
})

const reading = (outlet: Outlet): Json => ({
  summary: outlet.about,
  description: `Scope: ${outlet.scope}.`,
  operationId: outlet.path.slice(1),
  security: [{ token: [] }],
  parameters: [
    ...Object.entries(outlet.query.shape).map(([name, type]) => ({
      name,
      in: "query",
      required: false,
      schema: schemaOf(type as z.ZodType, "input"),
    })),
    { $ref: "#/components/parameters/Language" },
  ],
  responses: {
    "200": { description: "What was asked for", content: json(schemaOf(outlet.answer)) },
    ...problems("unauthorized", "forbidden", "invalid", "too_many"),
  },
})

const Done = z.object({
  id: z.string().nullable().meta({ description: "What was made; null where nothing was" }),
  ids: z.array(z.string()).meta({ description: "All that was made, where one request makes several" }),
  message: z.string().meta({ description: "What the chat would have answered" }),
})

/** The description of the API, in OpenAPI 3.1, from the same declarations that the chat uses. */
export const openapi = (base: string, inlets: readonly Inlet[], outlets: readonly Outlet[]): Json => ({
  openapi: "3.1.0",
  info: {
    title: "Zhishou 值守",
    version: "1",
    description: `Everything typed can also come in by HTTP. Scopes of a token: ${scopes.join(", ")}.`,
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: base }],
  paths: Object.fromEntries([
    ...inlets.map((inlet) => [inlet.path, { post: posting(inlet) }]),
    ...outlets.map((outlet) => [outlet.path, { get: reading(outlet) }]),
  ]) as Json,
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "Made with /token in the chat" },
    },
    parameters: {
      Language: {
        name: "Accept-Language",
        in: "header",
        required: false,
        schema: { type: "string" },
        description: "zh or en",
      },
    },
    schemas: { Problem: schemaOf(ProblemBody), Done: schemaOf(Done) },
  },
})
