import { describe, expect, test } from "vitest"
import * as units from "../../services/units.ts"
import { under } from "../books.ts"
import { li, world, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"
const COUNTY = "示例县人民政府办公室"

describe("a unit's papers and contacts", () => {
  test("are a list that says what is missing: four systems, three contacts (WB-41, WB-43)", async () => {
    const w = await world()
    await under(w, SCHOOL, "wubu")
    await w.say(zhang, `/papers ${SCHOOL}`)
    const asked = w.only(zhang)
    expect(asked.text.split("\n")).toEqual([
      `【单位材料】${SCHOOL}`,
      "",
      "▪ 制度和预案 0/4",
      "✗ 专人负责",
      "✗ 内容保障",
      "✗ 发布审核",
      "✗ 留言办理",
      "依据 《吴堡县政务新媒体管理通知》四（一）",
      "",
      "▪ 工作联系 0/3",
      "✗ 宣传部门",
      "✗ 网信部门",
      "✗ 新闻媒体",
      "依据 《吴堡县政务新媒体管理通知》四（一）",
      "",
      "▪ 分管领导和密码保管人 0/1",
      "✗ 分管领导：还没有，请用 /appoint 指定",
      "依据 《吴堡县政务新媒体管理通知》四（一）",
    ])
    for (const line of ["专人负责", "内容保障", "发布审核"]) {
      await w.press(zhang, `✗ ${line}`)
      await w.press(zhang, "跳过")
    }
    const shown = w.said().at(-1)
    expect(shown?.text).toContain("▪ 制度和预案 3/4")
    expect(shown?.text).toContain("✓ 发布审核（2026年3月2日）")
    expect(shown?.text).toContain("✗ 留言办理")
    await w.press(zhang, "✓ 发布审核")
    expect(w.said().at(-1)?.text).toContain("▪ 制度和预案 2/4")
  })

  test("keep where a paper lies, and no telephone number is asked for", async () => {
    const w = await world()
    await under(w, SCHOOL, "longzihu")
    await w.say(zhang, `/papers ${SCHOOL}`)
    await w.press(zhang, "✗ 应急预案")
    expect(w.said().at(-1)?.text).toContain("不用写电话")
    await w.say(zhang, "办公室文件柜2号")
    expect(w.said().at(-1)?.text).toContain("✓ 应急预案（2026年3月2日，办公室文件柜2号）")
  })

  test.each([
    ["longzihu", ["▪ 制度和预案 0/3", "✗ 公安"]],
    ["jiangxi", ["▪ 制度和预案 0/3", "✗ 公安"]],
    ["sxjt", ["▪ 制度和预案 0/4"]],
    ["xuancheng", ["▪ 互动渠道 0/"]],
  ])("of a unit under %s (LZ-35, LZ-52, JX-08, JX-40, JX-52, SJ-26, XC-13)", async (book, lines) => {
    const w = await world()
    await under(w, SCHOOL, book)
    await w.say(zhang, `/papers ${SCHOOL}`)
    const { text } = w.only(zhang)
    for (const line of lines) expect(text).toContain(line)
  })

  test.each([
    ["longzihu", "《龙子湖区政务新媒体管理暂行办法》第十八条"],
    ["jiangxi", "《江西省政务新媒体管理要求》第十四点"],
  ])(
    "two of the three under %s show as 2/3, with what is missing named (LZ-35, JX-40)",
    async (book, cite) => {
      const w = await world()
      await under(w, SCHOOL, book)
      await w.say(zhang, `/papers ${SCHOOL}`)
      for (const { buttons } of w.said().slice(-1))
        for (const line of buttons.slice(0, 2)) {
          await w.press(zhang, line)
          await w.press(zhang, "跳过")
        }
      const [papers = ""] = w.said().at(-1)?.text.split("\n\n").slice(1) ?? []
      expect(papers.split("\n")).toEqual([
        "▪ 制度和预案 2/3",
        "✓ 安全管理制度（2026年3月2日）",
        "✓ 保密审查制度（2026年3月2日）",
        "✗ 应急预案",
        `依据 ${cite}`,
      ])
    },
  )

  test("are 4/4 under the transport system once each part of its management system stands (SJ-26)", async () => {
    const w = await world()
    await under(w, SCHOOL, "sxjt")
    await w.say(zhang, `/papers ${SCHOOL}`)
    for (const line of w.only(zhang).buttons) {
      await w.press(zhang, line)
      await w.press(zhang, "跳过")
    }
    const [papers = ""] = w.said().at(-1)?.text.split("\n\n▪ 分管领导") ?? []
    // The table of its own kinds of events is another story.
    expect(papers.split("\n").filter((line) => !line.includes("事件类型表"))).toEqual([
      `【单位材料】${SCHOOL}`,
      "",
      "▪ 制度和预案 4/4",
      "✓ 责任体系（2026年3月2日）",
      "✓ 工作队伍（2026年3月2日）",
      "✓ 发布审核（2026年3月2日）",
      "✓ 工作流程（2026年3月2日）",
      "依据 《陕西省交通运输系统政务新媒体管理办法》第十九条",
    ])
  })

  test("of a county's unit under Jiangxi have the media centre too, of others not (JX-11)", async () => {
    const w = await world()
    await under(w, COUNTY, "jiangxi")
    await w.say(zhang, `/papers ${COUNTY}`)
    expect(w.only(zhang).text).toContain("融媒体中心")
    await w.look(async (turn) => {
      const [county] = await turn.tables.units.where("name", COUNTY)
      await units.change(turn, county?.id ?? "", { kind: "city-government" })
    })
    await w.say(zhang, `/papers ${COUNTY}`)
    expect(w.said().at(-1)?.text).not.toContain("融媒体中心")
  })

  test("are nothing that is asked for under the national floor alone", async () => {
    const w = await world()
    await w.say(zhang, `/papers ${SCHOOL}`)
    expect(w.only(zhang)).toMatchObject({ text: `${SCHOOL}适用的制度没有要求单位材料。`, buttons: [] })
  })

  test("are not asked for by a rulebook any longer: an old button says so, and nothing changes", async () => {
    const w = await world()
    await under(w, SCHOOL, "wubu")
    await w.say(zhang, `/papers ${SCHOOL}`)
    await under(w, SCHOOL, "longzihu")
    await w.press(zhang, "✗ 留言办理")
    const told = await w.press(zhang, "跳过")
    expect(told).toBe("适用的制度没有要求这一项，请重新发送 /papers。")
    expect(await w.look(({ tables }) => tables.papers.all())).toEqual([])
  })
})

describe("what comes round every year", () => {
  const begun = async (unit: string, book: string) => {
    const w = await world({ at: Date.UTC(2026, 0, 5, 2) })
    // The patrol of every day is another story, and a year of it a long one.
    await w.look(async ({ tables }) => {
      const stored = await tables.rulebooks.get(book)
      if (!stored) throw new Error(`no book ${book}`)
      const rules = stored.book.rules.filter(({ id }) => id !== "XC-38b")
      await tables.rulebooks.put({ ...stored, book: { ...stored.book, rules } })
    })
    await under(w, unit, book)
    return w
  }

  test("a training is asked for from October on, and its record ends it for the year (WB-44)", async () => {
    const w = await begun(COUNTY, "wubu")
    await w.turnTo("2026-10-07", "23:00")
    const before = w.said().filter(({ text }) => text.includes("组织培训"))
    expect(before).toEqual([])
    await w.turnTo("2026-10-08", "12:00")
    const told = w.said().filter(({ text }) => text.includes("组织培训"))
    expect(told.map(({ to }) => to)).toEqual([zhang])
    expect(told[0]?.text).toContain(`🟡 组织培训：${COUNTY}，还剩 84 天，12月31日（周四）24:00 前`)
    await w.turnTo("2026-11-20", "10:00")
    w.said()
    await w.say(zhang, "/done 组织培训 今天 32人参加，签到表在办公室")
    expect(w.only(zhang).text).toContain("已按时办结")
    await w.turnTo("2026-12-31", "23:59")
    expect(w.said().filter(({ text }) => text.includes("培训"))).toEqual([])
  })

  test("a training that nobody recorded is told to the leader by December (WB-44)", async () => {
    const w = await begun(COUNTY, "wubu")
    await w.turnTo("2026-11-30", "23:00")
    w.said()
    await w.turnTo("2026-12-01", "12:00")
    expect(
      w
        .said()
        .filter(({ to, text }) => to === li && text.includes("组织培训"))
        .map(({ text }) => text),
    ).toEqual([
      [
        `【将到期】${COUNTY}：组织培训：${COUNTY}`,
        "12月31日（周四）到期，至今没有办结。",
        "依据：《吴堡县政务新媒体管理通知》四（二）。请督促办理；此事只通知您一次。",
      ].join("\n"),
    ])
  })

  /** What is asked for, and the day on which it is first brought up. */
  const asked = {
    确认经费已列入预算: ["budget.confirm", "2026-09-01"],
    确认已列入工作计划: ["plan.confirm", "2026-12-01"],
    组织培训: ["training.hold", "2026-10-08"],
    组织演练: ["drill.hold", "2026-10-08"],
  } as const
  const years: readonly [book: string, acts: readonly (keyof typeof asked)[]][] = [
    ["wubu", ["确认经费已列入预算"]],
    ["longzihu", ["确认经费已列入预算", "组织演练", "组织培训"]],
    ["xuancheng", ["确认已列入工作计划", "确认经费已列入预算"]],
    ["jiangxi", ["组织培训", "确认经费已列入预算"]],
    ["sxjt", ["确认经费已列入预算", "组织培训"]],
  ]
  test.each(years)(
    "under %s it is asked for once a year, and kept (WB-42, LZ-51, LZ-57, LZ-60, XC-01, XC-36, JX-50, JX-51, SJ-27, SJ-27b)",
    async (book, acts) => {
      const w = await begun(SCHOOL, book)
      await w.say(zhang, "/due")
      const { text } = w.only(zhang)
      for (const act of acts) expect(text).toContain(act)
      for (const act of acts) {
        await w.say(zhang, `/done ${act} 今天 材料在办公室`)
        expect(w.said().at(-1)?.text).toContain("已按时办结")
      }
      const rows = await w.look(({ tables }) => tables.obligations.all())
      const school = (await w.look(({ tables }) => tables.units.where("name", SCHOOL)))[0]?.id
      const own = rows.filter(
        ({ phase, since, unitId }) => phase === "done" && since === "2026-01-01" && unitId === school,
      )
      expect(own.map(({ act, warnOn, settled }) => [act, warnOn[0], settled?.proof]).sort()).toEqual(
        acts.map((act) => [...asked[act], "材料在办公室"]).sort(),
      )
      await w.turnTo("2026-12-31", "12:00")
      const later = w.said().filter(({ text: said }) => acts.some((act) => said.includes(act)))
      expect(later).toEqual([])
    },
  )
})
