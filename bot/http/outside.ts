import { lookup } from "node:dns"
import { type RequestOptions, request as requestPlainly } from "node:http"
import { request } from "node:https"
import { BlockList, isIP, type LookupFunction } from "node:net"

/** Networks that are no part of the public Internet: what a stranger's address must not make us reach. */
const inside = new BlockList()
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  // An IPv4 address that is written as IPv6 is found by these too.
  inside.addSubnet(net, prefix, "ipv4")
for (const [net, prefix] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(net, prefix, "ipv6")

export const isInside = (address: string): boolean =>
  inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, "")

/** Whether an address may be called at all; names are looked at again when they are resolved. */
export const mayCall = (address: string, allowsInside: boolean): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== "" || password !== "") return false
  if (protocol !== "https:" && !(allowsInside && protocol === "http:")) return false
  return allowsInside || isIP(bare(hostname)) === 0 || !isInside(bare(hostname))
}

/** Resolves a name, and refuses it when any of its addresses lies inside: the one that is looked at is the one called. */
const outsideOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (fault, found) => {
    const [first] = found
    if (fault) {
      done(fault, "")
      return
    }
    if (!first || found.some(({ address }) => isInside(address))) {
      done(new Error("it is an address inside"), "")
      return
    }
    if (options.all) {
      done(null, found)
      return
    }
    done(null, first.address, first.family)
  })
}

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly allowsInside: boolean
  /** How long all of it may take (milliseconds). */
  readonly patience: number
}

/** Posts to an address outside; whether it was taken. No redirect is followed, and nothing that is answered is read. */
export const post = ({ url, headers, body, allowsInside, patience }: Posting): Promise<boolean> =>
  new Promise((resolve) => {
    if (!mayCall(url, allowsInside)) {
      resolve(false)
      return
    }
    const options: RequestOptions = {
      method: "POST",
      agent: false,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      signal: AbortSignal.timeout(patience),
      ...(allowsInside ? {} : { lookup: outsideOnly }),
    }
    const send = url.startsWith("http:") ? requestPlainly : request
    const call = send(url, options, (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      resolve(status >= 200 && status < 300)
    })
    call.on("error", () => resolve(false))
    call.end(body)
  })
