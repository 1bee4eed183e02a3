import { expect, test } from "vitest"
import { openHeart } from "../../bot/heart.ts"
import { shippedYears } from "../../bot/shipped.ts"
import * as calendars from "../../services/calendar.ts"
import { jobs } from "../../services/jobs.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { Desk } from "../bot/desk.ts"
import { shipped } from "../rules/books.ts"
import { account } from "../rules/ledger-cast.ts"

const UNITS = 4
const EACH = 40

test("a large office is counted anew unit by unit, and what is left goes on where it stopped", async () => {
  const desk = await Desk.open()
  const ids = await desk.do(async (act) => {
    await rulebooks.load(act, shipped)
    await calendars.loadMissing(act, shippedYears())
    const ids: string[] = []
    for (let at = 0; at < UNITS; at += 1) {
      const parentId = ids[0] ?? null
      const unit = await units.create(act, { name: `单位${at}`, kind: "other", parentId, rulebooks: [] })
      ids.push(unit.id)
      for (let nth = 0; nth < EACH; nth += 1) {
        const id = `${unit.id}-${nth}`
        await act.tables.accounts.put(account(id, { unitId: unit.id, name: id, registeredAt: act.now }))
      }
    }
    return ids
  })
  const clocked = async () =>
    new Set((await desk.do(({ tables }) => tables.clocks.all())).map(({ accountId }) => accountId)).size
  const left = () => desk.do(async ({ tables }) => (await tables.recounts.all()).length)

  await desk.do((act) => watch.below(act, ids[0] ?? ""))
  expect([await clocked(), await left()]).toEqual([2 * EACH, 2])

  // The first part is done, and then nothing runs for a while.
  const [first] = await desk.do(({ tables }) => tables.recounts.due(desk.now, 1))
  if (first) await desk.do((act) => watch.run(act, first))
  expect([await clocked(), await left()]).toEqual([3 * EACH, 1])

  const wound: number[] = []
  desk.app.store.watch((changes) => wound.push(changes.filter(([table]) => table === "clocks").length))
  const heart = openHeart(desk.app, jobs)
  await heart.settle()
  await heart.stop()
  expect([await clocked(), await left()]).toEqual([UNITS * EACH, 0])
  expect(wound.filter((count) => count > 0)).toEqual([EACH])
  expect(desk.faults).toEqual([])
})
