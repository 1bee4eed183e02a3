import { writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { setUpStages } from "../../bot/stages.ts"
import { group, wang, world } from "../world.ts"

/** Where the picture of the README goes, when it is asked for. */
const PICTURE = process.env["MATRIX_PICTURE"]

test("the playground's county has a past, so that an inspection and its picture show something at once", async () => {
  const w = await world({ prepare: setUpStages })
  await w.running.settle()
  expect(w.said().filter(({ to }) => to === wang || to === group)).toEqual([])

  await w.say(wang, "/inspect")
  const now = w.said().at(-1)?.text ?? ""
  expect(now).toContain("🔴 不合格 1 个，🟡 将不合格 3 个，🟢 合格 6 个，⚪ 不在检查之列 6 个")
  expect(now).toContain("检查发现 2026-1“评论区关闭，群众无法留言”：3月10日（周二）前整改，还剩 8 天")

  await w.say(wang, "/inspect 2026-02-16")
  expect(w.said().at(-1)?.text).toContain(
    "🔴 微博“示例县教育”（示例县教育局）\n　· 1月31日更新＋14天＝2月14日（周六）截止，已超 2 天",
  )

  await w.press(wang, "近期走势图")
  await w.say(wang, "/inspect")
  await w.press(wang, "近期走势图")
  const shown = w.playground.transcript({ chat: wang, as: wang }).at(-1)
  expect(shown?.text).toBe("示例市人民政府办公室 账号检查情况（2025年12月15日—2026年3月2日）")
  const bytes = w.playground.file(shown?.picture?.id ?? "")?.bytes ?? new Uint8Array()
  expect(bytes.length).toBeLessThan(200_000)
  if (PICTURE !== undefined) writeFileSync(PICTURE, bytes)
})
