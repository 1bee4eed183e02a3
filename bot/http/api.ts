import { finding } from "../../commands/finding.ts"
import { message } from "../../commands/message.ts"
import { post } from "../../commands/post.ts"
import { accounts } from "./accounts.ts"
import { door } from "./door.ts"
import { errandOf, type Inlet } from "./inlet.ts"
import { inspect } from "./inspect.ts"
import { obligations } from "./obligations.ts"
import { onDuty } from "./onduty.ts"
import { openapi } from "./openapi.ts"
import type { Outlet } from "./outlet.ts"
import { languageFor, Problem } from "./problem.ts"
import type { Route } from "./route.ts"

export const BASE = "/api/v1"

/** What comes in: the command that people type, and the scope it needs. */
export const inlets: readonly Inlet[] = [
  { path: "/posts", command: post, scope: "posts.write", makes: "posts" },
  { path: "/findings", command: finding, scope: "findings.write", makes: "findings" },
  { path: "/cases", command: message, scope: "cases.write", makes: "cases" },
]

/** What goes out. */
export const outlets: readonly Outlet[] = [obligations, accounts, onDuty, inspect]

/** For programs: everything below `/api/v1`. */
export const api: Route = (site, house) => {
  const enter = door(house)
  const description = JSON.stringify(openapi(BASE, inlets, outlets))
  site.get(`${BASE}/openapi.json`, (call) =>
    call.body(description, 200, { "content-type": "application/json" }),
  )
  for (const inlet of inlets)
    site.post(BASE + inlet.path, (call) =>
      enter(call, async (text) => {
        if (!/^application\/json\b/i.test(call.req.header("content-type") ?? ""))
          throw new Problem("not_json", text.http.notJsonType)
        return errandOf(inlet, await call.req.text(), text)
      }),
    )
  for (const { path, scope, query, read } of outlets)
    site.get(BASE + path, (call) =>
      enter(call, (text) => {
        const asked = query.strict().safeParse(call.req.query())
        if (!asked.success) {
          const [issue] = asked.error.issues
          const field = String(issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0]).slice(
            0,
            40,
          )
          throw new Problem("invalid", text.http.wrongForm(field), { field })
        }
        return Promise.resolve({
          scope,
          why: path.slice(1),
          sent: null,
          work: async (scene, caller) => ({ status: 200, body: await read(scene, asked.data, caller) }),
        })
      }),
    )
  site.all(`${BASE}/*`, (call) => {
    const { http } = languageFor(call.req.header("accept-language"), house.app.text)
    return new Problem("not_found", http.nowhere).response()
  })
}
