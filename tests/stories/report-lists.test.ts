import { describe, expect, test } from "vitest"
import type { Draft } from "../../rules/account.ts"
import { instantOf } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import * as custodies from "../../services/custodies.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { type Bureau, bureau } from "../commands/bureau.ts"
import { draft } from "../commands/forms.ts"
import { tableOf } from "../papers/files.ts"

const COUNTY = "示例县人民政府办公室"
const BUREAU = "示例县教育局"
const SCHOOL = "示例县第一中学"

/** The workbook that somebody got last, as rows of texts. */
const workbook = async ({ counter }: Bureau, who: string): Promise<readonly string[]> => {
  const found = [...counter.shown.values()].findLast(
    ({ chat, file }) => chat === who && file?.name.endsWith(".xlsx"),
  )
  const { rows } = await tableOf(Buffer.from(found?.file?.base64 ?? "", "base64"))
  return rows.map((row) => row.filter((each) => each !== "").join(" | "))
}

const open = (b: Bureau, unitId: string, changes: Partial<Draft> = {}) =>
  b.counter.do(async (act) => {
    const wanted = draft(unitId, { openedOn: "2020-05-18", ...changes })
    const account = await accounts.create(act, wanted, { exceptions: [], lastPostAt: null })
    await watch.account(act, account)
    return account
  })

/** The county's office under these rulebooks, with the bureau below it and a school below that. */
const tree = async (...books: readonly string[]) => {
  const b = await bureau([])
  const school = await b.counter.do(async (act) => {
    await units.change(act, b.county.id, { rulebooks: books })
    return units.create(act, { name: SCHOOL, kind: "direct-unit", parentId: b.bureau.id, rulebooks: [] })
  })
  return { ...b, school }
}

const publish = async (b: Bureau, account: string, days: readonly string[], more = ""): Promise<void> => {
  for (const [at, day] of days.entries()) {
    b.counter.desk.now = instantOf(day, "15:00")
    await b.counter.say("张敏", `/post ${account} https://example.org/${account}-${day}-${at}${more}`)
  }
}

const AFTER = instantOf("2026-04-01", "10:00")

describe("a report", () => {
  test("rolls the figures of a tree up: a unit's line holds all that lies below it (SJ-28)", async () => {
    const b = await tree("sxjt")
    await open(b, b.bureau.id, { name: "示例教育" })
    await open(b, b.school.id, { name: "一中" })
    await publish(b, "示例教育", ["2026-03-03", "2026-03-10"])
    await publish(b, "一中", ["2026-03-04"])
    b.counter.desk.now = AFTER
    await b.counter.say("王芳", `/report ${COUNTY} 2026年3月`)
    const whole = await workbook(b, "王芳")
    expect(whole.find((row) => row.startsWith(`${BUREAU} | 2 |`))).toMatch(/^示例县教育局 \| 2 \| 3 \| 3 \|/)
    expect(whole.some((row) => row.startsWith(`${SCHOOL} | 1`))).toBe(false)
    await b.counter.say("王芳", `/report ${BUREAU} 2026年3月 材料汇总`)
    const own = await workbook(b, "王芳")
    expect(own.find((row) => row.startsWith(`${BUREAU}（本级） | 1 |`))).toMatch(/\| 1 \| 2 \| 2 \|/)
    expect(own.find((row) => row.startsWith(`${SCHOOL} | 1 |`))).toMatch(/\| 1 \| 1 \| 1 \|/)
  })

  test("lists units with several accounts, accounts that overlap, and those that publish least (LZ-32, JX-24)", async () => {
    const b = await tree("longzihu", "jiangxi")
    for (const name of ["示例教育", "示例教育资讯"]) await open(b, b.bureau.id, { name })
    await open(b, b.school.id, { name: "一中", platform: "douyin" })
    await publish(b, "示例教育资讯", ["2026-03-04"])
    b.counter.desk.now = AFTER
    await b.counter.say("王芳", `/report ${COUNTY} 2026年第一季度`)
    const rows = await workbook(b, "王芳")
    const at = rows.findIndex((row) => row.startsWith("以下单位有多个账号"))
    expect(rows.slice(at + 2, at + 3)).toEqual([`${BUREAU} | 2`])
    expect(rows).toContain(`${BUREAU} | 微博“示例教育”、微博“示例教育资讯”`)
    const least = rows.findIndex((row) => row.startsWith("以下账号发布较少"))
    expect(rows.slice(least + 2, least + 5)).toEqual([
      `${BUREAU} | 微博“示例教育” | 0`,
      `${BUREAU} | 微博“示例教育资讯” | 1`,
      `${SCHOOL} | 抖音“一中” | 0`,
    ])
  })

  test("counts how often a password came to somebody else within twelve months; the first custodian is no change (SJ-09)", async () => {
    const b = await tree("sxjt")
    b.counter.desk.now = instantOf("2024-01-05", "10:00")
    const account = await open(b, b.bureau.id, { name: "示例教育" })
    const names = ["李四", "王五", "赵六"]
    await b.counter.do(async (act) => {
      let before = account
      for (const [at, name] of names.entries()) {
        const after = { ...before, custodian: { name, personId: null } }
        const now = instantOf(["2024-05-01", "2025-05-01", "2026-02-01"][at] ?? "")
        await custodies.note({ ...act, now }, before, after)
        before = after
      }
    })
    b.counter.desk.now = AFTER
    await b.counter.say("王芳", `/report ${COUNTY} 2026年3月`)
    const rows = await workbook(b, "王芳")
    expect(rows.join("\n")).toContain("密码保管人近12个月共变动 2 次")
    expect(rows.findLast((row) => row.startsWith(`${BUREAU} | 0`))).toMatch(/ \| 2$/)
  })

  test("counts first publications, which one word or one press says where a rulebook asks for them (JX-35)", async () => {
    const b = await tree("jiangxi")
    await b.counter.person("张敏", b.bureau, "administrator")
    await open(b, b.bureau.id, { name: "示例教育" })
    await publish(b, "示例教育", ["2026-03-03"], " 首发")
    expect(b.counter.last("张敏")).toContain("，首发")
    await publish(b, "示例教育", ["2026-03-04"])
    await b.counter.press("张敏", "改为首发")
    expect(b.counter.last("张敏")).toContain("类型：原创 → 首发")
    await publish(b, "示例教育", ["2026-03-05", "2026-03-06"], " 转发")
    b.counter.desk.now = AFTER
    await b.counter.say("王芳", `/report ${COUNTY} 2026年3月`)
    expect((await workbook(b, "王芳")).join("\n")).toContain(
      "其中原创 2 条，原创率 50.0%（2026年2月 —）；首发 2 条，首发率 50.0%",
    )
  })

  test("offers no press for first publications where nobody counts them", async () => {
    const b = await tree("sxjt")
    await open(b, b.bureau.id, { name: "示例教育" })
    await publish(b, "示例教育", ["2026-03-03"])
    await expect(b.counter.press("张敏", "改为首发")).rejects.toThrow("nobody offered")
  })
})

