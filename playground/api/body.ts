import type { IncomingMessage } from "node:http"
import { type Params, noParams, type SentFile } from "./params.ts"
import { ApiRefusal, badRequest } from "./refusal.ts"

/** Telegram takes files up to 50 MB from a bot. */
const LARGEST = 52 * 1024 * 1024
const LARGEST_PLAIN = 1024 * 1024

/** All the bytes of a request, up to a limit. */
export const bytesFrom = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  // Without destroying the request, so that the refusal can still be answered.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new ApiRefusal(413, "Request Entity Too Large")
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

const fromJson = (body: Buffer): Params => {
  if (body.length === 0) return noParams
  let value: unknown
  try {
    value = JSON.parse(body.toString("utf8"))
  } catch {
    throw badRequest("can't parse request body as a JSON object")
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("can't parse request body as a JSON object")
  }
  return { fields: value as Record<string, unknown>, files: noParams.files }
}

const dispositionOf = (head: string): { name: string; filename: string | null } | null => {
  const line = head.split("\r\n").find((one) => /^content-disposition:/i.test(one))
  if (line === undefined) return null
  const value = (key: string): string | null => {
    const match = new RegExp(`;\\s*${key}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;]*))`, "i").exec(line)
    return match ? (match[1]?.replace(/\\(.)/g, "$1") ?? match[2] ?? "").trim() : null
  }
  const name = value("name")
  return name === null ? null : { name, filename: value("filename") }
}

/** The parts of a multipart/form-data body. */
export const fromMultipart = (body: Buffer, boundary: string): Params => {
  const fields: Record<string, unknown> = {}
  const files = new Map<string, SentFile>()
  const line = Buffer.from(`--${boundary}`)
  const end = Buffer.from(`\r\n--${boundary}`)
  let start = body.indexOf(line)
  while (start >= 0) {
    start += line.length
    if (body.toString("latin1", start, start + 2) === "--") return { fields, files }
    const headEnd = body.indexOf("\r\n\r\n", start)
    const next = headEnd < 0 ? -1 : body.indexOf(end, headEnd + 2)
    if (next < 0) break
    const disposition = dispositionOf(body.toString("utf8", start, headEnd))
    const content = body.subarray(Math.min(headEnd + 4, next), next)
    if (disposition?.filename != null)
      files.set(disposition.name, { name: disposition.filename, bytes: content })
    else if (disposition) fields[disposition.name] = content.toString("utf8")
    start = next + 2
  }
  throw badRequest("can't parse multipart body")
}

/** What a call carries, from its body and the query in its address. */
export const readParams = async (request: IncomingMessage, query: string): Promise<Params> => {
  const type = request.headers["content-type"] ?? ""
  const multipart = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(type)
  const body = await bytesFrom(request, multipart ? LARGEST : LARGEST_PLAIN)
  const asked = query === "" ? {} : Object.fromEntries(new URLSearchParams(query))
  const sent = multipart?.[1]
    ? fromMultipart(body, multipart[1])
    : /^application\/json\b/i.test(type)
      ? fromJson(body)
      : { fields: Object.fromEntries(new URLSearchParams(body.toString("utf8"))), files: noParams.files }
  return query === "" ? sent : { ...sent, fields: { ...asked, ...sent.fields } }
}
