import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { beat, type Heart, openHeart } from "../../bot/heart.ts"
import type { Dialog } from "../../rules/dialog.ts"
import type { Round } from "../../rules/round.ts"
import { days, hours, minutes } from "../../rules/time.ts"
import type { Act } from "../../services/app.ts"
import type { JobOn } from "../../services/job.ts"
import { forget } from "../../services/outbox.ts"
import { Desk, MONDAY, toChat } from "./desk.ts"

let desk: Desk
let heart: Heart
let done: string[]

/** Notes what it ran, and does to each row what its unit says. */
const job: JobOn<"rounds"> = {
  name: "round",
  table: "rounds",
  run: async ({ tables, now }: Act, row) => {
    done.push(`${row.id} ${new Date(row.dueAt).toISOString().slice(5, 16)}`)
    if (row.unitId === "throws") {
      await tables.rounds.put({ ...row, dueAt: now + days(30) })
      throw new Error("no such unit")
    }
    if (row.unitId === "daily") return tables.rounds.put({ ...row, dueAt: row.dueAt + days(1) })
    if (row.unitId !== "forgetful") await tables.rounds.remove(row.id)
  },
}

beforeEach(async () => {
  desk = await Desk.open()
  done = []
  heart = openHeart(desk.app, [job, forget])
})
afterEach(() => heart.stop())

const round = (id: string, dueAt: number, unitId = "once"): Promise<void> =>
  desk.do(({ tables }) => tables.rounds.put({ id, unitId, kind: "digest", dueAt }))
const rounds = (): Promise<readonly Round[]> => desk.do(({ tables }) => tables.rounds.all())

test("what is due is done, the soonest first, each in a transaction of its own", async () => {
  await round("b", MONDAY + minutes(2))
  await round("a", MONDAY + minutes(1))
  await round("c", MONDAY + hours(1))
  desk.now += minutes(5)
  await heart.settle()
  expect(done.map((line) => line[0])).toEqual(["a", "b"])
  expect(await heart.nextDue()).toBe(MONDAY + hours(1))
  const lines = await desk.app.store.history("rounds", "a")
  expect(lines.map(({ by, why }) => [by, why])).toEqual([
    ["test", "test"],
    ["clock", "round"],
  ])
})

test("a commit that leaves something due wakes the heart", async () => {
  await round("a", MONDAY)
  await vi.waitFor(() => expect(done).toHaveLength(1))
})

test("after a downtime everything that was due is still due", async () => {
  await round("a", MONDAY + hours(1), "daily")
  desk.now += days(3)
  await heart.settle()
  expect(done).toEqual(["a 03-02T02:00", "a 03-03T02:00", "a 03-04T02:00"])
  expect(await heart.nextDue()).toBe(MONDAY + hours(1) + days(3))
})

describe("a row that throws", () => {
  test("is put off ten minutes and reported, changes nothing, and stops no other", async () => {
    await round("a", MONDAY + 1, "throws")
    await round("b", MONDAY + 2)
    desk.now += minutes(1)
    await heart.settle()
    expect(done.map((line) => line[0])).toEqual(["a", "b"])
    expect(desk.faults).toEqual(["round: no such unit"])
    expect(await rounds()).toMatchObject([{ id: "a", dueAt: desk.now + minutes(10) }])
    desk.now += minutes(10)
    await heart.settle()
    expect(done).toHaveLength(3)
  })

  test("and one that is left as due as it was, are no endless loop", async () => {
    await round("a", MONDAY + 1, "forgetful")
    desk.now += minutes(1)
    await heart.settle()
    expect(done).toHaveLength(1)
    expect(desk.faults).toEqual(["round: left a as due as it was"])
  })
})

test("more than one look-up holds is all done", async () => {
  await desk.do(async ({ tables }) => {
    for (let index = 0; index < 1100; index++) {
      await tables.rounds.put({ id: `r${index}`, unitId: "once", kind: "digest", dueAt: MONDAY + 1 })
    }
  })
  desk.now += 1
  await heart.settle()
  expect(done).toHaveLength(1100)
  expect(await heart.nextDue()).toBeNull()
})

