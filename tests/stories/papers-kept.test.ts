import { describe, expect, test } from "vitest"
import { under } from "../books.ts"
import { world, zhang } from "../world.ts"

const SCHOOL = "示例县教育局"

describe("a unit's papers and contacts", () => {
  test("keep a contact at the publicity department and one at the cyberspace office (LZ-14)", async () => {
    const w = await world()
    await under(w, SCHOOL, "longzihu")
    for (const [contact, who] of [
      ["宣传部门", "县委宣传部新闻科"],
      ["网信部门", "县委网信办"],
    ] as const) {
      await w.say(zhang, `/papers ${SCHOOL}`)
      await w.press(zhang, `✗ ${contact}`)
      await w.say(zhang, who)
      expect(w.said().at(-1)?.text).toContain(`✓ ${contact}（2026年3月2日，${who}）`)
    }
  })

  test("under Xuancheng are a security policy, an emergency plan, and whether it has a logo of its own (XC-28, XC-38c)", async () => {
    const w = await world()
    await under(w, SCHOOL, "xuancheng")
    await w.say(zhang, `/papers ${SCHOOL}`)
    const { text } = w.only(zhang)
    expect(text).toContain(
      "▪ 制度和预案 0/2\n✗ 安全策略\n✗ 应急预案\n依据 《宣城市“一网双微一通”建设通知》五（四）",
    )
    expect(text).toContain("✗ 自有标识")
    for (const line of ["安全策略", "自有标识"]) {
      await w.press(zhang, `✗ ${line}`)
      await w.press(zhang, "跳过")
    }
    const after = w.said().at(-1)?.text
    expect(after).toContain("▪ 制度和预案 1/2\n✓ 安全策略（2026年3月2日）\n✗ 应急预案")
    expect(after).toContain("✓ 自有标识（2026年3月2日）")
  })
})

test("the list of services is gone through once a year, shown by its link (JX-19b)", async () => {
  const w = await world({ at: Date.UTC(2026, 0, 5, 2) })
  await under(w, SCHOOL, "jiangxi")
  await w.say(zhang, "/due")
  expect(w.said().at(-1)?.text).toContain(
    `公开并核对服务事项清单：${SCHOOL}，还剩 360 天，12月31日（周四）24:00 前`,
  )
  await w.turnTo("2026-12-01", "12:00")
  expect(w.said().some(({ to, text }) => to === zhang && text.includes("🟡 公开并核对服务事项清单"))).toBe(
    true,
  )
  await w.say(zhang, "/done 公开并核对服务事项清单 今天 核对过了")
  expect(w.said().at(-1)?.text).toContain("链接")
  await w.say(zhang, "https://www.example.gov.cn/services")
  expect(w.said().at(-1)?.text).toContain("已按时办结")
})
