import { expect, test } from "vitest"
import { asked, LINK, office as open, tokenFor, WORDS } from "../api.ts"
import { COUNTY } from "../office.ts"
import { type World, zhang } from "../world.ts"

const posts = (w: World) => w.look(({ tables }) => tables.posts.all())

test("a hundred requests in a second: some are put off with the time to wait, and none is lost or counted twice", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS)
  await asked(w, "/api/v1/accounts", { token })
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      asked(w, "/api/v1/posts", { token, body: { account: "微博示例县发布", link: `${LINK}${String(at)}` } }),
    ),
  )
  const [done, later] = [201, 429].map((status) => answers.filter((answer) => answer.status === status))
  expect([done?.length, later?.length]).toEqual([20, 80])
  expect(new Set(later?.map(({ headers }) => headers.get("retry-after")))).toEqual(new Set(["10"]))
  expect((await posts(w)).filter(({ link }) => link?.startsWith(LINK))).toHaveLength(20)
  await w.turnTo("2026-03-02", "10:01")
  expect((await asked(w, "/api/v1/accounts", { token })).status).toBe(200)
})

test("the same request with the same key is answered the same, and does nothing", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS)
  const send = (link: string, key = "k-1") =>
    asked(w, "/api/v1/posts", {
      token,
      body: { account: "微博示例县发布", link },
      headers: { "idempotency-key": key },
    })
  const first = await send(LINK)
  const again = await send(LINK)
  expect([again.status, again.text]).toEqual([201, first.text])
  expect(again.headers.get("idempotent-replayed")).toBe("true")
  expect((await posts(w)).filter(({ link }) => link === LINK)).toHaveLength(1)
  expect((await send(`${LINK}2`)).json.error?.code).toBe("key_reused")
  // Without the key it is the same post once more, which the chat refuses too.
  expect((await send(LINK, "k-2")).json.error).toMatchObject({ code: "refused" })
  await w.turnTo("2026-03-03", "10:01")
  expect(await w.look(({ tables }) => tables.repeats.all())).toEqual([])
})

test("programs read what is owed, how accounts stand and who is on duty, in the shape that is described", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS)
  const { outlets } = await import("../../bot/http/api.ts")
  for (const { path, answer } of outlets) {
    const { status, json } = await asked(w, `/api/v1${path}`, { token })
    expect([path, status]).toEqual([path, 200])
    expect(answer.parse(json)).toEqual(json)
  }
  const { json } = await asked(w, "/api/v1/accounts?standing=green", { token })
  expect(json["items"]).toContainEqual(expect.objectContaining({ name: "示例县发布", unit: COUNTY }))
  expect((await asked(w, "/api/v1/accounts?page=no", { token })).json.error?.field).toBe("page")
  expect((await asked(w, "/api/v1/accounts?pages=1", { token })).json.error?.field).toBe("pages")
})
