import { beforeEach, describe, expect, test } from "vitest"
import { Doubtful, Gone, Refused } from "../../bot/messenger.ts"
import type { Message } from "../../rules/outbox.ts"
import { minutes, seconds } from "../../rules/time.ts"
import { GROUP, type Office, useOffice } from "./office.ts"

const { now } = useOffice()
let office: Office
beforeEach(() => {
  office = now()
})

describe("a card", () => {
  const card = (text: string, more: Partial<Message> = {}): Promise<unknown> =>
    office.say(text, { body: { text, buttons: [[{ label: "认领", press: "claim 1" }]] }, ...more })

  test("that changes is edited, not sent again", async () => {
    await card("待认领", { key: "card" })
    await office.settle()
    await card("李静已认领", { edits: "card" })
    await office.settle()
    expect(office.paper.letters.map(({ edited, messageId }) => [edited, messageId])).toEqual([
      [false, "101"],
      [true, "101"],
    ])
  })

  test("that is gone is sent anew, and edited there from then on", async () => {
    await card("待认领", { key: "card" })
    await office.settle()
    office.paper.faults.push(new Gone("message to edit not found"))
    await card("李静已认领", { edits: "card" })
    await office.settle()
    await card("已办结", { edits: "card" })
    await office.settle()
    expect(office.paper.letters.map(({ text, edited }) => [text, edited])).toEqual([
      ["待认领", false],
      ["李静已认领", false],
      ["已办结", true],
    ])
    expect(office.paper.letters[2]?.messageId).toBe(office.paper.letters[1]?.messageId)
  })

  test("whose edit got no answer is edited again, unmarked", async () => {
    await card("待认领", { key: "card" })
    await office.settle()
    office.paper.faults.push(new Doubtful("timeout"), new Doubtful("timeout"))
    await card("李静已认领", { edits: "card" })
    for (let times = 0; times < 3; times++) await office.after(minutes(1))
    expect(office.paper.letters.map(({ text }) => text)).toEqual([
      "待认领",
      ...Array<unknown>(3).fill("李静已认领"),
    ])
  })

  test("is not edited before it has arrived", async () => {
    office.paper.faults.push(new Doubtful("timeout"))
    await card("待认领", { key: "card" })
    await office.settle()
    await card("李静已认领", { edits: "card", lane: "emergency" })
    await office.settle()
    await office.after(seconds(1))
    expect(office.paper.letters.map(({ text, edited }) => [text, edited])).toEqual([
      ["待认领", false],
      ["（可能重复）\n待认领", false],
      ["李静已认领", true],
    ])
  })

  test("that grew longer than one message is sent anew in parts", async () => {
    await card("短", { key: "card" })
    await office.settle()
    await card("长".repeat(300), { edits: "card" })
    await office.settle()
    expect(office.paper.letters.slice(1).map(({ edited }) => edited)).toEqual([false, false])
  })
})

describe("long and many texts", () => {
  test("a text longer than a message leaves in parts, in order, with the buttons at the end", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `第${index}行：${"字".repeat(10)}`)
    const buttons = [[{ label: "知道了", press: "ok" }]]
    await office.say("", { body: { text: lines.join("\n"), buttons }, replyTo: "9", key: "long" })
    await office.say("之后")
    await office.settle()
    const parts = office.paper.letters.slice(0, -1)
    expect(parts.map(({ text }) => text).join("\n")).toBe(lines.join("\n"))
    expect(parts.map(({ body }) => body.buttons !== undefined)).toEqual([
      ...Array<unknown>(parts.length - 1).fill(false),
      true,
    ])
    expect(parts.map(({ to }) => to.replyTo)).toEqual(["9", ...Array<unknown>(parts.length - 1).fill(null)])
    expect(office.paper.letters.at(-1)?.text).toBe("之后")
    expect((await office.desk.outbox()).find(({ id }) => id === "long")?.messageId).toBe(
      parts.at(-1)?.messageId,
    )
  })

  test("only the part that got no answer is repeated", async () => {
    office.paper.faults.push(null, new Doubtful("timeout"))
    await office.say(`${"甲".repeat(150)}\n${"乙".repeat(150)}\n${"丙".repeat(150)}`)
    await office.settle()
    await office.after(seconds(1))
    expect(office.paper.letters.map(({ text }) => text.replace(/(.)\1+/u, "$1"))).toEqual([
      "甲",
      "乙",
      "（可能重复）\n乙",
      "丙",
    ])
  })

  test("notices that wait for the same chat share one message", async () => {
    await office.sender.stop()
    await office.say("甲到期", { lane: "notice" })
    await office.say("乙到期", { lane: "notice" })
    await office.say("丙待认领", {
      lane: "notice",
      body: { text: "丙待认领", buttons: [[{ label: "认领", press: "c" }]] },
    })
    await office.say("丁到期", { lane: "notice" })
    await office.say("戊到期", { lane: "notice", to: { kind: "chat", id: GROUP, topic: "5" } })
    await office.restart()
    expect(office.paper.letters.map(({ text }) => text)).toEqual([
      "甲到期\n\n乙到期",
      "丙待认领",
      "丁到期",
      "戊到期",
    ])
    expect(await office.states()).toEqual(Array<unknown>(5).fill("sent"))
  })

  test("many notices at once never make a message that is too long", async () => {
    await office.sender.stop()
    for (let count = 0; count < 12; count++) await office.say(`${count}`.padEnd(45, "警"), { lane: "notice" })
    await office.restart()
    expect(office.paper.letters.every(({ text }) => text.length <= 200)).toBe(true)
    expect(
      office.paper.letters
        .map(({ text }) => text)
        .join("\n\n")
        .split("\n\n"),
    ).toHaveLength(12)
    expect(office.paper.letters).toHaveLength(3)
  })

  test("what shared a message shares its repeat, and goes alone when that is refused", async () => {
    await office.sender.stop()
    office.paper.faults.push(new Doubtful("timeout"), new Refused("bad request"))
    await office.say("甲", { lane: "notice" })
    await office.say("乙", { lane: "notice" })
    await office.restart()
    await office.say("丙", { lane: "notice" })
    await office.after(seconds(1))
    expect(office.paper.letters.map(({ text }) => text)).toEqual([
      "甲\n\n乙",
      "（可能重复）\n甲",
      "（可能重复）\n乙",
      "丙",
    ])
  })

  test("when a shared message is refused, each goes alone", async () => {
    await office.sender.stop()
    office.paper.faults.push(new Refused("bad request"))
    await office.say("甲", { lane: "notice" })
    await office.say("乙", { lane: "notice" })
    await office.restart()
    expect(office.paper.letters.map(({ text }) => text)).toEqual(["甲", "乙"])
  })
})
