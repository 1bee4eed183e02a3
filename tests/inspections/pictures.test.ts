import { expect, test } from "vitest"
import { drawPng } from "../../papers/picture/png.ts"
import * as pictures from "../../services/inspect/pictures.ts"
import { wordsIn } from "../papers/rosters.ts"
import { History } from "./history.ts"

test("a big county fills several pictures, each account on one of them, in the order of the units", async () => {
  const history = await History.of(11, 45, 10)
  const [first, second] = await history.do(async (turn) => {
    const [accounts, units] = [await turn.tables.accounts.all(), await turn.tables.units.all()]
    const asked = { of: "示例县", accounts, units, at: history.now }
    const beyond = await pictures.ofAccounts(turn, { ...asked, page: 9 })
    return [await pictures.ofAccounts(turn, { ...asked, page: 1 }), beyond] as const
  })
  expect([first.pages, second.pages]).toEqual([2, 2])
  const named = [first, second].map((each) =>
    wordsIn(each.body.picture?.svg ?? "").filter((said) => said.startsWith("微博 账号")),
  )
  expect(named.map(({ length }) => length)).toEqual([40, 5])
  expect(new Set(named.flat()).size).toBe(45)
  expect(second.body.text).toContain("，第 2/2 张")
  expect((await drawPng(first.body.picture?.svg ?? "")).length).toBeLessThan(200_000)
})
