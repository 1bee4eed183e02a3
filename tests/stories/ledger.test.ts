import { describe, expect, test } from "vitest"
import { group, li, world, zhang } from "../world.ts"

const HEADING = "序号,账号名称,平台,主办单位,密码保管人"
const csv = (...rows: readonly string[]) => Buffer.from([HEADING, ...rows].join("\r\n"))
const NEW = ["1,示例县教育,快手,示例县教育局,张敏", "2,示例县教育,微信视频号,示例县教育局,周静"]

const known = async (w: Awaited<ReturnType<typeof world>>) =>
  (await w.look(({ tables }) => tables.accounts.all())).length

describe("the office's ledger", () => {
  test("is sent, looked at, taken in with one press, and taken back with another", async () => {
    const w = await world()
    await w.send(zhang, "台账.csv", csv(...NEW))
    const card = w.only(zhang)
    expect(card.text).toContain("台账预览：新增 2 个，修改 0 个，不变 0 个。")
    expect(card.text).toContain("另有 5 个账号不在台账里，不作改动。")
    expect(card.buttons).toEqual(["导入 2 个新增", "取消"])
    expect(await known(w)).toBe(5)
    await w.press(zhang, "导入 2 个新增")
    expect(w.only(zhang).text).toBe("✅ 已导入：2 个新增。24 小时内可以撤销。")
    expect(await known(w)).toBe(7)
    await w.press(zhang, "撤销导入")
    expect(w.only(zhang).text).toBe("↩️ 已撤销导入：2 个账号恢复原样。")
    expect(await known(w)).toBe(5)
  })

  test("with a mistake in it changes nothing, and says which cells to put right", async () => {
    const w = await world()
    await w.send(
      zhang,
      "台账.csv",
      csv(...NEW, "3,示例县教育,脸书,示例县教育局,", "4,示例县体育,微博,示例县体育局,"),
    )
    expect(w.only(zhang).text.split("\n").slice(0, 3)).toEqual([
      "台账有 2 处要改，没有导入任何内容：",
      expect.stringContaining("• C4 平台“脸书”无法识别，请写：微博、") as string,
      "• D5 主办单位“示例县体育局”不在单位名单里，请写单位全称，或先添加这个单位",
    ])
    expect(await known(w)).toBe(5)
  })

  test("is given out as a file, which changed in one cell changes one thing", async () => {
    const w = await world()
    await w.say(zhang, "/export 示例县人民政府办公室 CSV（.csv）")
    expect(w.only(zhang).text).toBe(
      "示例县人民政府办公室的账号台账，共 5 个账号（含已停用的）。改好后直接发回给我，就能导入。",
    )
    const shown = w.playground.transcript({ chat: zhang }).at(-1)?.file
    const file = w.playground.file(shown?.id ?? "")
    expect(file?.name).toBe("账号台账-2026-03-02.csv")
    const text = Buffer.from(file?.bytes ?? []).toString()
    await w.send(zhang, "台账.csv", Buffer.from(text))
    expect(w.only(zhang).text).toBe("台账里的 5 个账号都和现有资料一致，没有要改的。")
    await w.send(
      zhang,
      "台账.csv",
      Buffer.from(text.replace("https://weibo.com/u/1000000001", "https://weibo.com/u/7")),
    )
    expect(w.only(zhang).text).toContain("账号链接：https://weibo.com/u/1000000001 → https://weibo.com/u/7")
    await w.press(zhang, "导入 1 个修改")
    await w.say(zhang, "/account 微博示例县发布")
    expect(w.said().at(-1)?.text).toContain("链接：https://weibo.com/u/7")
  })

  test("too large a file is refused in the office's own words", async () => {
    const w = await world()
    await w.send(zhang, "台账.xlsx", 20_000_001)
    expect(w.only(zhang).text).toBe("文件超过 20 MB。请只保留台账工作表、删去图片后再发送。")
  })

  test("is not taken from somebody without the right", async () => {
    const w = await world()
    await w.send(li, "台账.csv", csv(...NEW))
    expect(w.only(li).text).toBe("您没有导入台账的权限。需要时请联系本单位管理员。")
  })

  test("is not taken from a group", async () => {
    const w = await world()
    w.playground.say({ who: zhang, chat: group, file: { name: "台账.csv", content: csv(...NEW) } })
    await w.playground.settled()
    w.silence()
    await w.say(zhang, "/import", { in: group })
    expect(w.only(group).text).toBe("这个指令请在与我的私聊里使用。")
  })

  test("that the rules refuse in part waits for the leader in charge, and is then taken in whole", async () => {
    const w = await world()
    await w.send(zhang, "台账.csv", csv(...NEW, "3,示例县教育资讯,微博,示例县教育局,"))
    expect(w.only(zhang).buttons).toEqual(["导入，报请分管领导同意", "取消"])
    await w.press(zhang, "导入，报请分管领导同意")
    expect(w.heard().map(([to]) => to)).toEqual([zhang, li])
    expect(await known(w)).toBe(5)
    await w.press(li, "写明理由并同意")
    await w.say(li, "历史账号，年内整合")
    expect(await known(w)).toBe(8)
    expect(w.said().filter(({ to }) => to === zhang)).toMatchObject([
      {
        text: "✅ 李国强同意了：台账“台账.csv”已导入（3 个新增）。理由：历史账号，年内整合",
        buttons: ["撤销导入"],
      },
    ])
  })

  test.each([
    ["照片.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), "这不是表格文件。"],
    ["台账.xlsx", Buffer.from("PK\u0003\u0004 torn"), "无法读取"],
    ["空.csv", Buffer.alloc(0), "文件里没有内容。"],
  ])("as %s is no ledger, and is refused with what to do", async (name, bytes, told) => {
    const w = await world()
    await w.send(zhang, name, bytes)
    expect(w.only(zhang).text).toContain(told)
    expect(await known(w)).toBe(5)
  })
})
