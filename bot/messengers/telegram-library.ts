import type { Agent } from "node:http"
import type { ApiMethods, InputFile, Opts, ResponseParameters } from "grammy/types"

type Method = keyof ApiMethods

/** What a method is called with: as Telegram has it, but for the files, of which each library has its own. */
export type Params<M extends Method> = {
  [Name in keyof Opts<M>]: InputFile extends Opts<M>[Name]
    ? Exclude<Opts<M>[Name], InputFile> | Upload
    : Opts<M>[Name]
}

/** Calls one method of the Bot API; throws `Declined` or `Lost`, and nothing that knows the token. */
export type Call = <M extends Method>(
  method: M,
  params: Params<M>,
  signal?: AbortSignal,
) => Promise<ReturnType<ApiMethods[M]>>

/** How to get to a Bot API server. */
export interface Way {
  readonly token: string
  /** Without a slash at its end; it may have a path. */
  readonly apiRoot: string
  /** Knows the proxy, and keeps connections. */
  readonly agent: Agent
  /** How long an answer may take, in milliseconds. */
  readonly patience: number
}

/** A library that can call the Bot API. Nothing else is asked of it: receiving, order and retries are ours. */
export type Library = (way: Way) => Call

/** A file that goes with a call. */
export class Upload {
  readonly name: string
  readonly bytes: Uint8Array
  constructor(name: string, bytes: Uint8Array) {
    // What would end the name early in the head of its part.
    this.name = name.replace(/["\\;\r\n]/g, "_")
    this.bytes = bytes
  }
}

/** What a call carries as its files, by the name of the field. */
export const uploadsIn = (params: object): readonly (readonly [string, Upload])[] =>
  Object.entries(params).flatMap(([name, value]) => (value instanceof Upload ? [[name, value] as const] : []))

/** Telegram answered, but not with a result. */
export class Declined extends Error {
  readonly code: number
  readonly description: string
  readonly parameters: ResponseParameters
  constructor(code: number, description: string, parameters: ResponseParameters = {}) {
    super(`${code}: ${description}`)
    this.code = code
    this.description = description
    this.parameters = parameters
  }
}

/** No answer came, or none that can be read. */
export class Lost extends Error {
  /** Whether Telegram may have got the call. */
  readonly written: boolean
  constructor(said: string, written: boolean) {
    super(written ? said : `cannot connect: ${said}`)
    this.written = written
  }
}

/** The network failed before anything was written. */
const BEFORE_WRITING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_NODATA|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ERR_TLS_.*|CERT_.*|.*_CERT|.*_CERT_.*|ERR_SSL_.*|EPROTO)$/
const CONNECTING = /before secure TLS connection|proxy|\bconnect E/i

/** What is told of a failed connection: never the fault itself, whose text and fields hold the address, and so the token. */
export const lost = (fault: unknown): Lost => {
  const { code = "", message = "" } = (fault ?? {}) as { code?: string; message?: string }
  const reason = message.split("reason: ").at(-1) ?? ""
  const written = !BEFORE_WRITING.test(code) && !CONNECTING.test(reason)
  const said = code || (/timed out/.test(message) ? "no answer in time" : "an answer that is none")
  return new Lost(said, written)
}
