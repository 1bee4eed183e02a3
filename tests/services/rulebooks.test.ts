import { expect, test } from "vitest"
import type { Rulebook } from "../../rules/rulebook.ts"
import type { Unit } from "../../rules/unit.ts"
import { load, stackOf } from "../../services/rulebooks.ts"
import { Desk } from "../bot/desk.ts"
import { bookOf, shipped } from "../rules/books.ts"

const unit = (id: string, parentId: string | null, ...rulebooks: string[]): Unit => ({
  id,
  name: id,
  shortNames: [],
  kind: "township",
  parentId,
  rulebooks,
  times: {},
})
const office = unit("office", "county", "sxjt")

const deskWith = async (books: readonly Rulebook[]): Promise<Desk> => {
  const desk = await Desk.open()
  await desk.do(async (act) => {
    await act.tables.units.put(unit("county", null, "wubu"))
    await act.tables.units.put(office)
    await load(act, books)
  })
  return desk
}
const stackAt = (desk: Desk) => desk.do((act) => stackOf(act, office))

test("the first load puts every rulebook, the second none", async () => {
  const desk = await Desk.open()
  expect(await desk.do((act) => load(act, shipped))).toEqual(shipped.map(({ id }) => id))
  expect(await desk.do((act) => load(act, shipped))).toEqual([])
})

test("only what changed is put again, and an office's own file goes before the shipped one", async () => {
  const desk = await deskWith(shipped)
  const own = { ...bookOf("house", "kind: quota, atLeast: every 9 days"), title: "我们的约定" }
  expect(await desk.do((act) => load(act, [...shipped, own]))).toEqual(["house"])
  expect((await desk.do((act) => act.tables.rulebooks.get("house")))?.book.title).toBe("我们的约定")
})

test("a unit stands under the rulebooks of the units above it and its own", async () => {
  const desk = await deskWith(shipped)
  const { books, missing } = await stackAt(desk)
  expect(books.map(({ id }) => id)).toEqual(["house", "national", "wubu", "sxjt"])
  expect(missing).toEqual([])
})

test("the same stack is given as long as nothing changed, and another once a rulebook did", async () => {
  const desk = await deskWith(shipped)
  const first = await stackAt(desk)
  expect(await stackAt(desk)).toBe(first)
  await desk.do((act) => load(act, [{ ...bookOf("sxjt"), title: "新办法" }]))
  const second = await stackAt(desk)
  expect(second.books.at(-1)?.title).toBe("新办法")
})

test("moving a unit under another changes what binds it", async () => {
  const desk = await deskWith(shipped)
  const before = await stackAt(desk)
  await desk.do((act) => act.tables.units.put(unit("county", null, "longzihu")))
  const after = await stackAt(desk)
  expect([before, after].map(({ books }) => books.map(({ id }) => id).at(2))).toEqual(["wubu", "longzihu"])
})

test("a circle of units ends", async () => {
  const desk = await deskWith(shipped)
  await desk.do((act) => act.tables.units.put(unit("county", "office", "wubu")))
  const { books } = await stackAt(desk)
  expect(books.map(({ id }) => id).sort()).toEqual(["house", "national", "sxjt", "wubu"])
})
