import { describe, expect, test } from "vitest"
import { missing, useBrowser, write } from "../playground/phones.ts"
import { world } from "../world.ts"

describe.skipIf(missing)("an emergency on three phones, in a real browser", () => {
  const view = useBrowser()

  test("raised on one phone, it climbs as the clock is turned, and is taken on another", async () => {
    const w = await world()
    const { page, complaints, phone } = await view(w.playground)
    const operator = phone("operator")
    const press = (role: string, name: string) =>
      phone(role).getByRole("button", { name, exact: true }).last().click()
    const reads = (role: string, text: string) => phone(role).getByText(text).last().waitFor()
    for (const role of ["operator", "leader", "supervisor"])
      await phone(role).getByRole("tab", { name: "私聊" }).click()

    await write(operator, "应急")
    await press("operator", "舆情")
    await press("operator", "拿不准")
    await reads("operator", "🚨 已报告，编号 2026-1")

    await page.getByRole("button", { name: /\+1 小时/ }).click()
    await reads("leader", "⏳ 还没有人接手")
    await reads("supervisor", "⏳ 还没有人接手")
    await press("leader", "我来处理")
    await reads("operator", "🙋 李国强接手了")

    expect(complaints).toEqual([])
    await page.close()
  })
})
