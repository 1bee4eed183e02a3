import { expect, test } from "vitest"
import { z } from "zod"
import type { Migration } from "../../storage/migrations.ts"
import { migrations } from "../../storage/migrations.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Line } from "../../storage/store.ts"
import { tables } from "../../storage/tables.ts"
import { put } from "./cast.ts"
import { ask, freshFolder } from "./folder.ts"

const shape = (version: number, fields: z.ZodRawShape): Schema => ({
  ...tables,
  accounts: { row: z.object({ id: z.string(), ...fields }), version, indexes: {} },
})

/** The accounts table as two later programs might have it. */
const second = shape(2, { owner: z.string() })
const third = shape(3, { owner: z.string(), shared: z.boolean() })
const list: readonly Migration[] = [
  {
    table: "accounts",
    from: 1,
    change: (row) => ({ ...(row as object), owner: (row as { unitId: string }).unitId }),
  },
  { table: "accounts", from: 2, change: (row) => ({ ...(row as object), shared: false }) },
]

const all = { schema: third, migrations: list }

test.each([true, false])("rows of an older program come in migrated (checkpoint: %s)", async (checkpoint) => {
  const folder = await freshFolder()
  await folder.journal(2, checkpoint)
  const store = await folder.open(all)
  expect(await ask(store, ({ accounts }) => accounts.all())).toEqual([
    { id: "a1", owner: "transport", shared: false },
    { id: "a2", owner: "transport", shared: false },
  ])
})

test("the journal notes where the new shape begins, and keeps the old lines as they were", async () => {
  const folder = await freshFolder()
  await folder.journal(1, true)
  const before = await folder.lines()
  const first = await folder.open({ schema: second, migrations: list })
  await first.transaction({ by: "li", why: "edit" }, ({ accounts }) =>
    accounts.put({ id: "b1", owner: "health" } as never),
  )
  await first.close()
  const lines = await folder.lines()
  expect(lines.slice(0, 1)).toEqual(before)
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({
    seq: 2,
    by: "store",
    why: "versions",
    changes: [["versions", "accounts", { version: 2 }]],
  })
  const rows = [
    { id: "a1", owner: "transport", shared: false },
    { id: "b1", owner: "health", shared: false },
  ]
  const last = await folder.open(all)
  expect(await ask(last, ({ accounts }) => accounts.all())).toEqual(rows)
  expect(folder.notices).toEqual([])
  await last.close()
  await folder.edit("checkpoint.json", () => "")
  expect(await ask(await folder.open(all), ({ accounts }) => accounts.all())).toEqual(rows)
  expect((await folder.lines()).slice(3).map((line) => (JSON.parse(line) as Line).changes)).toEqual([
    [["versions", "accounts", { version: 3 }]],
  ])
})

test("a program older than its store refuses to start, and says so", async () => {
  const folder = await freshFolder()
  await folder.journal(1, true)
  await (await folder.open(all)).close()
  const older = "the table accounts was written by a newer program: version 3, here 1"
  await expect(folder.open()).rejects.toThrow(older)
  await folder.edit("checkpoint.json", () => "")
  await expect(folder.open()).rejects.toThrow(older)
  const { accounts: _gone, ...fewer } = tables
  await expect(folder.open({ schema: fewer })).rejects.toThrow("the table accounts is unknown here")
})

test("a step that is missing is named, and nothing is changed", async () => {
  const folder = await freshFolder()
  await folder.journal(1)
  const before = await folder.read("journal.jsonl")
  const gap = { schema: third, migrations: list.slice(1) }
  await expect(folder.open(gap)).rejects.toThrow("the table accounts has no migration from version 1")
  expect(await folder.read("journal.jsonl")).toBe(before)
})

test("every table can be reached from version 1", () => {
  const steps = Object.entries(tables).flatMap(([table, { version }]) =>
    Array.from({ length: version - 1 }, (_, index) => `${table} ${index + 1}`),
  )
  expect(migrations.map(({ table, from }) => `${table} ${from}`).sort()).toEqual(steps.sort())
})

test("a fresh folder notes versions only when there is something to note", async () => {
  const plain = await freshFolder()
  await plain.open()
  expect(await plain.lines()).toEqual([])
  const later = await freshFolder()
  const store = await later.open({ schema: second, migrations: list })
  expect(await later.lines()).toHaveLength(1)
  await expect(put(store, "a1")).rejects.toThrow("a row does not fit the table accounts: .owner")
})
