import { expect, test } from "vitest"
import { world, type World, zhang, li } from "../world.ts"
import { arrange } from "../rota.ts"

const open = (): Promise<World> =>
  world({ settings: { HTTP_URL: "https://bot.example.gov.cn/duty/", HTTP_PORT: 0, HTTP_HOST: "127.0.0.1" } })

/** What a calendar program gets under a link, through whatever speaks HTTPS before us. */
const fetched = async (w: World, link: string, method = "GET") => {
  const path = link.replace("https://bot.example.gov.cn", `http://127.0.0.1:${String(w.running.httpPort)}`)
  const response = await fetch(path, { method })
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() }
}

const linkIn = (text: string): string => /https:\S+\.ics/.exec(text)?.[0] ?? ""

const subscribe = async (w: World, who: number, whose: string): Promise<string> => {
  w.said()
  await w.say(who, `/feed ${whose}`)
  return linkIn(w.only(who).text)
}

test("one's own shifts stand in one's calendar, and follow what is changed", async () => {
  const w = await open()
  await arrange(w, { people: "张敏，李国强" })
  const link = await subscribe(w, li, "我的班")
  expect(link).toMatch(/^https:\/\/bot\.example\.gov\.cn\/duty\/[a-z0-9]{36}\.ics$/)
  const found = await fetched(w, link)
  expect([found.status, found.type]).toEqual([200, "text/calendar; charset=utf-8"])
  expect(found.text).toContain("X-WR-CALNAME:李国强的值班\r\n")
  expect(found.text).toContain(
    "DTSTART:20260303T120000Z\r\nDTEND:20260304T000000Z\r\nSUMMARY:值班（示例县人民政府办公室）\r\n",
  )
  await w.say(zhang, "/shift 值班 2026-03-03 20:00-08:00 王芳")
  await w.say(zhang, "/shift 值班 2026-03-03 20:00-08:00 不安排人")
  expect((await fetched(w, link)).text).not.toContain("DTSTART:20260303T120000Z")
})

test("a shift keeps its name in the calendar, whatever else is changed, and no two have the same", async () => {
  const w = await open()
  await arrange(w, { people: "张敏，李国强" })
  const link = await subscribe(w, li, "我的班")
  const ids = async () => ((await fetched(w, link)).text.match(/^UID:.*$/gm) ?? []).sort()
  const before = await ids()
  expect(new Set(before).size).toBe(before.length)
  await w.turnTo("2026-03-02", "15:00")
  await w.say(zhang, "/shift 值班 2026-03-05 08:00-20:00 不安排人")
  // A night that is cut short is the same night.
  await w.say(zhang, "/shift 值班 2026-03-04 02:00-08:00 不安排人")
  expect(await ids()).toEqual(before)
})

test("a unit's calendar names everybody, as long as its reader may see the unit", async () => {
  const w = await open()
  await arrange(w, { people: "张敏，李国强" })
  w.said()
  await w.say(li, "/feed 单位全部的班\n单位：示例县人民政府办公室")
  const link = linkIn(w.only(li).text)
  expect((await fetched(w, link)).text).toContain("SUMMARY:值班：张敏")
  await w.look(async ({ tables }) => {
    for (const role of await tables.roles.all()) await tables.roles.put({ ...role, until: 1 })
  })
  expect((await fetched(w, link)).status).toBe(404)
})

test("a link that was revoked, was never given, or is asked for otherwise shows nothing", async () => {
  const w = await open()
  await arrange(w, { people: "张敏，李国强" })
  const link = await subscribe(w, li, "我的班")
  const wrong = link.replace(/[a-z0-9]{36}/, "a".repeat(36))
  for (const [address, method] of [
    [wrong, "GET"],
    [link, "POST"],
    [`${link}x`, "GET"],
    [link.replace("/duty/", "/"), "GET"],
    [link.replace("/duty/", "/duty/../duty/x/"), "GET"],
  ] as const)
    expect(await fetched(w, address, method)).toEqual({ status: 404, type: null, text: "" })
  await w.press(li, "撤销全部链接")
  expect(w.only(li).text).toBe("✅ 已撤销 1 个日历链接，日历里不会再更新。")
  expect((await fetched(w, link)).status).toBe(404)
})

test("the link itself is kept nowhere, and ends with whoever it was given to", async () => {
  const w = await open()
  await arrange(w, { people: "张敏，李国强" })
  const link = await subscribe(w, li, "我的班")
  const code = /[a-z0-9]{36}/.exec(link)?.[0] ?? ""
  const rows = await w.look(({ tables }) => tables.feeds.all())
  expect(JSON.stringify(rows)).not.toContain(code)
  await w.look(async ({ tables }) => {
    const lis = (await tables.persons.all()).find(({ name }) => name === "李国强")
    if (lis) await tables.persons.put({ ...lis, state: "left" })
  })
  expect((await fetched(w, link)).status).toBe(404)
})

test("without a public address there are no links, and it says what to set", async () => {
  const w = await world()
  await w.say(li, "/feed 我的班")
  expect(w.only(li).text).toBe("日历订阅还没有开通。请管理员设置 HTTP_URL（对外地址）后再试。")
  expect(await w.look(({ tables }) => tables.feeds.all())).toEqual([])
  expect(w.running.httpPort).toBe(null)
})
