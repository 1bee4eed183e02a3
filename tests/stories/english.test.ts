import { expect, test } from "vitest"
import { commands } from "../../commands/index.ts"
import { languages } from "../../text/index.ts"
import { bookOf } from "../rules/books.ts"
import { li, world, zhang } from "../world.ts"

const english = { settings: { LANGUAGE: "en" } } as const

test("in English everything is English, but for names", async () => {
  const w = await world(english)
  await w.say(zhang, "/post 抖音 https://douyin.com/1 yesterday 16:00 repost")
  expect(w.only(zhang)).toMatchObject({
    text: "✅ Reported: Douyin “示例县发布”\nSun 1 Mar, 16:00, repost\nNext post by Sun 15 Mar (13 days)",
    buttons: ["It was original", "Correct time or link", "Undo"],
  })
  await w.turnTo("2026-03-16", "12:00")
  const names = /示例[县市][^\s”]*|张敏|检查指标单项否决（国办秘函〔2019〕19号）/g
  for (const { text } of w.said()) expect(text.replace(names, "")).not.toMatch(/\p{Script=Han}/u)
})

test("a reminder is explained in English, and so is an account", async () => {
  const w = await world(english)
  await w.say(zhang, "/why 抖音")
  expect(w.only(zhang).text.split("\n").slice(2, 5)).toEqual([
    "",
    "▪ “The national floor for government new media” 检查指标单项否决（国办秘函〔2019〕19号）: every 14 days",
    "  At least one update in any 14 days; without it an inspection fails whatever else is good",
  ])
  await w.say(zhang, "/account 抖音")
  expect(w.only(zhang).text).toContain(
    "· “The national floor for government new media” 检查指标单项否决（国办秘函〔2019〕19号）: At least one update in any 14 days",
  )
})

test("a rulebook is chosen by its title in either language, and called by the English one", async () => {
  const w = await world(english)
  for (const title of ["陕西省交通运输系统政务新媒体管理办法", "Shaanxi"]) {
    await w.say(zhang, `/setunit 示例县教育局 rulebooks ${title}`)
    expect(w.only(zhang).text).toBe(
      "“示例县教育局”, rulebooks: now Shaanxi transport system, trial measures for government new media",
    )
  }
})

test("a rulebook without English is quoted in Chinese", async () => {
  const w = await world(english)
  const book = { ...bookOf("own", "kind: quota, atLeast: every 7 days"), title: "示例县规定" }
  await w.look(({ tables }) => tables.rulebooks.put({ id: "own", book }))
  await w.say(zhang, "/setunit 示例县人民政府办公室 rulebooks 示例县规定")
  w.said()
  await w.say(zhang, "/why 抖音")
  expect(w.only(zhang).text).toContain("▪ “示例县规定” 第一条: every 7 days\n  一条规则\n")
})

test("the leader reads of a missed quota in English", async () => {
  const w = await world(english)
  await w.turnTo("2026-03-16", "12:00")
  const told = w.said().filter(({ to }) => to === li)
  expect(told.map(({ text }) => text.split("\n").slice(0, 2))).toEqual([
    [
      "[Quota missed] 示例县教育局, Weibo “示例县教育”",
      "From Sat 28 Feb to Fri 13 Mar: 1 needed, 0 posted (last post 27 Feb).",
    ],
  ])
})

test("every command says what it is and what it asks, in every language", () => {
  for (const text of Object.values(languages))
    for (const { name, words, fields, hidden } of commands) {
      const said = words(text)
      expect(said.title, name).not.toBe("")
      expect(Object.keys(said.fields).sort(), name).toEqual(
        expect.arrayContaining(Object.keys(fields).sort()),
      )
      for (const [field, { label, ask, example }] of Object.entries(said.fields))
        expect(
          // What is only ever pressed needs no example.
          [label, ask, hidden || fields[field]?.silent ? "-" : example].every((word) => word !== ""),
          `${name} ${field}`,
        ).toBe(true)
    }
})

test("no two commands answer to the same word, and the menu fits the messenger", () => {
  for (const text of Object.values(languages)) {
    const words = commands
      .filter(({ hidden }) => !hidden)
      .flatMap((command) => [
        command.name,
        ...command.words(text).aliases.map((alias) => alias.toLowerCase()),
      ])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  }
  for (const { name } of commands) expect(name).toMatch(/^[a-z0-9_]{1,32}$/)
  expect(commands.filter(({ hidden, unlisted }) => !hidden && !unlisted).length).toBeLessThanOrEqual(100)
})
