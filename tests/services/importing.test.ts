import { expect, test } from "vitest"
import { shippedYears } from "../../bot/shipped.ts"
import type { Ledger } from "../../rules/ledger.ts"
import * as accounts from "../../services/accounts.ts"
import * as calendars from "../../services/calendar.ts"
import * as ledgers from "../../services/ledgers.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { Desk } from "../bot/desk.ts"
import { shipped } from "../rules/books.ts"
import { account } from "../rules/ledger-cast.ts"

const NAMES = ["示例县教育", "示例县教育发布", "示例县校园"]

/** A unit under three rulebooks, and how its accounts are taken in. */
const owed = async (takeIn: (desk: Desk, unitId: string) => Promise<void>) => {
  const desk = await Desk.open()
  const unit = await desk.do(async (act) => {
    await rulebooks.load(act, shipped)
    await calendars.loadMissing(act, shippedYears())
    const books = ["wubu", "sxjt", "longzihu"]
    const made = await units.create(act, {
      name: "示例县教育局",
      kind: "county-department",
      parentId: null,
      rulebooks: books,
    })
    await watch.below(act, made.id)
    return made
  })
  await takeIn(desk, unit.id)
  return desk.do(async ({ tables }) => {
    const names = new Map((await tables.accounts.all()).map(({ id, name }) => [id, name]))
    const rows = await tables.obligations.all()
    return {
      duties: rows
        .map(({ act, to, accountId, due, phase }) => [
          act,
          to,
          names.get(accountId ?? "") ?? "单位",
          due?.day,
          phase,
        ])
        .sort(),
      vacancies: (await tables.vacancies.all()).map(({ vacant }) => vacant.length),
    }
  })
}

test("accounts taken in together leave their unit owing what those registered one by one leave it owing", async () => {
  const ledger: Ledger = {
    columns: { name: { letters: "A", heading: "账号名称" } },
    rows: NAMES.map((name, at) => ({
      row: at + 2,
      vague: false,
      values: { unit: "示例县教育局", platform: "weibo", name, openedOn: "2026-02-26", custodian: null },
    })),
  }
  const together = await owed(async (desk) => {
    await desk.do(async (act) => ledgers.carry(act, ledger, await ledgers.scopeOf(act, null), "历史账号"))
  })
  const each = await owed(async (desk, unitId) => {
    for (const name of NAMES)
      await desk.do(async (act) => {
        const { id: _, ...draft } = account("", { unitId, name, openedOn: "2026-02-26", custodian: null })
        await accounts.create(
          act,
          { ...draft, main: false, editors: [], link: null, verification: null },
          { exceptions: [], lastPostAt: null },
        )
      })
  })
  expect(together).toEqual(each)
  expect(together.vacancies).toEqual([NAMES.length + 1])
  expect(together.duties.filter(([, , whose]) => whose === "单位").length).toBeGreaterThan(3)
})
