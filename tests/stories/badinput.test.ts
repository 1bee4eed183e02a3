import { describe, expect, test } from "vitest"
import { isTable, tables as known } from "../../storage/tables.ts"
import { approveAll, type Bureau, bureau, launch, sendIn } from "../commands/bureau.ts"
import { Ending } from "../commands/ending.ts"

/** Everything that is kept, but for what is only said. */
const kept = ({ counter }: Bureau) =>
  counter.do(async ({ tables }) => {
    const all: Record<string, readonly unknown[]> = {}
    for (const name of Object.keys(known))
      if (isTable(name) && name !== "outbox" && name !== "dialogs") all[name] = await tables[name].all()
    return all
  })

/** What somebody is told at last, while everything stays as it is and nobody else hears of it. */
const refused = async (b: Bureau, who: string, doing: () => Promise<unknown>): Promise<string> => {
  const before = await kept(b)
  b.counter.heard()
  const shown = await doing()
  expect(await kept(b)).toEqual(before)
  const heard = b.counter.heard()
  expect(heard.filter(([to]) => to !== who)).toEqual([])
  return typeof shown === "string" ? shown : (heard.at(-1)?.[1] ?? "")
}

const saying = (it: Ending, text: string, who = "张敏") => refused(it.b, who, () => it.say(text, who))

const record = async ({ counter }: Bureau, step: string) => {
  const asked = (await counter.do(({ tables }) => tables.procedures.all())).at(-1)
  await counter.say(
    "张敏",
    `/record\n申请：${asked?.id ?? ""}\n批复单位：${step}\n文号：${step}1号\n批复日期：今天\n结果：同意`,
  )
}

const LINK = "https://weibo.com/1/a"
const offline = (from: string, until: string) =>
  `/offline 示例县教育\n原因：升级改造\n下线日期：${from}\n恢复日期：${until}`

/** An account whose verification was changed on 3 March, which has to be reported, or filed. */
const changed = async (book: string) => {
  const it = (await Ending.open([book])).on("2026-03-03")
  await it.say("/edit 示例县教育\n项目：认证信息\n认证信息：示例县教育局官方微博")
  return it
}

