import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { openHeart } from "../../bot/heart.ts"
import { shippedYears } from "../../bot/shipped.ts"
import { instantOf, minutes } from "../../rules/time.ts"
import { act, type App } from "../../services/app.ts"
import * as calendars from "../../services/calendar.ts"
import { jobs } from "../../services/jobs.ts"
import * as moves from "../../services/moves.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as watch from "../../services/watch.ts"
import { openFile } from "../../storage/file.ts"
import { zh } from "../../text/zh/index.ts"
import { bookOf } from "../rules/books.ts"
import { account } from "../rules/ledger-cast.ts"

const LARGE = 230
const SMALL = 30
const clock = { now: instantOf("2027-01-01", "08:00") }

const opened = async (folder: string) => {
  const now = () => clock.now
  const fatal = (fault: Error) => {
    throw fault
  }
  const store = await openFile({ folder, now, notice: () => undefined, fatal, watched: false })
  onTestFinished(() => store.close())
  let ids = 0
  const faults: unknown[] = []
  const app: App = {
    store,
    now,
    newId: () => `${folder}-${++ids}`,
    text: zh,
    report: (fault) => String(faults.push(fault)),
  }
  const run = async <T>(work: Parameters<typeof act<T>>[2]): Promise<T> => {
    const outcome = await act(app, { by: "test", why: "test" }, work)
    if (outcome.repeated) throw new Error("repeated")
    return outcome.value
  }
  return { app, run, faults }
}

/** Two units, a large one and a small one, each with whoever publishes for it; every account updates each working day. */
const office = async (folder: string) => {
  const desk = await opened(folder)
  await desk.run(async (turn) => {
    await rulebooks.load(turn, [
      { ...bookOf("daily", "kind: quota, atLeast: 1 per working day"), title: "示例县规定" },
    ])
    await calendars.loadMissing(turn, shippedYears())
    for (const [unitId, many] of [
      ["large", LARGE],
      ["small", SMALL],
    ] as const) {
      const unit = { id: unitId, name: unitId, shortNames: [], kind: "other" as const, parentId: null }
      await turn.tables.units.put({ ...unit, rulebooks: ["daily"], times: {} })
      const person = { id: `${unitId}-p`, name: unitId, unitId, user: `telegram:${unitId}`, chat: unitId }
      await turn.tables.persons.put({ ...person, reachable: true, state: "active", since: turn.now })
      await turn.tables.roles.put({
        id: unitId,
        personId: person.id,
        unitId,
        role: "publisher",
        since: 0,
        until: null,
      })
      for (let at = 0; at < many; at += 1) {
        const id = `${unitId}-${String(at).padStart(3, "0")}`
        const row = account(id, { unitId, name: id, openedOn: "2026-01-01", custodian: null })
        await turn.tables.accounts.put({ ...row, registeredAt: instantOf("2026-12-01", "09:00") })
      }
    }
    await watch.all(turn)
  })
  const heart = openHeart(desk.app, jobs)
  await heart.settle()
  await heart.stop()
  return desk
}

type Desk = Awaited<ReturnType<typeof opened>>
const told = ({ run }: Desk) =>
  run(async ({ tables }) =>
    (await tables.outbox.all())
      .filter(({ body }) => body.text.startsWith("【日期变动】"))
      .map(({ to, body }) => [to.id, body.text.split("\n").length - 1, body.text.split("\n").at(-1)]),
  )
const clocks = async ({ run }: Desk, until: string) =>
  (await run(({ tables }) => tables.clocks.all())).filter((each) => each.until === until).length
const load = (desk: Desk) =>
  desk.run(async (turn) => {
    const holidays = ["2027-01-01", "2027-01-02", "2027-01-03"]
    const years = await calendars.load(turn, [{ id: "2027", holidays, makeUpDays: [], source: "made up" }])
    await moves.afterLoading(turn, years)
  })

test("a notice is counted in parts, goes on after a kill in the middle of one unit, and everybody is told once", async () => {
  const root = await mkdtemp(join(tmpdir(), "zhishou-moves-"))
  onTestFinished(() => rm(root, { recursive: true }))
  const first = await office(join(root, "first"))
  expect(await clocks(first, "2027-01-01")).toBe(LARGE + SMALL)

  const most: number[] = []
  const count = ({ app }: Desk) =>
    app.store.watch((changes) => most.push(changes.filter(([table]) => table === "clocks").length))
  count(first)
  await load(first)
  // The power goes after the first part of the large unit.
  const [row] = await first.run(({ tables }) => tables.recounts.due(clock.now, 1))
  if (row) await first.run((turn) => watch.run(turn, row))
  await cp(join(root, "first"), join(root, "second"), {
    recursive: true,
    filter: (file) => !file.endsWith("lock"),
  })
  const begun = await clocks(first, "2027-01-04")
  expect([begun > 0, begun < LARGE]).toEqual([true, true])
  expect(await told(first)).toEqual([])

  clock.now += minutes(20)
  const second = await opened(join(root, "second"))
  count(second)
  const heart = openHeart(second.app, jobs)
  await heart.settle()
  expect(await clocks(second, "2027-01-04")).toBe(LARGE + SMALL)
  expect(Math.max(...most)).toBeLessThanOrEqual(100)
  expect((await told(second)).sort()).toEqual([
    ["large-p", 16, `· 另有 ${LARGE - 15} 项，发 /today 查看`],
    ["small-p", 16, `· 另有 ${SMALL - 15} 项，发 /today 查看`],
  ])
  clock.now = instantOf("2027-01-01", "12:00")
  await heart.settle()
  await heart.stop()
  expect((await told(second)).length).toBe(2)
  expect(
    await second.run(async ({ tables }) => [await tables.recounts.all(), await tables.moved.all()]),
  ).toEqual([[], []])
  expect([...first.faults, ...second.faults]).toEqual([])
})
