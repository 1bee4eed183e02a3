import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { openLog } from "../../bot/log.ts"
import { instantOf } from "../../rules/time.ts"
import { asked, SERVED } from "../api.ts"
import { group, world, zhang } from "../world.ts"

/** One number of the metrics; null where it is none. */
const read = (text: string, name: string): number | null => {
  const line = text.split("\n").find((each) => each.startsWith(`${name} `))
  return line === undefined ? null : Number(line.slice(name.length))
}

/** The process is asked without its clock being run: as if it hung. */
const health = async (port: number | null) => {
  const response = await fetch(`http://127.0.0.1:${String(port)}/healthz`)
  return [response.status, await response.json()]
}

test("all is well while the clock looks and messages leave, and else it says what is not", async () => {
  const w = await world({ settings: SERVED })
  const { httpPort: port } = w.running
  const well = { ok: true, store: "ok", heart: "ok", sender: "ok" }
  expect(await health(port)).toEqual([200, well])
  // The clock runs on, and nobody looks.
  w.playground.clock.set(instantOf("2026-03-02", "10:02"))
  expect(await health(port)).toEqual([503, { ...well, ok: false, heart: "failing" }])
  await w.running.settle()
  expect(await health(port)).toEqual([200, well])
})

test("a store that does not answer is named, and nothing is said of what hangs on it", async () => {
  const log = openLog({ level: "silent", secrets: [] })
  const w = await world({ settings: SERVED, given: { log } })
  const { httpPort: port, app } = w.running
  const whole = app.store.transaction.bind(app.store)
  Object.assign(app.store, { transaction: () => Promise.reject(new Error("the disk is full")) })
  const found = await health(port)
  Object.assign(app.store, { transaction: whole })
  expect(found).toEqual([503, { ok: false, store: "failing", heart: "ok", sender: "unknown" }])
})

test("the numbers for Prometheus name nobody", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-metrics-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const w = await world({ settings: { ...SERVED, DATA_DIR: folder }, folder })
  await w.say(zhang, "/post 微博示例县发布 https://weibo.com/1/a")
  await w.press(zhang, "撤销")
  const { status, headers, text } = await asked(w, "/metrics")
  expect([status, headers.get("content-type")]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"])
  expect(read(text, 'zhishou_answered_total{kind="press",outcome="answered"}')).toBe(1)
  expect(read(text, 'zhishou_answer_seconds_count{kind="press"}')).toBe(1)
  expect(read(text, "zhishou_due_lateness_seconds")).toBe(0)
  expect(read(text, "zhishou_incidents_open")).toBe(0)
  expect(read(text, "zhishou_journal_bytes")).toBeGreaterThan(1000)
  const sent = await w.look(({ tables }) => tables.outbox.where("state", "sent"))
  const answers = sent.filter(({ lane }) => lane === "answer")
  expect(read(text, 'zhishou_outbox_messages{lane="answer",state="sent"}')).toBe(answers.length)
  const rows = await w.look(({ tables }) => tables.obligations.all())
  const open = rows.filter(({ phase }) => phase === "open").length
  expect(read(text, 'zhishou_obligations{phase="open"}') ?? 0).toBe(open)
  for (const { name, id } of await w.look(({ tables }) => tables.persons.all()))
    for (const word of [name, id]) expect(text).not.toContain(word)
  expect(text).not.toContain(String(group))
  // Something is due, and nobody looks.
  w.playground.clock.set(instantOf("2026-03-20", "10:00"))
  const late = await fetch(`http://127.0.0.1:${String(w.running.httpPort)}/metrics`)
  expect(read(await late.text(), "zhishou_due_lateness_seconds")).toBeGreaterThan(3600)
})

test("the numbers are for this machine alone, or for whoever has their token", async () => {
  const w = await world({ settings: SERVED })
  const proxied = { headers: { "x-forwarded-for": "203.0.113.9" } }
  expect((await asked(w, "/metrics", proxied)).status).toBe(404)
  const guarded = await world({ settings: { ...SERVED, METRICS_TOKEN: "a-token-for-prometheus" } })
  expect((await asked(guarded, "/metrics")).status).toBe(404)
  expect((await asked(guarded, "/metrics", { token: "a-token-for-prometheux" })).status).toBe(404)
  const right = await asked(guarded, "/metrics", { ...proxied, token: "a-token-for-prometheus" })
  expect(right.status).toBe(200)
})
