import { describe, expect, test } from "vitest"
import { emergency, latest, story } from "../emergency.ts"
import { group, li, wang, zhang, zhao, zhou } from "../world.ts"

const HARMFUL = "/sos 有害或错敏信息 微博示例县发布"

describe("an emergency is reported", () => {
  test("by a word and two presses: whoever is on duty is called, in private and in the group (WB-32)", async () => {
    const w = await emergency()
    await w.say(li, "应急")
    expect(w.only(li).buttons.slice(0, 8)).toEqual([
      "突发事件",
      "舆情",
      "发错内容",
      "账号被盗",
      "有害或错敏信息",
      "不良评论",
      "说不清",
      "谣言",
    ])
    await w.press(li, "有害或错敏信息")
    w.said()
    await w.press(li, "微博“示例县发布”")
    const card = [
      "🚨【突发情况】2026-1 有害或错敏信息 · 微博“示例县发布”",
      "示例县人民政府办公室，3月2日（周一）10:00发现，李国强报告",
      "⏳ 还没有人接手",
      "已叫：值班 张敏 10:00",
      "⏱ 处置：3月2日（周一）11:00前，还有 60 分钟（《吴堡县政务新媒体管理通知》三（一））",
    ].join("\n")
    const said = w.said()
    expect(said.map(({ to, text }) => [to, text])).toEqual(
      expect.arrayContaining([
        [zhang, card],
        [group, card],
        [li, card],
        [
          li,
          "🚨 已报告，编号 2026-1（示例县人民政府办公室）。已叫张敏。\n知道更多了，随时用“补充情况”补上。",
        ],
      ]),
    )
    expect(said).toHaveLength(4)
    expect(said.find(({ to }) => to === zhang)?.buttons).toEqual(["我来处理", "不是我的事", "需要增援"])
  })

  test("with everything in one message, and details afterwards", async () => {
    const w = await emergency()
    await w.say(li, "/sos 舆情 重大 09:40 https://weibo.com/1/x 有人在网上说停水\n")
    expect(await latest(w)).toMatchObject({
      kind: "opinion",
      severity: "major",
      what: "有人在网上说停水",
      link: "https://weibo.com/1/x",
    })
    await w.press(li, "补充情况")
    w.said()
    await w.say(li, "约三千次转发")
    const said = w.said()
    expect(said.some(({ to, text }) => to === li && text === "已补充到 2026-1。")).toBe(true)
    expect(said.find(({ to }) => to === group)?.text).toContain("有人在网上说停水\n约三千次转发")
  })

  test("found later than now is refused, and so is the same account's case reported twice (F2)", async () => {
    const w = await emergency()
    await w.say(li, `${HARMFUL} 10:30`)
    expect(w.only(li).text).toContain("3月2日（周一）10:30")
    expect(await w.look(({ tables }) => tables.incidents.all())).toEqual([])
    await w.press(li, "取消")
    await w.say(li, HARMFUL)
    w.said()
    await w.say(zhang, HARMFUL)
    expect(w.only(zhang).text).toBe(
      "这个账号的“有害或错敏信息”已经有人报告，编号 2026-1，正在处理。要补充情况，请发 /detail。",
    )
  })
})

