import { describe, expect, test } from "vitest"
import { missing, useBrowser, write } from "../playground/phones.ts"
import { world } from "../world.ts"

/** Where the picture of the README goes, when it is asked for. */
const PICTURE = process.env["PICTURE"]

describe.skipIf(missing)("a county's day on three phones, in a real browser", () => {
  const view = useBrowser()

  test("register by buttons, post, turn the clock, read the digest, and see the leader being told", async () => {
    const w = await world()
    const { page, complaints, phone } = await view(w.playground)
    const operator = phone("operator")
    const press = (name: string) => operator.getByRole("button", { name, exact: true }).last().click()
    const reads = (role: string, text: string) => phone(role).getByText(text).last().waitFor()
    const privately = (role: string) => phone(role).getByRole("tab", { name: "私聊" }).click()
    for (const role of ["operator", "leader", "supervisor"]) await privately(role)

    await write(operator, "/register")
    await press("示例县教育局")
    await press("抖音")
    await reads("operator", "账号叫什么名称")
    await write(operator, "示例县教育")
    await reads("operator", "账号主页的链接")
    await press("跳过")
    await reads("operator", "认证信息怎么写")
    await press("跳过")
    await reads("operator", "哪天开通的")
    await press("跳过")
    await press("是")
    await press("本单位人员")
    await reads("operator", "密码由谁保管")
    await press("跳过")
    await reads("operator", "由谁编辑发布")
    await press("跳过")
    await reads("operator", "最近一次更新是哪天")
    await press("跳过")
    await reads("operator", "✅ 已登记：示例县教育局的抖音“示例县教育”")

    await write(operator, "https://weibo.com/1000000001/PxYz")
    await press("微博“示例县发布”")
    await press("选好了（1 个）")
    await reads("operator", "下次更新不晚于 3月16日（周一）（还有 14 天）")

    await page.getByRole("button", { name: /\+12/ }).click()
    await reads("operator", "【每日提醒】3月13日（周五）")
    await page.getByRole("button", { name: /\+1 天/ }).click()
    await page.getByText("3月15日").first().waitFor()
    await page.getByRole("button", { name: /\+1 天/ }).click()
    await page.getByText("3月16日").first().waitFor()
    await page.getByRole("button", { name: /\+1 天/ }).click()
    await reads("leader", "示例县人民政府办公室的微博“示例县发布”")
    await reads("supervisor", "所辖账号新增未达标")

    expect(complaints).toEqual([])
    if (PICTURE !== undefined) {
      await operator.getByRole("tab", { name: /工作群/ }).click()
      await operator.locator(".toast.shown").waitFor({ state: "detached" })
      await page.setViewportSize({ width: 1280, height: 860 })
      await page.screenshot({ path: PICTURE })
    }
    await page.close()
  })
})
