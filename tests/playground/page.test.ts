import { describe, expect, test } from "vitest"
import { group, leader, officer, open, operator } from "./county.ts"
import { county, missing, startEcho, useBrowser, write } from "./phones.ts"

describe.skipIf(missing)("the page", () => {
  const view = useBrowser()

  test("shows three people in the same group, live", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, complaints, phone } = await view(playground)
    await write(phone("operator"), "/card")
    for (const role of ["operator", "leader", "supervisor"]) {
      await phone(role).getByText("请选择").waitFor()
    }
    expect(await phone("operator").locator(".mention.mine").textContent()).toBe("@liming")
    expect(await phone("leader").locator(".mention.mine").count()).toBe(0)
    await phone("operator").getByRole("button", { name: "签到" }).click()
    await phone("operator").getByRole("status").getByText("签到成功").waitFor()
    await phone("leader").getByText("李明 已签到").waitFor()
    expect(await phone("leader").locator(".meta").last().textContent()).toContain("已编辑")
    expect(complaints).toEqual([])
    await page.close()
  })

  test("shows a refusal as a box, and opens links to the bot as the phone's owner", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, phone } = await view(playground)
    await write(phone("supervisor"), "/card")
    await phone("supervisor").getByRole("button", { name: "无权" }).click()
    await phone("supervisor").getByRole("alertdialog").getByText("您无权操作").waitFor()
    await phone("supervisor").getByRole("button", { name: "知道了" }).click()
    await phone("supervisor").getByRole("button", { name: "开始" }).click()
    await phone("supervisor").getByText("你好 code-1").waitFor()
    expect(playground.transcript({ chat: officer })).toMatchObject([
      { text: "/start code-1" },
      { text: "你好 code-1" },
    ])
    await page.close()
  })

  test("opens a reply where the bot asks for one, and only on the phone that is asked", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, phone } = await view(playground)
    await write(phone("operator"), "/ask")
    const field = phone("operator").getByPlaceholder("写一句原因")
    await field.waitFor()
    expect(await phone("leader").getByPlaceholder("写一句原因").count()).toBe(0)
    await field.fill("忘了")
    await field.press("Enter")
    await phone("leader").getByText("收到：忘了").waitFor()
    expect(playground.transcript({ chat: group }).find(({ text }) => text === "忘了")).toMatchObject({
      replyText: "原因是什么？",
    })
    await page.close()
  })

  test("offers the commands behind the slash, by keyboard alone", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, phone } = await view(playground)
    const field = phone("leader").getByRole("combobox")
    await field.focus()
    await page.keyboard.type("/")
    await phone("leader").getByRole("option").first().waitFor()
    expect(await phone("leader").getByRole("option").allTextContents()).toEqual([
      "/card出一张卡片",
      "/ask问一个问题",
    ])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await phone("leader").getByText("原因是什么？").first().waitFor()
    await page.close()
  })

  test("shows names and texts as they were typed, never as markup", async () => {
    const name = "<img src=x onerror=alert(1)>"
    const playground = await open({
      people: [{ id: operator, name, label: "<b>员</b>", phone: "operator", started: true }],
      groups: [{ id: group, title: "<i>群</i>", members: [operator] }],
    })
    playground.say({ who: operator, chat: group, text: "<script>alert(2)</script>\u202Eabc" })
    const { page, complaints, phone } = await view(playground)
    expect(await phone("operator").locator(".name").textContent()).toBe(name)
    expect(await phone("operator").locator(".text").textContent()).toBe("<script>alert(2)</script>\u202Eabc")
    expect(await page.locator("img, i i, .text script").count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  test("sends a file, and gives back the one that came", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, phone } = await view(playground)
    await phone("operator").getByRole("tab", { name: "私聊" }).click()
    const file = { name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") }
    await phone("operator").locator("input[type=file]").setInputFiles(file)
    const link = phone("operator").getByRole("link", { name: "下载 回执.txt" })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()])
    expect(download.suggestedFilename()).toBe("回执.txt")
    expect(playground.transcript({ chat: operator })[0]?.file).toMatchObject({ name: "台账.csv", size: 3 })
    await page.close()
  })

  test("counts what was not seen, and says who has blocked, left or moved", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, phone } = await view(playground)
    playground.say({ who: leader, text: "早" })
    await phone("leader").locator(".badge").getByText("1").waitFor()
    await phone("leader").getByRole("tab", { name: /私聊/ }).click()
    await phone("leader").getByText("收到：早").waitFor()
    expect(await phone("leader").locator(".badge").count()).toBe(0)
    await page.getByRole("button", { name: "幕后" }).click()
    const person = (name: string) => page.locator("#backstage .switches").filter({ hasText: name })
    await person("王芳").getByRole("button", { name: "拉黑机器人" }).click()
    await phone("leader").locator(".chip").getByText("已拉黑机器人").waitFor()
    await phone("leader").locator(".gate").getByRole("button", { name: "解除拉黑" }).click()
    await phone("leader").getByRole("combobox").waitFor()
    await person("赵强").getByRole("button", { name: "退群" }).click()
    await phone("supervisor").locator(".gate").getByText("您不在这个群里。").waitFor()
    await page.locator("#backstage").getByRole("button", { name: "升级为超级群" }).click()
    await phone("operator").getByText("“示例县群” 升级为超级群").waitFor()
    await page.close()
  })

  test("lets an administrator write in the group's name, and nobody else", async () => {
    const playground = await open(county)
    const { page, phone } = await view(playground)
    const mask = (role: string) => phone(role).getByRole("button", { name: "以群的名义匿名发言" })
    expect(await mask("operator").count()).toBe(0)
    await mask("leader").click()
    await write(phone("leader"), "请各位注意")
    await phone("operator").getByText("匿名管理员").waitFor()
    expect(playground.transcript({ chat: group })).toMatchObject([{ from: null, text: "请各位注意" }])
    await page.close()
  })

  test("turns the clock and shows what came of it", async () => {
    const playground = await open(county)
    await startEcho(playground)
    let due: number | null = playground.clock.now() + 26 * 3_600_000
    playground.watch({
      settle: () => {
        if (due === null || due > playground.clock.now()) return Promise.resolve()
        due = null
        playground.channelPost({ chat: group, text: "到点了" })
        return Promise.resolve()
      },
      nextDue: () => Promise.resolve(due),
      wake: () => undefined,
    })
    const { page, phone } = await view(playground)
    const date = page.locator("#bar .date")
    expect(await date.textContent()).toBe("2026年2月11日 星期三")
    await page.getByRole("button", { name: "到下一件事" }).click()
    await phone("operator").getByText("到点了").waitFor()
    expect([await date.textContent(), await page.locator("#bar .time").textContent()]).toEqual([
      "2026年2月12日 星期四",
      "11:00",
    ])
    await page.getByRole("button", { name: "+12 天" }).click()
    await date.getByText("2月24日 星期二").waitFor()
    await page.getByRole("button", { name: "Switch to English" }).click()
    await page.getByRole("button", { name: "+12 days" }).waitFor()
    expect(await date.textContent()).toBe("Tue 24 Feb 2026")
    await page.close()
  })

  test("fits a small screen: nothing runs out to the side, and one phone is seen at a time", async () => {
    const playground = await open(county)
    const { page } = await view(playground, 360)
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360)
    const inView = () => page.locator("#switcher [aria-current=true]").allTextContents()
    await page.locator("#switcher").getByText("主管单位").click()
    await page.locator("#switcher [aria-current=true]").getByText("主管单位").waitFor()
    expect((await inView()).length).toBe(1)
    await page.close()
  })

  test("stays with the newest message when the window becomes smaller", async () => {
    const playground = await open(county)
    await startEcho(playground)
    const { page, phone } = await view(playground)
    await phone("operator").getByRole("tab", { name: "私聊" }).click()
    for (let each = 1; each <= 12; each += 1)
      playground.say({ who: operator, text: `第 ${each} 条 ${"长".repeat(60)}` })
    await phone("operator").getByText("收到：第 12 条").waitFor()
    await phone("operator").getByRole("tab", { name: "示例县群" }).click()
    await phone("operator").getByRole("tab", { name: "私聊" }).click()
    await page.setViewportSize({ width: 1100, height: 600 })
    const below =
      "(() => { const { scrollHeight, scrollTop, clientHeight } = document.querySelector('#phone-operator .scroller'); return scrollHeight - scrollTop - clientHeight })()"
    await expect.poll(() => page.evaluate<number>(below)).toBeLessThan(2)
    await page.close()
  })

  test("runs nothing that is not its own", async () => {
    const playground = await open(county)
    const { page } = await view(playground)
    const policy = (await page.request.get(playground.url)).headers()["content-security-policy"]
    expect(policy).toContain("default-src 'self'")
    const loaded = await page.evaluate<string[]>(
      "performance.getEntriesByType('resource').map((one) => one.name)",
    )
    expect(loaded.length).toBeGreaterThan(10)
    expect(loaded.filter((address) => !address.startsWith(playground.url))).toEqual([])
    await page.close()
  })
})