describe("an assessment", () => {
  test("has each unit's twelve months and the five measures that people typed in (LZ-11, XC-35, JX-53, SJ-37)", async () => {
    const b = await tree("longzihu", "xuancheng", "jiangxi", "sxjt")
    await open(b, b.bureau.id, { name: "示例教育" })
    await publish(b, "示例教育", ["2026-03-03", "2026-03-10"])
    b.counter.desk.now = instantOf("2026-07-02", "10:00")
    await b.counter.say(
      "张敏",
      "/score 示例教育\n季度：2026年第一季度\n关注量：12000\n转发量：340\n评论量：88\n发布内容：好",
    )
    expect(b.counter.last("张敏")).toContain("关注 12000，转发 340，评论 88")
    await b.counter.say(
      "张敏",
      "/score 示例教育\n季度：2026年第二季度\n关注量：13000\n转发量：10\n评论量：2\n发布内容：一般",
    )
    b.counter.desk.now = instantOf("2027-01-04", "10:00")
    await b.counter.say("王芳", `/report ${COUNTY} 2026年 考核表`)
    const rows = await workbook(b, "王芳")
    expect(rows).toContain(`${BUREAU} | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2`)
    expect(rows).toContain(`${BUREAU} | 微博“示例教育” | 2 | 一般 | 13000 | 350 | 90`)
    expect(rows.some((row) => row.endsWith("绩效考核 | 第三方评估 | 考核意见"))).toBe(true)
    expect(rows.join("\n")).toContain("《")
    await b.counter.say("王芳", `/report ${COUNTY} 2026年3月 考核表`)
    expect(b.counter.last("王芳")).toBe("考核表按季度或按年制作，请选季度或年。")
  })

  test("takes no figures of a quarter that lies ahead, and none of a month", async () => {
    const b = await tree("sxjt")
    await open(b, b.bureau.id, { name: "示例教育" })
    const said = "关注量：1\n转发量：1\n评论量：1\n发布内容：好"
    await b.counter.say("张敏", `/score 示例教育\n季度：2026年第三季度\n${said}`)
    expect(b.counter.last("张敏")).toContain("还没有开始")
    await b.counter.say("张敏", `/score 示例教育\n季度：2026年2月\n${said}`)
    expect(b.counter.last("张敏")).toContain("按季度填写")
  })
})

describe("a report is owed", () => {
  test("by the highest unit that a rulebook binds and that has units below it, and by nobody else", async () => {
    const owing = async (
      changes: (b: Awaited<ReturnType<typeof tree>>) => Promise<void>,
      ...books: string[]
    ) => {
      const b = await tree(...books)
      await open(b, b.bureau.id, { name: "示例教育" })
      await changes(b)
      await b.counter.do((act) => watch.below(act, b.county.id))
      const rows = await b.counter.do(({ tables }) => tables.obligations.all())
      const named = new Map([b.county, b.bureau, b.school].map(({ id, name }) => [id, name]))
      return rows
        .filter(({ act }) => act === "monthly-notice")
        .map(({ unitId, phase }) => [named.get(unitId), phase])
    }
    const nothing = () => Promise.resolve()
    expect(await owing(nothing, "longzihu")).toEqual([[COUNTY, "scheduled"]])
    expect(await owing(nothing)).toEqual([])
    const alone = async ({ counter, school }: Awaited<ReturnType<typeof tree>>): Promise<void> => {
      await counter.do((act) => units.change(act, school.id, { rulebooks: ["longzihu"] }))
    }
    expect(await owing(alone)).toEqual([])
  })
})
