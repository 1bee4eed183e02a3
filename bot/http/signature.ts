import { createHmac } from "node:crypto"

/** The secret of one hook: made from the office's key, so that it need not be kept. */
export const secretOf = (key: string, hookId: string): string =>
  `whsec_${createHmac("sha256", key).update(`hook:${hookId}`).digest("base64")}`

interface Signed {
  readonly event: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** The headers of a call, as Standard Webhooks has them: over id, time and body. */
export const signed = (
  secret: string,
  { event, timestamp, body }: Signed,
): Readonly<Record<string, string>> => {
  const key = Buffer.from(secret.slice("whsec_".length), "base64")
  const mac = createHmac("sha256", key)
    .update(`${event}.${String(timestamp)}.${body}`)
    .digest("base64")
  return {
    "content-type": "application/json",
    "user-agent": "zhishou",
    "webhook-id": event,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${mac}`,
  }
}
