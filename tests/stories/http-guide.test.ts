import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import * as people from "../../services/people.ts"
import { SERVED, tokenFor } from "../api.ts"
import { COUNTY } from "../office.ts"
import { world, zhang } from "../world.ts"

const run = promisify(execFile)

test("every line for a terminal in the guide for integrators works as it stands", async () => {
  const guide = await readFile(join(import.meta.dirname, "../../docs/http.md"), "utf8")
  const lines = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  )
  const w = await world({ settings: SERVED })
  await w.look(async (turn) => {
    const admin = (await turn.tables.persons.all()).find(({ name }) => name === "张敏")
    if (admin) await people.appoint(turn, admin.id, admin.unitId, "administrator")
  })
  const scopes = "登记更新、读取事项、读取账号、读取值班、读取检查结论"
  const token = await tokenFor(w, zhang, `名称：试用\n单位：${COUNTY}\n权限：${scopes}\n有效期：30天`)
  const env = {
    ...process.env,
    NO_PROXY: "127.0.0.1",
    ZHISHOU: `http://127.0.0.1:${String(w.running.httpPort)}`,
    TOKEN: token,
  }
  const said: string[] = []
  for (const line of lines) said.push((await run("sh", ["-c", `${line} -f`], { env })).stdout)
  expect(said).toHaveLength(7)
  expect(JSON.parse(said[0] ?? "")).toMatchObject({ message: expect.stringContaining("✅") as string })
  for (const answer of said.slice(1, 5)) expect(JSON.parse(answer)).not.toHaveProperty("error")
  expect(JSON.parse(said[5] ?? "")).toMatchObject({ ok: true })
  expect(said[6]).toContain("zhishou_due_lateness_seconds 0\n")
})
