import { beforeEach, describe, expect, test } from "vitest"
import type { Unit } from "../../rules/unit.ts"
import { Counter } from "./counter.ts"
import { csv, LEDGER } from "./forms.ts"

let counter: Counter
let transport: Unit

beforeEach(async () => {
  counter = await Counter.open()
  transport = await counter.unit("示例县交通运输局")
  await counter.unit("示例镇", transport)
  await counter.person("张敏", transport, "administrator", "publisher")
  await counter.person("李国强", transport, "leader")
  const town = await counter.do(async ({ tables }) => (await tables.units.where("name", "示例镇"))[0])
  if (town) await counter.person("王芳", town, "leader")
})

const send = (lines: readonly string[], who = "张敏") => counter.say(who, "", csv(lines))

/** Takes the ledger in. */
const take = async (lines: readonly string[], added: number, changed = 0) => {
  await send(lines)
  const parts = [added > 0 ? `${added} 个新增` : "", changed > 0 ? `${changed} 个修改` : ""]
  await counter.press("张敏", `导入 ${parts.filter((part) => part !== "").join("、")}`)
  counter.heard()
}

describe("giving a ledger out", () => {
  const exported = async (text: string) => {
    await counter.say("张敏", text)
    const { file } = counter.only("张敏")
    return { name: file?.name ?? "", bytes: Buffer.from(file?.base64 ?? "", "base64") }
  }

  test.each(["xlsx", "csv"])(
    "as .%s: what was given out and taken in again is given out the same",
    async (format) => {
      await take(LEDGER, 3)
      await counter.say("张敏", "/retire 示例镇 合并")
      await counter.press("张敏", "停用微信订阅号“示例镇”")
      counter.heard()
      const first = await exported(`/export 示例县交通运输局 ${format === "csv" ? "CSV（.csv）" : ""}`)
      expect(first.name).toBe(`账号台账-2026-03-02.${format}`)
      await counter.say("张敏", "", first)
      expect(counter.only("张敏").text).toBe("台账里的 3 个账号都和现有资料一致，没有要改的。")
      counter = await Counter.open()
      transport = await counter.unit("示例县交通运输局")
      await counter.unit("示例镇", transport)
      await counter.person("张敏", transport, "administrator", "leader")
      await counter.person("王芳", transport, "leader")
      await counter.say("张敏", "", first)
      await counter.press("张敏", "导入 3 个新增")
      counter.heard()
      const second = await exported(`/export 示例县交通运输局 ${format === "csv" ? "CSV（.csv）" : ""}`)
      expect(second.bytes.equals(first.bytes)).toBe(true)
    },
  )

  test("of one unit holds no other's accounts", async () => {
    await take(LEDGER, 3)
    expect((await exported("/export 示例镇 CSV（.csv）")).bytes.toString()).not.toContain("交通")
  })

  test("only in private, and only of what one may see", async () => {
    await take(LEDGER, 3)
    await counter.say("王芳", "/export")
    const { file, text } = counter.only("王芳")
    expect(text).toBe("示例镇的账号台账，共 1 个账号（含已停用的）。改好后直接发回给我，就能导入。")
    expect(file?.name).toBe("账号台账-2026-03-02.xlsx")
  })
})
