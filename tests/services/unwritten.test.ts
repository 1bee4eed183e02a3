import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import * as bindings from "../../services/bindings.ts"
import * as dues from "../../services/dues.ts"
import * as duties from "../../services/duties.ts"
import * as occasions from "../../services/occasions.ts"
import * as watch from "../../services/watch.ts"
import type { Account } from "../../rules/account.ts"
import type { Act } from "../../services/app.ts"
import { bookFrom } from "../rules/books.ts"
import { Life } from "./lives.ts"

/** What a county nobody here knows might ask for, as its office would write it. */
const COUNTY = `
id: nowhere
title: 某县政务新媒体管理细则
issuer: 某县人民政府办公室
status: in-force
rules:
  - { id: X-1, article: 第三条, kind: quota, atLeast: every 10 days, warn: [3 days], says: 每10天至少更新一次 }
  - { id: X-2, article: 第四条, kind: deadline, starts: account.opened, do: filing.open, within: 10 working days, to: 县政府办公室, says: 开设后10个工作日内备案 }
  - { id: X-3, article: 第五条, kind: deadline, starts: account.cancelled, do: filing.close, within: 5 working days, to: 县政府办公室, says: 注销后5个工作日内备案 }
  - { id: X-4, article: 第六条, kind: deadline, starts: account.changed, do: system.update, within: 3 working days, to: 省级系统, says: 变更后3个工作日内更新省级系统 }
  - { id: X-5, article: 第七条, kind: periodic, do: password.change, atLeast: every 3 months, says: 密码至少每3个月更换一次 }
  - { id: X-6, article: 第八条, kind: limit, limit: silence, atMost: 90 days, mark: zombie, says: 90天没有更新的列为僵尸账号 }
`

const accountIn = async (turn: Act): Promise<Account> => {
  const [only] = await turn.tables.accounts.all()
  if (!only) throw new Error("no account")
  return only
}

describe("a rulebook nobody here wrote, entered as a YAML text alone", () => {
  const begin = () => Life.begin({ stack: [], own: [bookFrom(COUNTY)] })

  test("asks for an update every 10 days", async () => {
    const life = await begin()
    const [due] = await life.do(async (turn) => dues.of(turn, await accountIn(turn)))
    expect(due).toMatchObject({ source: { article: "第三条" }, until: "2025-06-12", needed: 1 })
  })

  test("counts its filings: 10 working days, 5 after closing, 3 in the provincial system", async () => {
    const life = await begin()
    const { id } = await life.do(accountIn)
    await life.do(async (turn) => {
      for (const kind of ["account.changed", "account.cancelled"] as const)
        await occasions.happen(turn, { kind, on: "2025-06-06", unitId: "unit", accountId: id })
    })
    const rows = (await life.rows()).filter(({ rules }) => rules[0]?.startsWith("nowhere"))
    expect(rows.map(({ act, to, due }) => [act, to, due?.day]).sort()).toEqual([
      ["filing.close", "县政府办公室", "2025-06-13"],
      ["filing.open", "县政府办公室", "2025-06-16"],
      ["system.update", "省级系统", "2025-06-11"],
    ])
  })

  test("asks for a new password every 3 months, and calls an account a zombie after 90 days", async () => {
    const life = await begin()
    const asked = await life.do(async (turn) => bindings.duties(turn, "unit", await accountIn(turn)))
    const rule = asked.again.find(({ rule: each }) => each.do === "password.change")
    expect(rule?.rule).toMatchObject({ id: "X-5", atLeast: { kind: "every", months: 3 } })
    const passwords = async () => (await life.rows()).filter(({ act }) => act === "password.change")
    // 90 days by the house are over before three months are: one duty, the earlier day, both cited.
    expect(await passwords()).toMatchObject([
      { since: "2025-06-02", due: { day: "2025-08-31" }, rules: ["house:H-04", "nowhere:X-5"] },
    ])
    await life.do(async (turn) => watch.account(turn, await accountIn(turn)))
    expect((await passwords())[0]).not.toHaveProperty("moved")
    const silences = await life.do(async (turn) => bindings.silences(turn, await accountIn(turn)))
    expect(silences.cited.zombie.map(({ key }) => key)).toEqual(["nowhere:X-6"])
    life.now = instantOf("2025-08-31", "10:00")
    expect((await life.do(async (turn) => dues.of(turn, await accountIn(turn))))[0]?.condition).not.toBe(
      "zombie",
    )
    life.now = instantOf("2025-09-02", "10:00")
    expect((await life.do(async (turn) => dues.of(turn, await accountIn(turn))))[0]?.condition).toBe("zombie")
  })
})

test("a unit under two rulebooks, a transport body in Wubu, gets the strictest of each, both cited, and two filings", async () => {
  const life = await Life.begin({ stack: ["wubu", "sxjt"], own: [] })
  const only = await life.do(accountIn)
  const filings = (await life.rows()).filter(({ act }) => act === "filing.open")
  const shown = await life.do((turn) => Promise.all(filings.map((row) => duties.shown(turn, row))))
  const said = shown.map(({ to, due, sources }) => [
    to,
    due?.day,
    sources.map(({ title, article }) => `${title}${article}`),
  ])
  const running = await life.do(async (turn) => dues.of(turn, only))
  const quotas = await life.do((turn) => bindings.quotas(turn, only))
  expect(running.length).toBe(quotas.length)
  expect(said).toMatchInlineSnapshot(`
    [
      [
        "厅办公室",
        "2025-06-09",
        [
          "陕西省交通运输系统政务新媒体管理办法第六条",
        ],
      ],
      [
        "县政府办公室",
        "2025-06-09",
        [
          "吴堡县政务新媒体管理通知二（二）",
        ],
      ],
    ]
  `)
  expect(
    quotas.map(({ key, atLeast, cited }) => [key, atLeast, cited.over.map(({ cited: less }) => less.key)]),
  ).toMatchInlineSnapshot(`
    [
      [
        "sxjt:SJ-17",
        {
          "count": 1,
          "kind": "per",
          "span": "month",
        },
        [],
      ],
      [
        "national:N-14",
        {
          "days": 14,
          "kind": "every",
        },
        [
          "wubu:WB-29",
        ],
      ],
    ]
  `)
})
