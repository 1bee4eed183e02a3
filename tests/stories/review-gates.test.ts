import { describe, expect, test } from "vitest"
import { passes, reviewing, sendIn } from "../reviewing.ts"

describe("the gates", () => {
  test("can be ticked one by one; with five of six nothing is passed, with the last one the level is (LZ-20, LZ-21)", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await r.counter.press("周静", "逐关看")
    const labels = (await r.item()).gates.map(({ says }) => says)
    for (const label of labels.slice(0, -1)) await r.counter.press("周静", label)
    expect((await r.item()).opinions).toEqual([])
    expect(await r.counter.press("周静", "✓ 政治")).toContain("还差：政治")
    await r.counter.press("周静", "政治")
    await r.counter.press("周静", labels.at(-1) ?? "")
    expect((await r.item()).opinions).toMatchObject([{ level: 0, verdict: "approved" }])
    expect(r.counter.last("周静")).toContain("✅ 1. 审核员")
  })

  test("a card pressed twice at once counts once, and the second is told so", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    const [id, card] = [...r.counter.shown].findLast(([, { chat }]) => chat === "周静") ?? ["", null]
    const press = card?.buttons.flat()[0]?.press ?? ""
    const toasts = await Promise.all([
      r.counter.pressed("周静", id, press),
      r.counter.pressed("周静", id, press),
    ])
    expect(toasts.filter((toast) => toast?.startsWith("这一级已经处理过了"))).toHaveLength(1)
    expect((await r.item()).opinions).toHaveLength(1)
  })

  test("that the website has it first can be thought of, and hinders nobody (XC-02, XC-03)", async () => {
    const r = await reviewing(["xuancheng"])
    await sendIn(r)
    expect(r.counter.last("周静")).toContain("另请留意：网站已先发")
    expect((await r.item()).gates.find(({ id }) => id === "secrecy")?.needed).toBe(true)
    await passes(r, "周静")
    await passes(r, "李国强")
    expect((await r.item()).state).toBe("approved")
    expect((await r.item()).opinions.every(({ gates }) => !gates.includes("website-first"))).toBe(true)
  })

  test("of Jiangxi are passed before a comment is shown too (JX-30, JX-31, JX-31b, JX-31c, JX-31d, JX-34)", async () => {
    const r = await reviewing(["jiangxi"])
    await sendIn(r, { 特别情况: "留言跟帖" })
    expect(r.counter.last("周静")).toContain("把关：政治、法律、政策、保密、文字")
    expect((await r.item()).chain).toHaveLength(2)
    await sendIn(r)
    for (const gate of ["守宣传纪律", "无个人观点和情绪", "已经核实", "截图、图片、视频合法"])
      expect(r.counter.last("周静")).toContain(gate)
  })

  test("of the transport system ask for true, lawful, clear and friendly words (SJ-18, SJ-19)", async () => {
    const r = await reviewing(["sxjt"])
    await sendIn(r, { 类别: "政务和服务" })
    for (const gate of ["真实准确", "合法", "没有歧义", "用语亲切"])
      expect(r.counter.last("周静")).toContain(gate)
  })
})