describe("who is called, and for how long", () => {
  test("one after the other until nobody is left, and then from the beginning (WB-32, F1, F7)", async () => {
    const w = await emergency(["wubu"], "2026-03-01")
    await w.turnTo("2026-03-01", "23:00")
    await w.say(li, HARMFUL)
    w.said()
    await w.turnTo("2026-03-02", "00:30")
    const heard = w.said().filter(({ text }) => text.includes("无人应答"))
    expect(heard.map(({ to, buttons }) => [to, buttons])).toEqual([[group, ["我来处理"]]])
    expect((await story(w)).filter(([what]) => what === "called" || what === "nobody-left")).toEqual([
      ["called", "张敏"],
      ["called", "李国强"],
      ["called", "周静"],
      ["called", "王芳"],
      ["nobody-left", "clock"],
      ["called", "张敏"],
      ["called", "李国强"],
      ["called", "周静"],
    ])
    const { called } = await latest(w)
    expect(called.map(({ at }) => at - (called[0]?.at ?? 0)).map((it) => it / 60_000)).toEqual([
      0, 10, 20, 50, 60, 70, 80,
    ])
  })

  test("it ends as soon as somebody takes it, and everybody sees who and since when", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    await w.turnTo("2026-03-02", "10:05")
    w.said()
    expect(await w.press(zhang, "我来处理")).toBe("2026-1 由您处理。处理中请随手登记进展。")
    const said = w.said()
    expect(said.map(({ to }) => to).sort((a, b) => a - b)).toEqual([group, zhang, li])
    for (const { text, buttons } of said) {
      expect(text).toContain("🙋 张敏接手了，3月2日（周一）10:05起")
      expect(buttons).toEqual(["登记进展", "还在处理", "需要增援", "办结", "撤销（1 分钟内）"])
    }
    await w.turnTo("2026-03-02", "10:50")
    w.silence()
  })

  test("taking it is undone within a minute and the calls go on; later it is not", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    await w.press(zhang, "我来处理")
    expect(await w.press(zhang, "撤销（1 分钟内）")).toBe("已撤销，什么都没有漏：叫人从原处继续。")
    expect(await latest(w)).toMatchObject({ state: "open", holder: null })
    await w.turnTo("2026-03-02", "10:10")
    expect((await latest(w)).called).toHaveLength(2)
    await w.press(zhang, "我来处理")
    await w.turnTo("2026-03-02", "10:12")
    expect(await w.press(zhang, "撤销（1 分钟内）")).toBe(
      "已经过了可以撤销的时间。要交给别人，请按“需要增援”。",
    )
    expect(await w.press(li, "撤销（1 分钟内）")).toBe("这不是您接手的，不能替别人操作。")
  })

  test("taking it and going silent wakes everybody again; whoever says how it goes is left alone", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    await w.press(zhang, "我来处理")
    await w.turnTo("2026-03-02", "10:59")
    w.said()
    await w.turnTo("2026-03-02", "11:00")
    expect(w.said().map(({ text }) => text)).toContain(
      "🔔 2026-1 有害或错敏信息 · 微博“示例县发布”：张敏接手后超过 60 分钟没有消息，现在重新叫人。",
    )
    expect(await latest(w)).toMatchObject({ state: "open", climb: { round: 2 } })
    await w.press(zhang, "我来处理")
    await w.say(zhang, "/progress 已删除，正在核实")
    w.said()
    await w.turnTo("2026-03-02", "20:00")
    w.silence()
  })

  test("not me: the next are called at once; more help: they are called, and whoever has it keeps it", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    expect(await w.press(zhou, "不是我的事", { in: group })).toBe("这次没有叫到您，不用答复。")
    expect(await w.press(zhang, "不是我的事")).toBe("好的。已叫李国强。")
    await w.press(li, "我来处理")
    expect(await w.press(li, "需要增援")).toBe("已叫周静。")
    expect(await latest(w)).toMatchObject({ state: "taken" })
    w.said()
    await w.turnTo("2026-03-02", "10:55")
    w.silence()
  })
})

describe("a press", () => {
  test("is answered at once whoever presses, and only one has it", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    const answers = await Promise.all(
      [zhang, li, zhao, zhang].map((who) => w.press(who, "我来处理", { in: group })),
    )
    expect(answers[0]).toBe("2026-1 由您处理。处理中请随手登记进展。")
    expect(answers[1]).toBe("张敏已经接手（10:00）。多谢！要帮忙请与其联系。")
    expect(answers[2]).toBe("您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。")
    expect(answers[3]).toBe("您在 10:00 已经接手了。")
    expect((await latest(w)).acknowledged).toHaveLength(1)
  })

  test("means the one incident whose card was pressed, and no other", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    const first = w.said().find(({ to }) => to === zhang)
    await w.say(li, "/sos 发错内容 微博示例县发布")
    await w.press(zhang, "我来处理", { message: first?.id ?? 0 })
    const states = await w.look(async ({ tables }) =>
      (await tables.incidents.all()).map(({ state }) => state),
    )
    expect(states).toEqual(["taken", "open"])
    w.said()
    await w.turnTo("2026-03-02", "10:10")
    const rung = w.heard().filter(([to, text]) => to === li && text.includes("分管领导 李国强 10:10"))
    expect(rung.map(([, text]) => text.includes("2026-2 发错内容"))).toEqual(rung.map(() => true))
    expect(rung.length).toBeGreaterThan(0)
  })

  test("of somebody whose role has ended does nothing any more", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    await w.look(async ({ tables }) => {
      const [chief] = await tables.persons.where("user", `telegram:${zhang}`)
      if (chief) await tables.persons.put({ ...chief, state: "left" })
    })
    expect(await w.press(zhang, "我来处理")).toBe(
      "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。",
    )
    expect(await latest(w)).toMatchObject({ state: "open" })
  })

  test("on what is closed says who closed it; closing is undone for a minute", async () => {
    const w = await emergency()
    await w.say(li, HARMFUL)
    const first = w.said().find(({ to }) => to === zhang)
    await w.press(zhang, "我来处理")
    expect(await w.press(wang, "我来处理").catch(() => "nothing to press")).toBe("nothing to press")
    await w.say(zhang, "/resolved 已删除并核实")
    expect(w.said().findLast(({ to }) => to === group)?.text).toContain(
      "✅ 已办结：张敏，3月2日（周一）10:00。已删除并核实",
    )
    await w.press(zhang, "撤销（1 分钟内）")
    expect(await latest(w)).toMatchObject({ state: "taken" })
    expect(first?.to).toBe(zhang)
  })
})