describe("what cannot be is told in a sentence, and nothing changes:", () => {
  test("approving out of order, or twice", async () => {
    const b = await bureau(["wubu"])
    await sendIn(b)
    const told = (step: string) => refused(b, "张敏", () => record(b, step))
    expect(await told("县政府办公室")).toBe("还不到县政府办公室：先经本单位主要负责人同意。")
    await b.counter.press("陈立", "同意")
    expect(await told("市政府办公室")).toBe("还不到市政府办公室：请先登记县政府办公室的批复。")
    await record(b, "县政府办公室")
    expect(await told("省政府办公厅")).toBe("还不到省政府办公厅：请先登记市政府办公室的批复。")
    expect(await told("县政府办公室")).toBe("县政府办公室这一步已由张敏于3月2日处理（同意），没有重复。")
  })

  test("going live with an attachment missing", async () => {
    const b = await bureau(["wubu"])
    await sendIn(b, { 平台: "客户端", 名称: "示例县教育" })
    await approveAll(b, "2026-03-02")
    const told = await refused(b, "张敏", async () => {
      await b.counter.say("张敏", launch())
      await b.counter.press("张敏", "跳过")
      await b.counter.press("张敏", "还没有")
      await b.counter.press("张敏", "支持 IPv6")
      return b.counter.press("张敏", "选好了（1 个）")
    })
    expect(told).toBe(
      [
        "客户端“示例县教育”还不能上线：",
        "· 客户端还没有安全检测报告（《吴堡县政务新媒体管理通知》二（二））",
        "请补齐后再办理，现在没有任何改动。",
      ].join("\n"),
    )
  })

  test("leaving supervision without the paper that has to come with it (WB-21)", async () => {
    const it = await Ending.open(["wubu"])
    const asked = "【申请退出监管】微博“示例县教育”\n编制部门批复的文号是什么？"
    expect(await saying(it, "/exit\n账号：示例县教育\n附件：")).toBe(asked)
    expect(await saying(it, "编制部门批复：")).toBe(
      "还不能提交，请先补齐：\n· 附件：编制部门批复（写明文号或链接）",
    )
  })

  test("a second offline window in the year, or the rest of the first (WB-16, B4)", async () => {
    const it = await Ending.open(["wubu"])
    await it.say(offline("2026-03-10", "2026-03-20"))
    await it.press("同意", "陈立")
    for (const step of ["县政府办公室", "市政府办公室", "省政府办公厅"]) await record(it.b, step)
    await it.on("2026-03-10").say(`/down 示例县教育\n下线日期：今天\n公告链接：${LINK}`)
    await it.on("2026-03-15").say(`/online 示例县教育\n恢复日期：今天\n链接：${LINK}`)
    expect(await saying(it, offline("2026-05-06", "2026-05-10"))).toBe(
      [
        "微博“示例县教育”不能再临时下线：每年不超过 1 次，已经用过：",
        "· 2026年3月10日至2026年3月15日（升级改造）",
        "依据：《吴堡县政务新媒体管理通知》二（四）",
      ].join("\n"),
    )
    expect(await saying(it, `/down 示例县教育\n下线日期：今天\n公告链接：${LINK}`)).toBe(
      "微博“示例县教育”没有获得同意的下线申请，不能登记。请先用 /offline 申请；没有报批就已下线的，请用 /found 报告。",
    )
  })

  test("a first day before the consent, or in another time offline (WB-16, WB-19)", async () => {
    const it = await Ending.open(["wubu"])
    await it.say(offline("2026-03-04", "2026-03-20"))
    await it.press("同意", "陈立")
    for (const step of ["县政府办公室", "市政府办公室", "省政府办公厅"]) await record(it.b, step)
    await it.say(
      "/offline 示例县教育\n原因：被责令紧急关停\n关停日期：今天\n报告文号：某局发〔2026〕5号\n报告日期：今天",
    )
    await it.on("2026-03-04").say(`/online 示例县教育\n恢复日期：今天\n链接：${LINK}`)
    const down = (on: string) => saying(it, `/down 示例县教育\n下线日期：${on}\n公告链接：${LINK}`)
    expect(await down("2026-03-01")).toBe("下线日期 2026年3月1日 早于获批日期 2026年3月2日，请核对。")
    expect(await down("2026-03-03")).toBe(
      "微博“示例县教育”在这一天已经登记为下线：2026年3月2日至2026年3月4日（被责令紧急关停）。请核对日期。",
    )
  })

  test("an end before a start", async () => {
    const it = await Ending.open(["wubu"])
    expect(await saying(it, offline("2026-03-10", "2026-03-09"))).toBe(
      "恢复日期 2026年3月9日 早于下线日期 2026年3月10日，请核对。",
    )
    await it.say("/found 示例县教育\n日期：今天\n情况：打不开")
    expect(await saying(it, `/online 示例县教育\n恢复日期：昨天\n链接：${LINK}`)).toBe(
      "2026年3月1日早于这件事的起算日 2026年3月2日，请核对日期。",
    )
  })

  const contract =
    "/outsource\n账号：示例县教育\n运维单位：示例文化传媒有限公司\n签订日期：2026-03-04\n到期日期：2027-03-01\n合同内容：运维单位、双方职责、合同期限"
  const shutDown = "/offline 示例县教育\n原因：被责令紧急关停"
  const ahead: readonly [who: string, text: string, asks: string][] = [
    [
      "张敏",
      "/done 变更报备 2026-03-04 已报",
      "【办结一项】变更报备（报县政府办公室）：微博“示例县教育”\n哪天办的？",
    ],
    [
      "张敏",
      "/redate 变更报备 2026-03-04 填错了",
      "【更正起算日】变更报备（报县政府办公室）：微博“示例县教育”\n正确的日期是哪天？",
    ],
    ["张敏", `/down 示例县教育 2026-03-04 ${LINK}`, "【登记账号已下线】微博“示例县教育”\n哪天下线的？"],
    ["张敏", "/found 示例县教育 2026-03-04 打不开", "【报告账号擅自下线】微博“示例县教育”\n哪天起看不到的？"],
    ["张敏", "/removed 示例县教育 2026-03-04", "【登记公告已撤下】微博“示例县教育”\n哪天撤下的？"],
    [
      "张敏",
      `/closing 示例县教育\n步骤：关停迁移公告\n日期：2026-03-04\n链接：${LINK}`,
      "【登记关停进展】微博“示例县教育”\n是哪天的？",
    ],
    [
      "张敏",
      "/cancelled 示例县教育 2026-03-04",
      "【登记注销完成】微博“示例县教育”\n平台上从哪天起显示已注销？",
    ],
    ["张敏", "/password 示例县教育 2026-03-04", "【登记换密码】微博“示例县教育”\n哪天换的？"],
    ["张敏", contract, "【登记委托运维合同】微博“示例县教育”\n合同哪天签的？"],
    ["张敏", `${shutDown}\n关停日期：2026-03-04`, "【申请临时下线】微博“示例县教育”\n哪天关停的？"],
    [
      "张敏",
      `${shutDown}\n关停日期：今天\n报告文号：1\n报告日期：2026-03-04`,
      "【申请临时下线】微博“示例县教育”\n书面报告是哪天报的？",
    ],
    [
      "王芳",
      "/closeorder\n账号：示例县教育\n决定单位：厅办公室\n文号：1\n日期：2026-03-04\n原因：制度不落实",
      "【登记责令关停】微博“示例县教育”\n决定是哪天的？",
    ],
    ["王芳", "/dissolve\n单位：示例县教育局\n情况：撤销\n日期：2026-03-04", "【登记单位撤并】从哪天起？"],
  ]
  test("a day ahead for what was done, whatever it is", async () => {
    for (const [who, text, asks] of ahead) {
      const it = await changed("wubu")
      expect(await saying(it, text, who)).toBe(`2026年3月4日还没有到，办理日期不能晚于今天。\n${asks}`)
    }
  })

  test("a receipt that was used already, until another is given", async () => {
    const it = await changed("longzihu")
    await it.say("/done 变更备案 今天 备1")
    await it.say("/edit 示例县教育\n项目：认证信息\n认证信息：示例县教育局官方账号")
    expect(await saying(it, "/done 变更备案 今天 备1")).toBe(
      "编号“备1”已经用于“变更备案（报区数据资源局）：微博“示例县教育””，请核对。\n【办结一项】变更备案（报区数据资源局）：微博“示例县教育”\n备案回执或系统编号是多少？",
    )
    await it.say("备2")
    expect((await it.owes("filing.change")).map(({ settled }) => settled?.proof)).toEqual(["备1", "备2"])
  })

  test("closing while the announcement still has to stand (WB-23)", async () => {
    const it = await (await Ending.open(["wubu"])).agreed("2026-03-02")
    await it.ready("2026-03-02")
    expect(await saying(it.on("2026-04-01"), "/cancelled 示例县教育 今天")).toBe(
      "微博“示例县教育”的关停公告还没有挂满，2026年4月2日起才能注销（《吴堡县政务新媒体管理通知》二（六））。现在没有任何改动。",
    )
  })

  test("a waiver by somebody without the right", async () => {
    const it = await changed("wubu")
    for (const who of ["张敏", "赵六", "王芳"])
      expect(await saying(it, "/waive 变更报备 不想办", who)).toBe(
        "您没有批准免办的权限。需要时请联系本单位管理员。",
      )
  })

  test("a waiver by the leader of a unit beside", async () => {
    const it = await changed("wubu")
    const beside = await it.b.counter.unit("示例县卫生健康局")
    await it.b.counter.person("周静", beside, "leader")
    const [row] = await it.owes("change.report")
    expect(await saying(it, `/waive\n事项：${row?.id ?? ""}\n理由：不想办`, "周静")).toBe(
      "您没有在“示例县教育局”查看的权限。需要时请联系该单位管理员。",
    )
  })

  test("two people finish the same thing at once: one has done it, the other is told who was first", async () => {
    const it = await changed("wubu")
    const [row] = await it.owes("change.report")
    it.b.counter.heard()
    await Promise.all(
      ["张敏", "赵六"].map((who) =>
        it.say(`/done\n事项：${row?.id ?? ""}\n办理日期：今天\n凭据：${who}已报`, who),
      ),
    )
    const [first = "", second = ""] = it.b.counter.heard().map(([, text]) => text)
    expect([first.split("\n")[0], second]).toEqual([
      "✅ 变更报备（报县政府办公室）：微博“示例县教育”，已按时办结",
      "这一项张敏已经处理过了：按时办结（3月3日（周二）），不用再办。\n【办结一项】哪一项？",
    ])
    expect(await it.owes("change.report")).toMatchObject([
      { phase: "done", settled: { proof: "张敏已报" }, path: [{ phase: "open" }, { phase: "done" }] },
    ])
    expect(await it.owes("system.update")).toHaveLength(1)
  })
})
