import { expect, test } from "vitest"
import { asked, LINK, office as open, tokenFor, WORDS } from "../api.ts"
import { COUNTY } from "../office.ts"
import { li, wang, type World, zhang } from "../world.ts"

const posts = (w: World) => w.look(({ tables }) => tables.posts.all())
const kept = (w: World) =>
  w.look(async ({ tables }) => JSON.stringify([await tables.posts.all(), await tables.accounts.all()]))

test("a token is shown once, under a link, and stands neither in the chat nor in the store", async () => {
  const w = await open()
  await w.say(zhang, `/token\n${WORDS}`)
  const { text } = w.only(zhang)
  expect(text).toMatch(
    /^✅ 已登记令牌“融媒体平台”（示例县人民政府办公室），有效至 2026年4月1日。\n请在 15 分钟内打开这个链接取走令牌，只显示一次：\nhttp:\/\/127\.0\.0\.1:\d+\/once\/[a-z0-9]{36}\n令牌等同于钥匙：/,
  )
  const path = new URL(/http\S+/.exec(text)?.[0] ?? "").pathname
  // A messenger that looks at the link takes nothing away.
  const looked = await asked(w, path)
  expect([looked.status, looked.headers.get("cache-control")]).toEqual([200, "no-store"])
  expect(looked.text).toContain("令牌“融媒体平台”")
  const shown = await asked(w, path, { method: "POST", headers: { accept: "text/html" } })
  const token = /zs_[a-z0-9]{12}_[a-z0-9]{36}/.exec(shown.text)?.[0] ?? ""
  expect(token).not.toBe("")
  expect((await asked(w, path, { method: "POST" })).status).toBe(404)
  const rows = await w.look(async ({ tables }) => [
    await tables.tokens.all(),
    await tables.outbox.all(),
    await tables.showings.all(),
  ])
  expect(JSON.stringify(rows)).not.toContain(token.slice(16))
  expect((await asked(w, "/api/v1/accounts", { token })).status).toBe(200)
})

test("a link that nobody opens in time ends, and its token with it", async () => {
  const w = await open()
  await w.say(zhang, `/token\n${WORDS}`)
  const path = new URL(/http\S+/.exec(w.only(zhang).text)?.[0] ?? "").pathname
  await w.turnTo("2026-03-02", "10:16")
  expect((await asked(w, path, { method: "POST" })).status).toBe(404)
  expect(await w.look(({ tables }) => tables.tokens.all())).toEqual([])
})

test("a program reports a post as a person would, and the journal says that it was the token", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS)
  w.said()
  const done = await asked(w, "/api/v1/posts", {
    token,
    body: { account: ["微博示例县发布"], link: LINK, at: "2026-03-02T09:30:00+08:00", kind: "original" },
  })
  expect(done.status).toBe(201)
  expect(done.json["message"]).toMatch(/^✅ 已登记/)
  const made = (await posts(w)).find(({ link }) => link === LINK)
  expect(done.json).toMatchObject({ id: made?.id, ids: [made?.id] })
  expect(made?.at).toBe(Date.parse("2026-03-02T01:30:00Z"))
  const [line] = await w.running.app.store.history("posts", made?.id ?? "")
  expect([line?.by, line?.why]).toEqual([`token:${token.slice(3, 15)}`, "post"])
  w.silence()
})

test("a program enters a finding as an officer would", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS.replace("登记更新", "登记更新、登记检查问题"))
  w.said()
  const { status, json } = await asked(w, "/api/v1/findings", {
    token,
    body: { about: "微博示例县发布", what: "简介没有写主办单位", point: "verified", by: "2026-03-20" },
  })
  expect([status, json.error]).toEqual([201, undefined])
  const [finding] = await w.look(({ tables }) => tables.findings.all())
  expect(json["id"]).toBe(finding?.id)
  expect(finding).toMatchObject({ what: "简介没有写主办单位" })
  expect(w.heard().length).toBeGreaterThan(0)
})

test("a message of the public comes in by its topic, and never with who wrote it, nor with a password", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS.replace("登记更新", "登记更新、登记公众留言"))
  const send = (topic: string) =>
    asked(w, "/api/v1/cases", {
      token,
      body: { account: "微博示例县发布", topic, received: "2026-03-02T01:30:00Z", link: LINK },
    })
  const kept = await send("联系人13800138000")
  expect([kept.status, kept.json.error?.field]).toEqual([422, "topic"])
  expect(kept.text).not.toContain("13800138000")
  expect((await send("密码是Longzihu@2022")).json.error?.message).toContain("像是密码")
  expect(await w.look(({ tables }) => tables.cases.all())).toEqual([])
  const done = await send("供水")
  const [made] = await w.look(({ tables }) => tables.cases.all())
  expect([done.status, done.json["id"]]).toEqual([201, made?.id])
})

