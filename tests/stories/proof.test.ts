import { readSheet } from "read-excel-file/universal"
import { beforeEach, describe, expect, test } from "vitest"
import type { Platform } from "../../rules/account.ts"
import type { Day } from "../../rules/time.ts"
import type { Act } from "../../services/app.ts"
import * as occasions from "../../services/occasions.ts"
import * as people from "../../services/people.ts"
import * as settling from "../../services/settling.ts"
import { bind } from "../books.ts"
import { li, type World, world, zhang, zhou } from "../world.ts"

const SCHOOL = "示例县教育局"

const BOOK = `
id: county
title: 示例县政务新媒体管理办法
issuer: 示例县人民政府办公室
status: in-force
rules:
  - { id: C-1, article: 第六条, kind: deadline, starts: account.opened, do: filing.open, within: 5 working days, to: 县政府办公室, says: 开通后5个工作日内备案 }
`

let w: World

const opened = (platform: Platform, on: Day) =>
  w.look(async (turn) => {
    const [unit] = await turn.tables.units.where("name", SCHOOL)
    const [any] = await turn.tables.accounts.all()
    if (!unit || !any) throw new Error("the county is not there")
    const name = platform === "douyin" ? "=cmd|示例县教育" : "示例县教育"
    await turn.tables.accounts.put({ ...any, id: platform, platform, name, unitId: unit.id })
    await occasions.happen(turn, {
      kind: "account.opened",
      on,
      unitId: unit.id,
      accountId: platform,
    })
  })

const as = <T>(who: number, platform: Platform, work: Parameters<typeof told<T>>[3]) =>
  w.look((turn) => told(turn, who, platform, work))

const told = async <T>(
  turn: Act,
  who: number,
  platform: Platform,
  work: (turn: Act, me: people.Member, row: Awaited<ReturnType<typeof settling.obligation>>) => Promise<T>,
): Promise<T> => {
  const me = await people.memberOf(turn, `telegram:${who}`)
  const [row] = await turn.tables.obligations.where("account", platform)
  if (!me || !row) throw new Error(`nothing of ${platform}`)
  return work({ ...turn, by: me.person.id }, me, row)
}

const done = (platform: Platform, on: Day, proof: string) =>
  as(zhang, platform, (turn, _me, row) => settling.settle(turn, row, { on, proof, note: null }))

/** Four accounts: filed in time, filed late and under another date than at first, let go, and forgotten. */
beforeEach(async () => {
  w = await world()
  await bind(w, SCHOOL, BOOK)
  for (const platform of ["douyin", "kuaishou", "xiaohongshu", "bilibili"] as const)
    await opened(platform, "2026-03-02")
  await opened("kuaishou", "2026-02-28")
  await done("douyin", "2026-03-02", "备2026-0302")
  await as(li, "xiaohongshu", (turn, me, row) => settling.waive(turn, me, row, "由市里统一备案"))
  await w.turnTo("2026-03-12", "10:00")
  await done("kuaishou", "2026-03-11", "备2026-0311")
  w.said()
})

const BY = "《示例县政务新媒体管理办法》第六条"
const TO = "县政府办公室"

describe("the proof for an inspection", () => {
  test("says of everything due in a period what became of it, by whom, when and with which receipt", async () => {
    await w.say(zhang, `/proof ${SCHOOL} 2026-03-01 2026-03-31`)
    expect(w.said().map(({ to, text }) => [to, text])).toEqual([
      [
        zhang,
        "示例县教育局，2026年3月1日至2026年3月31日到期的事项：应办 4 项，按时办结 1 项，逾期办结 1 项，尚未办结 1 项（已逾期 1 项），免办 1 项。",
      ],
    ])
    const sent = w.playground.transcript({ chat: zhang, as: zhang }).at(-1)
    expect(sent?.file?.name).toBe("限期事项_示例县教育局_2026-03-01至2026-03-31.xlsx")
    const bytes = w.playground.file(sent?.file?.id ?? "")?.bytes ?? Buffer.alloc(0)
    const sheet = await readSheet(new Uint8Array(bytes).buffer)
    const rows = sheet.map((row) => row.map((cell) => (cell === null ? "" : String(cell))).join("|"))
    expect(rows).toEqual([
      "序号|单位|账号|事项|报送对象|依据|起算日|期限|期限变动|结果|办理日期|办理人|凭据|说明（免办理由）",
      `1|${SCHOOL}|快手“示例县教育”|开设备案|${TO}|${BY}|2026-02-28|2026-03-06|原为2026-03-09，2026-03-02改|逾期办结|2026-03-11|张敏|备2026-0311|`,
      `2|${SCHOOL}|哔哩哔哩“示例县教育”|开设备案|${TO}|${BY}|2026-03-02|2026-03-09||已逾期，已报领导||||`,
      `3|${SCHOOL}|抖音“=cmd|示例县教育”|开设备案|${TO}|${BY}|2026-03-02|2026-03-09||按时办结|2026-03-02|张敏|备2026-0302|`,
      `4|${SCHOOL}|小红书“示例县教育”|开设备案|${TO}|${BY}|2026-03-02|2026-03-09||经批准免办|2026-03-02|李国强||由市里统一备案`,
      "|||||||||||||",
      "|应办|4|||||||||||",
      "|按时办结|1|||||||||||",
      "|逾期办结|1|||||||||||",
      "|尚未办结|1|||||||||||",
      "|其中已逾期|1|||||||||||",
      "|经批准免办|1|||||||||||",
      "|力争目标未达到|0|||||||||||",
      "|示例县教育局，2026年3月1日至2026年3月31日到期的事项|2026年3月12日由值守导出|||||||||||",
    ])
  })

  test("holds what was due in the period alone", async () => {
    await w.say(zhang, `/proof ${SCHOOL} 2026-03-09 2026-03-31`)
    expect(w.only(zhang).text).toContain("应办 3 项")
    await w.say(zhang, `/proof ${SCHOOL} 2026-01-01 2026-03-05`)
    expect(w.only(zhang).text).toContain("应办 0 项")
  })

  test("offers the beginnings of periods, and refuses one that ends before it begins", async () => {
    await w.say(zhang, `/proof ${SCHOOL}`)
    expect(w.only(zhang)).toMatchObject({ buttons: ["今年1月1日", "本季度第一天", "本月1日", "取消"] })
    await w.press(zhang, "本季度第一天")
    expect(w.only(zhang)).toMatchObject({ buttons: ["今天", "今年12月31日", "取消"] })
    await w.say(zhang, "2025-12-31")
    expect(w.only(zhang).text).toContain("结束日期早于开始日期，请核对。")
  })

  test("is nobody's who is not of the office", async () => {
    await w.say(zhou, `/proof ${SCHOOL} 2026-03-01 2026-03-31`)
    expect(w.said().some(({ text }) => text.includes("应办"))).toBe(false)
  })
})
