import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { openLog } from "../../bot/log.ts"
import * as units from "../../services/units.ts"
import * as watch from "../../services/watch.ts"
import { openFile } from "../../storage/file.ts"
import { takeIn } from "../messages.ts"
import { COUNTY } from "../office.ts"
import { group, MORNING, wang, type World, world, zhang } from "../world.ts"

/** What people put into a message without thinking; each with what must be found nowhere afterwards. */
const planted: readonly (readonly [text: string, trace: string])[] = [
  ["13800138001", "13800138001"],
  ["138 0013 8002", "0013 8002"],
  ["0912-6523457", "6523457"],
  ["610102199003077758", "610102199003077758"],
  ["李建国", "李建国"],
  ["业主王秀英反映停水", "王秀英"],
  ["欧阳先生", "欧阳"],
  ["姓名：周杰", "周杰"],
  ["幸福小区3号楼2单元501室", "幸福小区"],
  ["和平路128号", "和平路"],
  ["微信号 wx_98765", "wx_98765"],
  ["zhangsan@example.org", "zhangsan"],
  ["https://example.org/m?tel=13800138003", "13800138003"],
  ["https://example.org/m?name=%E6%9D%8E%E5%BB%BA%E5%9B%BD", "%E6%9D%8E"],
]

type Way = (w: World, text: string) => Promise<unknown>

const ways: Readonly<Record<string, Way>> = {
  "in one line": (w, text) => w.say(zhang, `/message 微博示例县发布 供水 今天 ${text}`),
  "by the name of the command": (w, text) => w.say(zhang, `登记留言 微博示例县发布 ${text}`),
  "in the group": (w, text) => w.say(zhang, `/message@zhishou_bot 微博示例县发布 ${text}`, { in: group }),
  "as the topic that is asked for": async (w, text) => {
    await w.say(zhang, "/message 微博示例县发布")
    await w.say(zhang, text)
    await w.say(zhang, "/cancel")
  },
  "as the name of a department": (w, text) => w.say(zhang, `/refer M2026-1 ${text}`),
  "as the reason of another day": (w, text) => w.say(zhang, `/promise M2026-1 2026-03-20\n理由：${text}`),
  "as an answer": async (w, text) => {
    await w.say(zhang, "/reply M2026-1")
    await w.say(zhang, text)
    await w.say(zhang, "/cancel")
  },
  "as the reason why it is opened again": (w, text) => w.say(zhang, `/reopen M2026-2 ${text}`),
}

const filesIn = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return (
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")))
  ).join("\n")
}

test("who wrote to the office is written down nowhere, in whatever way it is told (LZ-42) (JX-45)", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-personal-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const lines: string[] = []
  const log = openLog({ level: "trace", secrets: [], write: (line) => lines.push(line) })
  const fatal = (fault: Error): void => void lines.push(String(fault))
  const open = () => openFile({ folder, now: () => MORNING, notice: (line) => lines.push(line), fatal })
  const w = await world({ given: { open, log } })
  w.playground.promote({ by: wang, chat: group, admin: true })
  await w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    await units.change(turn, county?.id ?? "", { rulebooks: ["longzihu", "jiangxi"] })
    await watch.below(turn, county?.id ?? "")
  })
  await takeIn(w)
  await w.press(zhang, "本单位办")
  const before = await w.look(({ tables }) => tables.cases.all())
  const deleted = () => w.playground.doings().filter(({ kind }) => kind === "deleted").length
  for (const [at, [text]] of planted.entries())
    for (const [nth, [name, way]] of Object.entries(ways).entries()) {
      if ((at + nth) % 3 !== 0) continue
      const gone = deleted()
      await way(w, text)
      expect(deleted(), `${name}: ${text}`).toBeGreaterThan(gone)
    }
  expect(await w.look(({ tables }) => tables.cases.all())).toEqual(before)
  const said = w.said().map(({ text }) => text)
  expect(
    said.filter((text) => text.includes("像是写有公众的个人信息，已经删除，没有保存")).length,
  ).toBeGreaterThan(planted.length)
  await w.running.stop()
  const written = await filesIn(folder)
  expect(written).toContain('"why":"personal"')
  const everything = [written, lines.join("\n"), said.join("\n")].join("\n")
  expect(planted.filter(([, trace]) => everything.includes(trace))).toEqual([])
})