test("what is missing, wrong or unknown is said in one shape, in Chinese or English, and changes nothing", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS)
  const before = await kept(w)
  const refused = async (body: unknown, language = "zh") => {
    const { status, json } = await asked(w, "/api/v1/posts", {
      token,
      body,
      headers: { "accept-language": language },
    })
    return [status, json.error?.code, json.error?.field, json.error?.message]
  }
  expect(await refused({ link: LINK })).toEqual([422, "invalid", "account", "缺少“account”（账号）。"])
  expect(await refused({ link: LINK }, "en-GB,zh;q=0.5")).toEqual([
    422,
    "invalid",
    "account",
    "“account” is missing (Account).",
  ])
  expect(await refused({ accounts: ["x"] })).toEqual([422, "invalid", "accounts", "没有“accounts”这一项。"])
  expect(await refused({ account: { id: 1 } })).toEqual([422, "invalid", "account", "“account”的格式不对。"])
  expect(await refused([])).toEqual([400, "bad_request", undefined, "内容不是有效的 JSON。"])
  expect(await refused({ account: "微博示例县发布", at: "2026-03-02T12:00:00+08:00" })).toEqual([
    422,
    "invalid",
    "at",
    expect.stringContaining("还没有到"),
  ])
  const plain = await asked(w, "/api/v1/posts", { token, method: "POST" })
  expect([plain.status, plain.json.error?.code]).toEqual([415, "not_json"])
  const large = await asked(w, "/api/v1/posts", { token, body: { account: "x".repeat(10_000_000) } })
  expect(large.status).toBe(413)
  expect((await asked(w, "/api/v1/nothing", { token })).json.error?.code).toBe("not_found")
  expect(await kept(w)).toBe(before)
})

test("no token, an altered one, one that expired or was revoked, or whose maker is gone opens nothing", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS)
  const said = async (given?: string, language = "zh") => {
    const { status, headers, json } = await asked(w, "/api/v1/accounts", {
      ...(given === undefined ? {} : { token: given }),
      headers: { "accept-language": language },
    })
    return status === 200 ? 200 : [status, headers.get("www-authenticate"), json.error?.message]
  }
  const last = token.endsWith("2") ? "3" : "2"
  expect(await said()).toEqual([401, "Bearer", expect.stringContaining("缺少令牌")])
  expect(await said(token.slice(0, -1) + last)).toEqual([401, "Bearer", expect.stringContaining("令牌无效")])
  expect(await said(token.slice(0, 16))).toEqual([401, "Bearer", expect.stringContaining("令牌无效")])
  expect(await said(token)).toBe(200)
  const other = await tokenFor(w, zhang, WORDS)
  await w.say(zhang, "/tokens")
  expect(w.only(zhang).text).toContain("张敏登记；有效至 2026年4月1日；最近使用 3月2日（周一）10:00")
  await w.press(zhang, "撤销“融媒体平台”")
  expect(w.only(zhang).text).toMatch(/^✅ 令牌“融媒体平台”已撤销，立即失效。/)
  const [revoked, standing] = (await said(token)) === 200 ? [other, token] : [token, other]
  expect(await said(revoked, "en")).toEqual([401, "Bearer", expect.stringContaining("was revoked")])
  await w.look(async ({ tables }) => {
    for (const role of await tables.roles.all())
      if (role.role === "administrator") await tables.roles.put({ ...role, until: 1 })
  })
  expect(await said(standing)).toEqual([401, "Bearer", expect.stringContaining("已离任")])
  await w.look(async ({ tables }) => {
    for (const role of await tables.roles.all()) await tables.roles.put({ ...role, until: null })
  })
  expect(await said(standing)).toBe(200)
  await w.turnTo("2026-04-01", "10:00")
  expect(await said(standing)).toEqual([401, "Bearer", expect.stringContaining("已过期")])
})

test("a token of another unit is refused, and learns and changes nothing", async () => {
  const w = await open()
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    if (!county) throw new Error("no county")
    const unit = { ...county, id: "town", name: "示例镇", shortNames: [], parentId: county.id }
    await turn.tables.units.put(unit)
  })
  const token = await tokenFor(w, zhang, WORDS.replace(COUNTY, "示例镇"))
  const before = await kept(w)
  const [account] = await w.look(({ tables }) => tables.accounts.all())
  for (const name of ["微博示例县发布", account?.id ?? ""]) {
    const { status, json } = await asked(w, "/api/v1/posts", { token, body: { account: name } })
    expect([status, json.error?.field]).toEqual([422, "account"])
    expect(json.error?.message).toContain("这个令牌只能用于“示例镇”和它的下级单位")
  }
  for (const path of ["obligations", "accounts", "on-duty"]) {
    const { status, json } = await asked(w, `/api/v1/${path}?unit=${encodeURIComponent(COUNTY)}`, { token })
    expect([status, json.error?.code]).toEqual([403, "forbidden"])
    expect(JSON.stringify(json)).not.toContain(account?.id)
  }
  expect((await asked(w, "/api/v1/accounts", { token })).json["items"]).toEqual([])
  expect(await kept(w)).toBe(before)
})

test("a token does what its scopes say, and nobody gives away what they may not do", async () => {
  const w = await open()
  const token = await tokenFor(w, zhang, WORDS.replace("登记更新、", ""))
  const { status, json } = await asked(w, "/api/v1/posts", { token, body: { account: "微博示例县发布" } })
  expect([status, json.error?.message]).toEqual([403, "这个令牌没有“登记更新”的权限。"])
  w.said()
  await w.say(li, `/token\n${WORDS}`)
  expect(w.only(li).text).toContain("您没有")
  await w.look(async ({ tables }) => {
    const wangs = (await tables.persons.all()).find(({ name }) => name === "王芳")
    for (const role of await tables.roles.where("person", wangs?.id ?? ""))
      if (role.role === "administrator") await tables.roles.put({ ...role, until: 1 })
  })
  await w.say(wang, `/token\n${WORDS}`)
  expect(w.only(wang).text).toBe(`您没有在“${COUNTY}”登记更新的权限。需要时请联系该单位管理员。`)
})
