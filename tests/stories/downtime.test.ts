import { describe, expect, test } from "vitest"
import { setUp } from "../../bot/county.ts"
import type { Obligation } from "../../rules/obligation.ts"
import { endOf, instantOf } from "../../rules/time.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as canaries from "../../services/canaries.ts"
import { post } from "../../services/outbox.ts"
import { group, li, wang, type World, world, zhang } from "../world.ts"

const THEN = instantOf("2026-03-02", "10:00")

const filing: Obligation = {
  id: "filing",
  key: "filing",
  act: "filing.open",
  rules: [],
  unitId: "",
  accountId: null,
  personId: null,
  occasionId: null,
  to: "县政府办公室",
  who: null,
  since: "2026-03-02",
  freeAt: null,
  due: { day: "2026-03-09", at: endOf("2026-03-09"), provisional: false },
  warnOn: [],
  lastOn: null,
  late: [],
  aim: false,
  again: false,
  phase: "open",
  settled: null,
  path: [],
  bornLate: false,
  notedAt: THEN,
  dueAt: instantOf("2026-03-09"),
}

/** An office that was set up on 2 March, whose bot was last there at some moment, and starts again later. */
const after = async (
  at: number,
  lastSeen: number | null,
  more: (turn: Act) => Promise<void> = () => Promise.resolve(),
): Promise<World> => {
  const w = await world({
    at,
    prepare: async (app: App) => {
      await setUp({ ...app, now: () => THEN })
      await act({ ...app, now: () => THEN }, { by: "setup", why: "then" }, more)
      if (lastSeen === null) return
      await act({ ...app, now: () => lastSeen }, { by: "clock", why: "canary" }, (turn) =>
        canaries.put(turn, { goes: false }),
      )
    },
  })
  await w.playground.settled()
  await w.running.settle()
  return w
}

describe("after a downtime", () => {
  test("the first thing said is the truth: off from when to when, what was late and by how much, what is past", async () => {
    const w = await after(instantOf("2026-03-17", "13:30"), instantOf("2026-03-02", "10:20"))
    const said = w.said()
    const truth = [
      "【值守恢复】3月2日（周一）10:20至3月17日（周二）13:30值守中断 15 天 3 小时，期间没有收发任何消息。",
      "晚了的，现在逐项补办：",
      "· 更新期限到期 5 项，最早应在 3月14日（周六）00:00，晚了 3 天 13 小时",
      "已经过去、不再补的：",
    ]
    const rounds = { [wang]: "· 每日提醒和最后提醒 6 项", [zhang]: "· 每日提醒和最后提醒 4 项" }
    for (const who of [wang, zhang]) {
      expect(said.find(({ to }) => to === who)?.text.split("\n")).toEqual([...truth, rounds[who]])
      expect(said.filter(({ to, text }) => to === who && text.startsWith("【值守恢复】"))).toHaveLength(1)
    }
    expect(said.filter(({ to, text }) => [li, group].includes(to) && text.includes("值守恢复"))).toEqual([])
    expect(await w.look(({ tables }) => tables.misses.all())).toHaveLength(5)
  })

  test("nothing late is said to be so, and to those alone who look after the whole office", async () => {
    const w = await after(instantOf("2026-03-02", "13:30"), instantOf("2026-03-02", "11:00"))
    expect(w.only(wang).text).toBe(
      "【值守恢复】3月2日（周一）11:00至3月2日（周一）13:30值守中断 2 小时 30 分钟，期间没有收发任何消息。\n没有晚办的事。",
    )
  })

  test("a message that could not leave is named to its reader, before it comes", async () => {
    const w = await after(
      instantOf("2026-03-02", "13:30"),
      instantOf("2026-03-02", "10:30"),
      async (turn) => {
        const [leader] = await turn.tables.persons.where("user", `telegram:${li}`)
        const to = { kind: "person", id: leader?.id ?? "" } as const
        const dueAt = instantOf("2026-03-02", "11:00")
        await post(turn, { to, lane: "notice", dueAt, body: { text: "请督促更新" } })
      },
    )
    const told = w.said().filter(({ to }) => to === li)
    expect(told.map(({ text }) => text.split("\n").at(-1))).toEqual([
      "· 没有发出的消息 1 项，最早应在 3月2日（周一）11:00，晚了 2 小时 30 分钟",
      "请督促更新",
    ])
  })

  test("what ran out meanwhile is called by its name", async () => {
    const w = await after(
      instantOf("2026-03-17", "13:30"),
      instantOf("2026-03-02", "10:20"),
      async (turn) => {
        const [account] = await turn.tables.accounts.where("name", "示例县教育")
        if (account)
          await turn.tables.obligations.put({ ...filing, unitId: account.unitId, accountId: account.id })
      },
    )
    expect(w.said().find(({ to }) => to === wang)?.text).toContain(
      [
        "· 有期限的事项 1 项，最早应在 3月9日（周一）00:00，晚了 8 天 13 小时",
        "　开设备案（报县政府办公室）：微信订阅号“示例县教育”，中断期间到期",
      ].join("\n"),
    )
  })

  test("a pause of some minutes is not worth a word", async () => {
    const w = await after(instantOf("2026-03-02", "10:09"), instantOf("2026-03-02", "10:00"))
    w.silence()
  })

  test("at night those who look after the whole office hear of it at once, the others in the morning", async () => {
    const w = await after(instantOf("2026-03-17", "02:00"), instantOf("2026-03-02", "10:20"))
    expect(w.said().map(({ to }) => to)).toEqual([wang])
    await w.turnTo("2026-03-17", "08:00")
    const first = w.said().filter(({ to }) => to === zhang)
    expect(first[0]?.text).toContain("【值守恢复】")
  })

  test("where nobody had noted when the bot was last there, that is left open", async () => {
    const w = await after(instantOf("2026-03-17", "13:30"), null)
    expect(
      w
        .said()
        .find(({ to }) => to === wang)
        ?.text.split("\n")[0],
    ).toBe("【值守恢复】值守曾经中断，3月17日（周二）13:30恢复。")
  })
})
