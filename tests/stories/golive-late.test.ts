import { beforeEach, describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { approveAll, type Bureau, bureau, sendIn, turnTo } from "../commands/bureau.ts"

let b: Bureau

const owed = async (act: string) =>
  (await b.counter.do(({ tables }) => tables.obligations.all())).filter((row) => row.act === act)

describe("an account that Wubu's levels agreed to on 20 May 2026", () => {
  beforeEach(async () => {
    b = await bureau(["wubu"])
    b.counter.desk.now = instantOf("2026-05-20", "10:00")
    await sendIn(b)
    await approveAll(b, "2026-05-20")
    b.counter.heard()
  })

  test("has to be live by 20 May 2027, brought up 90, 30, 7 and 1 days before (WB-07, DV20)", async () => {
    expect(await owed("account.go-live")).toMatchObject([
      {
        due: { day: "2027-05-20" },
        warnOn: ["2027-02-19", "2027-04-20", "2027-05-13", "2027-05-19", "2027-05-20"],
        lastOn: "2027-05-20",
      },
    ])
  })

  test("and is not live on the 21st: the supervising unit owes a written explanation, and the leader is told (WB-08)", async () => {
    await turnTo(b, "2027-05-20", "23:59")
    expect(await owed("account.go-live")).toMatchObject([{ phase: "today" }])
    expect(await owed("explanation.submit")).toEqual([])
    expect(b.counter.heard()).toEqual([])
    await turnTo(b, "2027-05-21", "08:30")
    expect(await owed("account.go-live")).toMatchObject([{ phase: "escalated" }])
    expect(await owed("explanation.submit")).toMatchObject([
      {
        phase: "open",
        since: "2027-05-21",
        due: { day: "2027-05-28" },
        to: "省政府办公厅",
        who: "supervisor",
      },
    ])
    expect(b.counter.heard()).toEqual([
      [
        "李国强",
        [
          "【逾期】示例县教育局：账号上线：微博“示例县教育”",
          "5月20日（周四）到期，至今没有办结。",
          "依据：《吴堡县政务新媒体管理通知》二（二）。请督促办理；此事只通知您一次。",
        ].join("\n"),
      ],
    ])
    await b.counter.say("王芳", "/due")
    expect(b.counter.last("王芳")).toContain(
      "书面说明（报省政府办公厅）：微博“示例县教育”，还剩 7 天，5月28日（周五）24:00 前（暂定）",
    )
  })
})
