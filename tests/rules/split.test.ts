import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Body } from "../../rules/outgoing.ts"
import { beginningOf, joined, prefixed, split } from "../../rules/split.ts"

const texts = (body: Body, text: number, caption = 5): string[] =>
  split(body, { text, caption }).map((part) => part.text)

describe("a long text", () => {
  test("is cut at line ends", () => {
    expect(texts({ text: "第一行\n第二行\n第三行" }, 8)).toEqual(["第一行\n第二行", "第三行"])
    expect(texts({ text: "正好八个字的一行" }, 8)).toEqual(["正好八个字的一行"])
    expect(texts({ text: "正好八个字的一行\n又" }, 8)).toEqual(["正好八个字的一行", "又"])
  })

  test("is cut rather between paragraphs than within one, unless that leaves a short piece", () => {
    expect(texts({ text: "一二三四五\n\n六\n七八九" }, 9)).toEqual(["一二三四五", "六\n七八九"])
    expect(texts({ text: "一\n\n二三四五\n六七八九" }, 9)).toEqual(["一\n\n二三四五", "六七八九"])
  })

  test("without line ends is cut between signs, never inside one", () => {
    expect(texts({ text: "没有换行的长文本" }, 3)).toEqual(["没有换", "行的长", "文本"])
    expect(texts({ text: "一二👨‍👩‍👧三" }, 8)).toEqual(["一二", "👨‍👩‍👧", "三"])
    expect(texts({ text: "ab😀c" }, 3)).toEqual(["ab", "😀c"])
    const family = "👨‍👩‍👧‍👦".repeat(2)
    expect(texts({ text: family }, 4).join("")).toBe(family)
  })

  test("has its buttons, file and question at the end alone", () => {
    const buttons = [[{ label: "知道了", press: "ok" }]]
    expect(split({ text: "一\n二", buttons, ask: true }, { text: 1, caption: 1 })).toEqual([
      { text: "一" },
      { text: "二", buttons, ask: true },
    ])
    const file = { name: "台账.xlsx", base64: "AA==" }
    expect(split({ text: "一二三四五六", file, buttons }, { text: 4, caption: 5 })).toEqual([
      { text: "一二三四" },
      { text: "五六" },
      { text: "", file, buttons },
    ])
    expect(split({ text: "一二三", file }, { text: 4, caption: 5 })).toEqual([{ text: "一二三", file }])
  })

  test("keeps people's mentions whole, and in their place", () => {
    const mentions = [
      { offset: 0, length: 2, user: "telegram:1" },
      { offset: 5, length: 2, user: "telegram:2" },
    ]
    expect(split({ text: "李静你好呀王芳你好", mentions }, { text: 6, caption: 1 })).toEqual([
      { text: "李静你好呀", mentions: [{ offset: 0, length: 2, user: "telegram:1" }] },
      { text: "王芳你好", mentions: [{ offset: 0, length: 2, user: "telegram:2" }] },
    ])
  })

  test("never gives an empty message", () => {
    expect(texts({ text: "一\n\n\n\n\n\n二" }, 1)).toEqual(["一", "二"])
    expect(texts({ text: "" }, 2)).toEqual([""])
  })

  test("loses nothing but line ends, and no part is too long or broken", () => {
    const text = fc.string({ unit: fc.constantFrom("字", "a", "\n", "😀", "👨‍👩‍👧", "é", " "), maxLength: 80 })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, longest) => {
        const parts = texts({ text: whole }, longest)
        expect(parts.join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""))
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(longest)
          expect(part).not.toMatch(/\p{Surrogate}/u)
        }
      }),
    )
  })
})

test("what is said before a body moves its mentions along", () => {
  const mentions = [{ offset: 0, length: 2, user: "telegram:1" }]
  expect(prefixed("（可能重复）\n", { text: "李静", mentions })).toEqual({
    text: "（可能重复）\n李静",
    mentions: [{ offset: 7, length: 2, user: "telegram:1" }],
  })
})

test("two bodies follow each other with their mentions", () => {
  const one = { text: "李静", mentions: [{ offset: 0, length: 2, user: "telegram:1" }] }
  expect(joined(one, one)).toEqual({
    text: "李静\n\n李静",
    mentions: [
      { offset: 0, length: 2, user: "telegram:1" },
      { offset: 4, length: 2, user: "telegram:1" },
    ],
  })
  expect(joined({ text: "甲" }, { text: "乙" })).toEqual({ text: "甲\n\n乙" })
})

test("the beginning of a text is one line, whole signs only", () => {
  expect(beginningOf("短")).toBe("短")
  expect(beginningOf("第一行\n第二行", 5)).toBe("第一行 第…")
  expect(beginningOf("一二三四👨‍👩‍👧", 5)).toBe("一二三四…")
})
