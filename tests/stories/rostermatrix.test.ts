import { describe, expect, test } from "vitest"
import { office } from "../office.ts"
import { arrange, kept } from "../rota.ts"
import { zhang } from "../world.ts"

const sheet = (...lines: readonly string[]) => Buffer.from(lines.join("\r\n"))
const TITLE = "示例县人民政府办公室2026年3月排班表,,,,,,"
const DAYS = "姓名,9,10,11,12,13,备注"
const NOTE = "注：白班08:00-20:00；夜班20:00-次日08:00,,,,,,"

describe("a roster with the days across", () => {
  test("is looked at and taken in as the office keeps it: people down, a word for each shift", async () => {
    const w = await office(["jiangxi"])
    await w.send(
      zhang,
      "三月排班表.csv",
      sheet(
        TITLE,
        DAYS,
        ",一,二,三,四,五,",
        "张敏,白,夜,下夜,休,白,",
        "李国强,夜,休,白夜,白,夜,",
        "周静,带,,副,,带班,",
        NOTE,
      ),
    )
    expect(w.only(zhang).text).toBe(
      [
        "值班表预览（示例县人民政府办公室）：共 11 个班，3月9日（周一）00:00 至 3月14日（周六）08:00。",
        "  3月9日（周一）00:00–24:00 周静（带班领导）",
        "  3月9日（周一）08:00–20:00 张敏",
        "  3月9日（周一）20:00–次日08:00 李国强",
        "  3月10日（周二）20:00–次日08:00 张敏",
        "  3月11日（周三）00:00–24:00 周静（副班）",
        "  3月11日（周三）08:00–20:00 李国强",
        "  另有 5 个班",
        "每人班数：周静 3、张敏 3、李国强 5",
        "这段时间原来的安排由这份值班表代替。",
        "",
        "现在还没有改动，请确认。24 小时内有效。",
      ].join("\n"),
    )
    expect(await kept(w)).toEqual([[], [], []])
    await w.press(zhang, "导入 11 个班")
    w.said()
    await w.say(zhang, "/onduty 2026-03-11 21:00")
    expect(w.only(zhang).text).toContain("值班：李国强（20:00–次日08:00）\n副班：周静（00:00–24:00）")
  })

  test("names the cell of each mistake, and takes nothing in", async () => {
    const w = await office(["jiangxi"])
    await w.look(async (turn) => {
      const [school] = await turn.tables.units.where("name", "示例县教育局")
      const [someone] = await turn.tables.persons.all()
      if (!school || !someone) throw new Error("the cast is not complete")
      const teacher = { id: "teacher", name: "钱老师", unitId: school.id, user: "telegram:9" }
      await turn.tables.persons.put({ ...someone, ...teacher })
    })
    await w.say(zhang, "/leave 2026-03-12 2026-03-12")
    w.said()
    const before = await kept(w)
    await w.send(
      zhang,
      "排班.csv",
      sheet(TITLE, DAYS, "张敏,白,甲,,值,,", "钱老师,夜,,,,,", "赵六,白,,,,,", NOTE),
    )
    const { text, buttons } = w.only(zhang)
    expect(text).toBe(
      [
        "值班表有 4 处要改，没有导入任何内容：",
        "• C3 看不懂“甲”，请写白、夜、副、带、休，或在表下注明起止时间",
        "• E3 张敏那天请假，请另作安排",
        "• A4 钱老师是别的单位的人，不能排在这里",
        "• A5 没有“赵六”这个人，请写登记的姓名，或先用 /invite 邀请",
      ].join("\n"),
    )
    expect(buttons).toEqual([])
    expect(await kept(w)).toEqual(before)
  })

  test("is refused when it is over, or sets somebody at the same time elsewhere on the roster", async () => {
    const w = await office(["jiangxi"])
    await w.send(zhang, "二月.csv", sheet("2026年2月排班表,,,,,", "姓名,2,3,4,5,6", "张敏,值,值,值,值,值"))
    expect(w.only(zhang).text).toBe("值班表里的班都已经过去，没有要导入的。")
    await arrange(w)
    const before = await kept(w)
    await w.send(zhang, "副班.csv", sheet(",3月9日,3月10日", "副班,张敏,"))
    expect(w.only(zhang).text).toContain("张敏在同一时间有两个班：")
    expect(await kept(w)).toEqual(before)
  })
})

test("a week that names its weekdays and no date is refused in one sentence, and nothing changes", async () => {
  const w = await office(["jiangxi"])
  await w.send(zhang, "值班.csv", sheet("姓名,周一,周二,周三,周四,周五", "张敏,白,夜,休,休,白", NOTE))
  const { text } = w.only(zhang)
  expect(text).toContain("B1 只写了“周一”这样的星期几，不知道是哪一周，请在旁边写上日期，如“3月9日（周一）”")
  expect(await kept(w)).toEqual([[], [], []])
})
