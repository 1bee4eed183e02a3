import { expect, test } from "vitest"
import type { Layer, Rota } from "../../rules/roster.ts"
import { endOf, instantOf } from "../../rules/time.ts"
import { onDuty } from "../../services/roster.ts"
import { COUNTY } from "../office.ts"
import { world, type World } from "../world.ts"

const named = (w: World, layer: Layer, day: string, time: string) =>
  w.look(async (turn) => {
    const [county] = await turn.tables.units.where("name", COUNTY)
    return (await onDuty(turn, county?.id ?? "", layer, instantOf(day, time))).map(({ name }) => name)
  })

/** 张敏 and 李国强 take the night in turn from 2 March on. */
const nights = async (w: World): Promise<void> => {
  await w.look(async (turn) => {
    const everybody = await turn.tables.persons.all()
    const idOf = (name: string) => everybody.find((each) => each.name === name)?.id ?? ""
    const [county] = await turn.tables.units.where("name", COUNTY)
    const rota: Rota = {
      id: "nights",
      unitId: county?.id ?? "",
      layer: "duty",
      days: "every day",
      start: "20:00",
      end: "08:00",
      people: [idOf("张敏"), idOf("李国强")],
      turn: 1,
      from: "2026-03-02",
      until: null,
      group: "nights",
      by: "test",
      at: 0,
    }
    await turn.tables.rotas.put(rota)
  })
}

test("who is on duty is who has the shift at that minute, and nobody between shifts", async () => {
  const w = await world()
  await nights(w)
  expect(await named(w, "duty", "2026-03-02", "20:00")).toEqual(["张敏"])
  expect(await named(w, "duty", "2026-03-03", "07:59")).toEqual(["张敏"])
  expect(await named(w, "duty", "2026-03-03", "08:00")).toEqual([])
  expect(await named(w, "duty", "2026-03-03", "20:00")).toEqual(["李国强"])
  expect(await named(w, "leader", "2026-03-03", "20:00")).toEqual([])
})

test("whoever is on leave or has left is on duty no more", async () => {
  const w = await world()
  await nights(w)
  await w.look(async ({ tables }) => {
    const everybody = await tables.persons.all()
    const [zhang, li] = ["张敏", "李国强"].map((name) => everybody.find((each) => each.name === name))
    if (!zhang || !li) throw new Error("the cast is not complete")
    await tables.leaves.put({
      id: "l",
      personId: zhang.id,
      from: "2026-03-04",
      to: "2026-03-04",
      by: "test",
      at: 0,
      endedAt: null,
    })
    await tables.persons.put({ ...li, leavesAt: endOf("2026-03-03") })
  })
  expect(await named(w, "duty", "2026-03-04", "21:00")).toEqual([])
  expect(await named(w, "duty", "2026-03-06", "21:00")).toEqual(["张敏"])
  expect(await named(w, "duty", "2026-03-03", "23:59")).toEqual(["李国强"])
  expect(await named(w, "duty", "2026-03-04", "00:00")).toEqual([])
})