test("whoever writes has their turn after each row, however much is due", async () => {
  for (const id of ["a", "b", "c", "d"]) await round(id, MONDAY + 1)
  desk.now += 1
  const written = new Promise<void>((resolve) => {
    setImmediate(() => void desk.do(() => Promise.resolve(done.push("written"))).then(() => resolve()))
  })
  await Promise.all([heart.settle(), written])
  expect(done.map((line) => line.split(" ")[0])).not.toEqual(["a", "b", "c", "d", "written"])
  expect(done).toHaveLength(5)
})

test("nothing is done twice by two beats at once", async () => {
  for (const id of ["a", "b", "c"]) await round(id, MONDAY + 1)
  desk.now += 1
  heart.wake()
  await Promise.all([heart.settle(), heart.settle()])
  expect(done).toHaveLength(3)
})

const dialog: Dialog = {
  id: "d",
  nonce: "n",
  command: "post",
  answers: {},
  asking: "account",
  picked: [],
  page: 0,
  narrowed: null,
  chat: "g",
  topic: null,
  question: "q",
  dueAt: MONDAY,
}

test("what a job before it has to do goes before the rest of what is due", async () => {
  const order: string[] = []
  const urgent: JobOn<"dialogs"> = {
    name: "urgent",
    table: "dialogs",
    run: ({ tables }, { id }) => {
      order.push("urgent")
      return tables.dialogs.remove(id)
    },
  }
  const slow: JobOn<"rounds"> = {
    name: "slow",
    table: "rounds",
    run: async ({ tables, now }, { id }) => {
      if (order.length === 0) await tables.dialogs.put({ ...dialog, dueAt: now })
      order.push("slow")
      await tables.rounds.remove(id)
    },
  }
  await heart.stop()
  heart = openHeart(desk.app, [urgent, slow])
  await desk.do(async ({ tables }) => {
    for (let index = 0; index < 1200; index++)
      await tables.rounds.put({ id: `r${index}`, unitId: "once", kind: "digest", dueAt: MONDAY })
  })
  await heart.settle()
  expect(order).toHaveLength(1201)
  expect(order.indexOf("urgent")).toBe(1)
})

describe("the alarm", () => {
  const alarms: (number | null)[] = []
  const rings = (): number | null => alarms.at(-1) ?? null
  beforeEach(async () => {
    alarms.length = 0
    await heart.stop()
    heart = openHeart(desk.app, [job, forget], { alarm: (at) => void alarms.push(at) })
  })

  test("is set for the next thing due, so that nothing waits for a beat", async () => {
    await round("a", MONDAY + hours(1), "daily")
    await round("b", MONDAY + hours(2))
    await heart.settle()
    expect(rings()).toBe(MONDAY + hours(1))
    desk.now += hours(1)
    await heart.settle()
    expect(rings()).toBe(MONDAY + hours(2))
  })

  test("is put forward by a commit that leaves something sooner, and put back by none that leaves it later", async () => {
    await round("a", MONDAY + hours(2))
    await heart.settle()
    await round("b", MONDAY + hours(1))
    expect(rings()).toBe(MONDAY + hours(1))
    await round("c", MONDAY + hours(3))
    expect(rings()).toBe(MONDAY + hours(1))
  })

  test("is silent when nothing waits, and once the heart is stopped", async () => {
    await heart.settle()
    expect(rings()).toBeNull()
    await round("a", MONDAY + hours(1))
    await heart.stop()
    expect(rings()).toBeNull()
  })
})

test("a heart that was stopped does nothing", async () => {
  await heart.stop()
  await round("a", MONDAY)
  await heart.settle()
  expect(done).toEqual([])
})

test("a sent message is forgotten after a week", async () => {
  await desk.post(toChat("g", "你好", { key: "k" }))
  await desk.do(async ({ tables }) => {
    const row = await tables.outbox.get("k")
    if (row) await tables.outbox.put({ ...row, state: "sent", dueAt: MONDAY + days(7) })
  })
  desk.now += days(7) - 1
  await heart.settle()
  expect(await desk.outbox()).toHaveLength(1)
  desk.now += 1
  await heart.settle()
  expect(await desk.outbox()).toEqual([])
})

test("the clock beats every ten seconds, until it is stopped", async () => {
  vi.useFakeTimers({ now: MONDAY })
  let beats = 0
  const end = beat(() => {
    beats += 1
    return Promise.resolve()
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(beats).toBe(6)
  end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(beats).toBe(6)
  vi.useRealTimers()
})
