import { describe, expect, test, vi } from "vitest"
import { setUpStages } from "../../bot/stages.ts"
import { missing, useBrowser, write } from "../playground/phones.ts"
import { world } from "../world.ts"

/** Where the picture of the README goes, when it is asked for. */
const PICTURE = process.env["EMERGENCY_PICTURE"]

/** Nothing is shown for a moment only, and nothing moves. */
const STILL = "!document.querySelector('.toast.shown') && document.getAnimations().length === 0"

describe.skipIf(missing)("a newcomer at three phones, in a real browser", () => {
  const view = useBrowser()

  test("raises an emergency on one, lets it climb by turning the clock, takes it on another, checks in and swaps a shift", async () => {
    const w = await world({ prepare: setUpStages })
    const { page, complaints, phone } = await view(w.playground, 1280)
    const operator = phone("operator")
    const press = (role: string, name: string) =>
      phone(role).getByRole("button", { name, exact: true }).last().click()
    const reads = (role: string, text: string) => phone(role).getByText(text).last().waitFor()
    const tab = (role: string, name: RegExp) => phone(role).getByRole("tab", { name }).click()
    const turn = (name: string) => page.getByRole("button", { name, exact: true }).click()
    for (const role of ["operator", "leader", "supervisor"]) await tab(role, /私聊/)

    // A message that is not understood offers the one big button.
    await write(operator, "微博被骂了怎么办")
    await press("operator", "🚨 紧急情况")
    await press("operator", "舆情")
    await press("operator", "拿不准")
    await reads("operator", "🚨 已报告，编号 2026-1")
    await reads("operator", "已叫：值班 张敏 10:00")

    await turn("+10 分钟")
    await reads("leader", "分管领导 李国强 10:10")
    await turn("+10 分钟")
    await reads("supervisor", "主管单位 王芳 10:20")
    await press("leader", "我来处理")
    for (const role of ["operator", "leader", "supervisor"])
      await reads(role, "🙋 李国强接手了，3月2日（周一）10:20起")
    await press("leader", "登记进展")
    await write(phone("leader"), "已联系宣传部门，正在核实")
    await reads("leader", "已记下 2026-1 的进展。")
    for (const role of ["operator", "supervisor"])
      await reads(role, "📝 3月2日（周一）10:20 李国强：已联系宣传部门，正在核实")
    if (PICTURE !== undefined) {
      await tab("supervisor", /工作群/)
      await vi.waitUntil(() => page.evaluate<boolean>(STILL), { timeout: 10_000 })
      await page.screenshot({ path: PICTURE })
    }

    await turn("+10 分钟")
    await press("operator", "我在岗")
    await reads("operator", "✅")

    await write(operator, "/swap")
    await press("operator", "3月3日（周二）11:00–23:00 值班 张敏")
    await press("operator", "3月3日（周二）23:00–次日11:00 值班 李国强")
    await reads("leader", "值班对换")
    await press("leader", "同意")
    for (const role of ["operator", "leader"])
      await reads(role, "✅ 换班已生效：张敏的 3月3日（周二）11:00–23:00值班")

    expect(complaints).toEqual([])
    await page.close()
  })
})
