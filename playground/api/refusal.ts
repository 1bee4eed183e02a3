/** An answer of Telegram's that is no success, with Telegram's own words. */
export class ApiRefusal extends Error {
  readonly code: number
  readonly parameters: { readonly migrate_to_chat_id?: number; readonly retry_after?: number } | null
  constructor(
    code: number,
    description: string,
    parameters: { readonly migrate_to_chat_id?: number; readonly retry_after?: number } | null = null,
  ) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (what: string): ApiRefusal => new ApiRefusal(400, `Bad Request: ${what}`)
export const forbidden = (what: string): ApiRefusal => new ApiRefusal(403, `Forbidden: ${what}`)
export const conflict = (what: string): ApiRefusal => new ApiRefusal(409, `Conflict: ${what}`)
export const tooMany = (seconds: number): ApiRefusal =>
  new ApiRefusal(429, `Too Many Requests: retry after ${String(seconds)}`, { retry_after: seconds })

/** The body that Telegram answers with. */
export const refusalBody = ({ code, message, parameters }: ApiRefusal): unknown => ({
  ok: false,
  error_code: code,
  description: message,
  ...(parameters === null ? {} : { parameters }),
})
