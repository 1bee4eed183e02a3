import { Validator } from "@seriousme/openapi-schema-validator"
import { expect, test } from "vitest"
import { BASE, inlets, outlets } from "../../bot/http/api.ts"
import { openapi } from "../../bot/http/openapi.ts"
import { asked, SERVED } from "../api.ts"
import { world } from "../world.ts"

const described = () => JSON.parse(JSON.stringify(openapi(BASE, inlets, outlets))) as Record<string, unknown>

test("the description of the API is valid OpenAPI 3.1", async () => {
  const validator = new Validator()
  expect(await validator.validate(described())).toEqual({ valid: true })
  expect(validator.version).toBe("3.1")
})

test("it is what the server gives out, and names the fields that the chat asks for", async () => {
  const w = await world({ settings: SERVED })
  const { status, json } = await asked(w, "/api/v1/openapi.json")
  expect([status, json]).toEqual([200, described()])
  expect(json).toMatchObject({
    paths: {
      "/posts": {
        post: {
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  properties: {
                    account: { type: "array", title: "Account" },
                    link: { type: "string", title: "Link" },
                    at: { type: "string" },
                    kind: { type: "string" },
                  },
                  required: ["account"],
                  additionalProperties: false,
                },
              },
            },
          },
        },
      },
    },
  })
})
