import { z } from "zod"
import { languages, type Text } from "../../text/index.ts"

/** Every kind of refusal that programs get, with the status it comes with. */
export const statuses = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  not_json: 415,
  invalid: 422,
  refused: 422,
  key_reused: 422,
  too_many: 429,
  fault: 500,
} as const
export type Code = keyof typeof statuses

/** The one shape in which anything is refused. */
export const ProblemBody = z.object({
  error: z
    .object({
      code: z.enum(Object.keys(statuses) as [Code, ...Code[]]),
      message: z.string().meta({ description: "In Chinese or English, as Accept-Language says" }),
      field: z.string().optional().meta({ description: "The field of the body that is missing or wrong" }),
      choices: z
        .array(z.object({ value: z.string(), label: z.string() }))
        .optional()
        .meta({ description: "What the field may hold" }),
    })
    .readonly(),
})

interface More {
  readonly field?: string
  readonly choices?: { readonly value: string; readonly label: string }[]
}

/** Why a program's request is not carried out. Nothing has changed. */
export class Problem extends Error {
  readonly code: Code
  readonly more: More
  /** Seconds after which to try again. */
  readonly retryAfter: number | null

  constructor(code: Code, message: string, more: More = {}, retryAfter: number | null = null) {
    super(message)
    this.code = code
    this.more = more
    this.retryAfter = retryAfter
  }

  body(): z.output<typeof ProblemBody> {
    return { error: { code: this.code, message: this.message, ...this.more } }
  }

  response(): Response {
    const headers = new Headers()
    if (this.retryAfter !== null) headers.set("retry-after", String(this.retryAfter))
    if (this.code === "unauthorized") headers.set("www-authenticate", "Bearer")
    return Response.json(this.body(), { status: statuses[this.code], headers })
  }
}

/** The language that is asked for; the office's own where neither is. */
export const languageFor = (header: string | undefined, usual: Text): Text => {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().toLowerCase().split(/;\s*/)
      return { tag: tag.slice(0, 2), quality: Number(/^q=([\d.]+)$/.exec(quality)?.[1] ?? 0) }
    })
    .filter(({ tag, quality }) => tag in languages && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  const [first] = wanted
  return first ? languages[first.tag as keyof typeof languages] : usual
}
