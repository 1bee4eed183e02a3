import { type Settings } from "../bot/settings.ts"
import * as people from "../services/people.ts"
import { COUNTY } from "./office.ts"
import { type World, world } from "./world.ts"

/** HTTP on any free port. */
export const SERVED: Partial<Settings> = { HTTP_PORT: 0 }

/** What the bot's server says to a program. */
export const asked = async (
  w: World,
  path: string,
  { token, body, ...more }: Omit<RequestInit, "body"> & { token?: string; body?: unknown } = {},
) => {
  const headers = new Headers(more.headers)
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`)
  if (body !== undefined) headers.set("content-type", "application/json")
  const response = await fetch(`http://127.0.0.1:${String(w.running.httpPort)}${path}`, {
    ...more,
    headers,
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  })
  await w.running.settle()
  await w.playground.settled()
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (text.startsWith("{") ? JSON.parse(text) : {}) as Record<string, unknown> & {
      error?: { code: string; message: string; field?: string; choices?: unknown[] }
    },
  }
}

/** Somebody makes a token in private, and opens its link. */
export const tokenFor = async (w: World, who: number, what: string): Promise<string> => {
  w.said()
  await w.say(who, `/token\n${what}`)
  const link = /http\S+/.exec(w.only(who).text)?.[0] ?? ""
  return (await asked(w, new URL(link).pathname, { method: "POST" })).text.trim()
}

/** What 张敏 answers to `/token`. */
export const WORDS = `名称：融媒体平台\n单位：${COUNTY}\n权限：登记更新、读取事项、读取账号、读取值班、读取检查结论\n有效期：30天`
export const LINK = "https://weibo.com/1/abc"

/** The county, with 张敏 as its administrator. */
export const office = async (): Promise<World> => {
  const w = await world({ settings: SERVED })
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    const minister = (await turn.tables.persons.all()).find(({ name }) => name === "张敏")
    if (!county || !minister) throw new Error("no county")
    await people.appoint(turn, minister.id, county.id, "administrator")
  })
  return w
}
