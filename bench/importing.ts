import { shippedRulebooks, shippedYears } from "../bot/shipped.ts"
import type { Ledger } from "../rules/ledger.ts"
import { act, type App } from "../services/app.ts"
import * as calendar from "../services/calendar.ts"
import * as ledgers from "../services/ledgers.ts"
import * as rulebooks from "../services/rulebooks.ts"
import * as watch from "../services/watch.ts"
import { openMemory } from "../storage/memory.ts"
import { zh } from "../text/zh/index.ts"
import { type Benchmark, type Measurement, worked } from "./benchmark.ts"
import { NOW } from "./storage.ts"

const ABOUT = { by: "bench", why: "bench" }
const UNIT = "示例县教育局"
const ROLES = ["leader", "chief", "editor-in-chief", "administrator"] as const

/** One unit under three rulebooks, with everybody they want, and no account yet. */
const office = async (): Promise<App> => {
  let ids = 0
  const store = await openMemory({ now: () => NOW })
  const app: App = {
    store,
    now: () => NOW,
    // In no order, as those of the bot are.
    newId: () => `id-${((++ids * 7_919) % 1_000_003) + 1_000_000}-${ids}`,
    text: zh,
    report: (fault) => {
      throw fault
    },
  }
  await act(app, ABOUT, async (turn) => {
    await calendar.load(turn, shippedYears())
    await rulebooks.load(turn, shippedRulebooks(zh))
    await turn.tables.units.put({
      id: "unit",
      name: UNIT,
      shortNames: [],
      kind: "county-department",
      parentId: null,
      rulebooks: ["wubu", "sxjt", "xuancheng"],
      times: {},
    })
    for (const role of ROLES) {
      const of = { id: role, unitId: "unit", since: NOW }
      await turn.tables.persons.put({
        ...of,
        name: role,
        user: null,
        chat: null,
        reachable: false,
        state: "active",
      })
      await turn.tables.roles.put({ ...of, personId: role, role, until: null })
    }
    await watch.below(turn, "unit")
  })
  return app
}

const ledgerOf = (accounts: number): Ledger => ({
  columns: { name: { letters: "A", heading: "账号名称" } },
  rows: Array.from({ length: accounts }, (_, at) => ({
    row: at + 2,
    vague: false,
    values: {
      unit: UNIT,
      platform: "weibo",
      name: `示例县教育${at}`,
      link: `https://example.org/accounts/${at}`,
      verification: `${UNIT}官方账号`,
      custodian: "李静",
      editors: ["李静"],
      openedOn: "2026-02-27",
      main: false,
      state: "live",
    },
  })),
})

/** Takes in a ledger of so many accounts in one transaction, as a confirmed import does. */
const taken = async (accounts: number): Promise<number> => {
  const app = await office()
  const ledger = ledgerOf(accounts)
  return worked(() =>
    act(app, ABOUT, async (turn) => {
      const { taken: rows } = await ledgers.carry(turn, ledger, await ledgers.scopeOf(turn, null), "历史账号")
      if (rows.length !== accounts) throw new Error(`took in ${rows.length} of ${accounts}`)
    }),
  )
}

const importing = async (): Promise<Measurement> => {
  await taken(300)
  const [few, many] = [1_250, 5_000]
  const [one, other] = [await taken(few), await taken(many)]
  const ratio = other / one
  return {
    measured: `${(other / 1_000).toFixed(1)} s of the processor for 5,000 against ${(one / 1_000).toFixed(2)} s for 1,250`,
    ratio,
    goal: "at most 6 times as long",
    met: ratio <= 6,
  }
}

export const importingBenchmarks: readonly Benchmark[] = [
  {
    name: "Taking in a ledger of 5,000 accounts of one unit under three rulebooks, against 1,250",
    run: importing,
  },
]
