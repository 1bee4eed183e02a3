import { beforeEach, expect, test } from "vitest"
import { Doubtful } from "../../bot/messenger.ts"
import { seconds } from "../../rules/time.ts"
import { type Office, useOffice } from "./office.ts"

const { now } = useOffice()
let office: Office
beforeEach(() => {
  office = now()
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
const picture = { svg: SVG, alt: "值班表" }

/** What has arrived: the text, and whether a picture stood above it. */
const arrived = (): string[] =>
  office.paper.letters.map(({ text, photo }) => {
    const isPng = Buffer.from(photo ?? []).toString("latin1", 1, 4) === "PNG"
    return `${isPng ? "[picture] " : ""}${text}`
  })

test("a picture is drawn when its message leaves, and kept no longer", async () => {
  await office.say("本周值班", { body: { text: "本周值班", picture } })
  await office.settle()
  expect(arrived()).toEqual(["[picture] 本周值班"])
  expect((await office.desk.outbox())[0]?.body).toEqual({ text: "本周值班" })
})

test("a picture that cannot be drawn is reported, and its text goes alone", async () => {
  const buttons = [[{ label: "下周", press: "roster week=2" }]]
  await office.say("", { body: { text: "本周值班", buttons, picture: { ...picture, svg: "no drawing" } } })
  await office.say("", { body: { text: "", picture: { ...picture, svg: "<svg" } } })
  await office.settle()
  expect(arrived()).toEqual(["本周值班", "值班表"])
  expect(office.paper.letters[0]?.body.buttons).toEqual(buttons)
  expect(office.desk.faults.map((fault) => fault.split(":")[0])).toEqual([
    "picture of id-1",
    "picture of id-2",
  ])
})

test("what has no room under a picture is said before it; the buttons stay with it", async () => {
  const buttons = [[{ label: "下周", press: "roster week=2" }]]
  const text = "值班员：".padEnd(60, "王芳、")
  await office.say("", { body: { text, buttons, picture } })
  await office.settle()
  expect(arrived()).toEqual([text, "[picture] "])
  expect(office.paper.letters.map(({ body }) => body.buttons)).toEqual([undefined, buttons])
})

test("a picture whose answer was lost comes once more, and says so", async () => {
  office.paper.faults.push(new Doubtful("no answer"))
  await office.say("", { body: { text: "本周值班", picture } })
  await office.settle()
  await office.after(seconds(60))
  expect(arrived()).toEqual(["[picture] 本周值班", "[picture] （可能重复）\n本周值班"])
})

test("notices do not share a message with a picture", async () => {
  for (const body of [{ text: "一" }, { text: "二", picture }, { text: "三" }])
    await office.say("", { lane: "notice", body })
  await office.settle()
  await office.after(seconds(10))
  expect(arrived()).toEqual(["一", "[picture] 二", "三"])
})
