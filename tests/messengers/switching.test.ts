import { expect, test } from "vitest"
import type { Settings } from "../../bot/settings.ts"
import { setUp } from "../../bot/county.ts"
import { freshFolder } from "../storage/folder.ts"
import { world, zhang } from "../world.ts"
import { chosen } from "./libraries.ts"

const OTHER = { grammy: "telegraf", telegraf: "grammy" } as const

test("a data folder goes on with the other library: the same people, the same updates, the same cards", async () => {
  const settings: { MESSENGER: Settings["MESSENGER"] } = { MESSENGER: chosen }
  const { path: folder } = await freshFolder()
  const w = await world({ folder, settings, prepare: setUp })
  await w.say(zhang, "/post")
  expect(w.only(zhang).buttons.length).toBeGreaterThan(0)
  await w.restart("2026-03-02", "10:01")
  w.said()
  settings.MESSENGER = OTHER[chosen]
  await w.restart("2026-03-02", "10:05")
  w.playground.repeatUpdates(1)
  await w.say(zhang, "/me")
  expect(w.only(zhang).text).toContain("张敏")
  await w.press(zhang, "取消")
  expect(w.said()).toHaveLength(1)
})
