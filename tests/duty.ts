import type { Leave, Override, Rota } from "../rules/roster.ts"
import type { Act } from "../services/app.ts"
import { replan } from "../services/checkins/planning.ts"
import { COUNTY, office } from "./office.ts"
import type { World } from "./world.ts"

const NIGHT = { start: "20:00", end: "08:00" }

type Wanted = Partial<Pick<Rota, "layer" | "days" | "start" | "end" | "turn" | "from" | "until">> & {
  /** By name, in turn. */
  readonly people: readonly string[]
}

const idOf = async (turn: Act, name: string): Promise<string> => {
  const found = (await turn.tables.persons.all()).find((each) => each.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found.id
}

const unitId = async (turn: Act, name: string): Promise<string> => {
  const [unit] = await turn.tables.units.where("name", name)
  if (!unit) throw new Error(`no unit ${name}`)
  return unit.id
}

/** Puts people on the county's roster, by night from 2 March on unless something else is wanted. */
export const roster = (w: World, ...rotas: readonly Wanted[]): Promise<void> =>
  w.look(async (turn) => {
    const county = await unitId(turn, COUNTY)
    for (const { people, ...wanted } of rotas) {
      const ids = []
      for (const name of people) ids.push(await idOf(turn, name))
      await turn.tables.rotas.put({
        id: turn.newId(),
        unitId: county,
        layer: "duty",
        days: "every day",
        ...NIGHT,
        turn: 1,
        from: "2026-03-02",
        until: null,
        group: "test",
        by: "test",
        at: turn.now,
        ...wanted,
        people: ids,
      })
    }
    await replan(turn, county)
  })

/** Gives hours to somebody else, as a swap does; null leaves them to nobody. */
export const give = (w: World, name: string | null, from: number, to: number): Promise<void> =>
  w.look(async (turn) => {
    const county = await unitId(turn, COUNTY)
    const override: Override = {
      id: turn.newId(),
      unitId: county,
      layer: "duty",
      from,
      to,
      personId: name === null ? null : await idOf(turn, name),
      forId: null,
      because: "swap",
      batch: "test",
      step: (await turn.tables.overrides.where("unit", county)).length + 1,
      by: "test",
      at: turn.now,
      undoneAt: null,
    }
    await turn.tables.overrides.put(override)
    await replan(turn, county)
  })

/** Somebody is away on a day. */
export const away = (w: World, name: string, on: string): Promise<void> =>
  w.look(async (turn) => {
    const leave: Leave = {
      id: turn.newId(),
      personId: await idOf(turn, name),
      from: on,
      to: on,
      by: "test",
      at: turn.now,
      endedAt: null,
    }
    await turn.tables.leaves.put(leave)
    await replan(turn, await unitId(turn, COUNTY))
  })

/** The check-ins of somebody, in order: state and hours of the start. */
export const checkins = (w: World, name: string) =>
  w.look(async (turn) => {
    const rows = await turn.tables.checkins.where("person", await idOf(turn, name))
    return [...rows].sort((a, b) => a.from - b.from)
  })

/** 张敏 is on duty by night; 周静 is her deputy, 李国强 the leader in charge. */
export const nights = async (at = "2026-03-02"): Promise<World> => {
  const w = await office([], at)
  await roster(
    w,
    { people: ["张敏"], until: "2026-03-02" },
    { layer: "deputy", people: ["周静"], until: "2026-03-02" },
  )
  w.said()
  return w
}
