import type { Override } from "../../rules/roster.ts"
import type { Role } from "../../rules/person.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import { minutes } from "../../rules/time.ts"
import type { Act } from "../../services/app.ts"
import * as calendar from "../../services/calendar.ts"
import * as people from "../../services/people.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import { shippedYears } from "../rules/china.ts"
import type { Scenario } from "./scenario.ts"

const inMinutes = (length: number): string => `${length / minutes(1)} minutes`

const bookOf = ({ ladder, askEvery }: Scenario): Rulebook => {
  const [first, ...rest] = ladder.steps
  const common = { article: "1", kind: "response", on: "any", origin: "house", says: "应急" }
  const { again, silence, undo } = ladder
  return Rulebook.parse({
    id: "ladders",
    title: "本单位应急约定",
    issuer: "本单位",
    status: "in-force",
    rules: [
      {
        ...common,
        id: "T-1",
        do: "incident.acknowledge",
        within: "10 minutes",
        ...((first?.calls.length ?? 1) > 1 ? { call: first?.calls.slice(1) } : {}),
        ladder: rest.map(({ after, calls }) => ({ after: inMinutes(after), call: calls[0] })),
        again: inMinutes(again),
        silence: inMinutes(silence),
        undo: inMinutes(undo),
        takers: ladder.takers,
      },
      ...(askEvery === null
        ? []
        : [{ ...common, id: "T-2", do: "incident.follow-up", within: inMinutes(askEvery) }]),
      {
        id: "T-3",
        article: "1",
        kind: "require",
        require: "outsourcing.own-publishers",
        origin: "house",
        says: "发布权不外包",
      },
    ],
  })
}

/** The office of a scenario in the tables of a store. */
export class Office {
  unitId = ""
  readonly #of: Scenario
  readonly #ids = new Map<string, string>()
  readonly #names = new Map<string, string>()

  constructor(of: Scenario) {
    this.#of = of
  }

  id(name: string): string {
    return this.#ids.get(name) ?? ""
  }

  name(id: string): string {
    return this.#names.get(id) ?? ""
  }

  async furnish(turn: Act): Promise<void> {
    await calendar.load(turn, shippedYears)
    await rulebooks.load(turn, [bookOf(this.#of)])
    const city = await units.create(turn, {
      name: "市",
      kind: "city-government",
      parentId: null,
      rulebooks: [],
    })
    const own = { name: "县", kind: "county-government", parentId: city.id, rulebooks: ["ladders"] } as const
    this.unitId = (await units.create(turn, own)).id
    await this.#enrol(turn, "z", this.unitId, ["reviewer"])
    for (const { id, holds, outside } of this.#of.people)
      await this.#enrol(turn, id, this.unitId, ["reviewer", ...holds], outside)
    for (const id of ["x", "y"]) {
      const isAbove = this.#of.above.includes(id)
      await this.#enrol(turn, id, isAbove ? city.id : this.unitId, [isAbove ? "supervisor" : "reviewer"])
    }
    const { rotas, overrides, absences } = this.#of.facts
    for (const each of rotas)
      await turn.tables.rotas.put({
        ...each,
        unitId: this.unitId,
        people: each.people.map((name) => this.id(name)),
      })
    for (const each of overrides) await this.give(turn, each)
    for (const { personId, from, to } of absences) await this.leave(turn, personId, from, to)
    for (const { office, forId, personId, from, to } of this.#of.inPlace)
      await turn.tables.standIns.put({
        id: turn.newId(),
        unitId: this.unitId,
        role: office,
        forId: this.id(forId),
        personId: this.id(personId),
        from,
        to,
        paper: null,
        by: "test",
        at: turn.now,
        endedAt: null,
      })
  }

  async #enrol(
    turn: Act,
    name: string,
    unitId: string,
    roles: readonly Role[],
    outside = false,
  ): Promise<void> {
    const person = await people.enrol(turn, { user: `telegram:${name}`, name, chat: name, unitId })
    for (const role of roles) await people.appoint(turn, person.id, unitId, role)
    const reachable = !this.#of.facts.unreachable.includes(name)
    await turn.tables.persons.put({ ...person, reachable, ...(outside ? { employer: "某公司" } : {}) })
    this.#ids.set(name, person.id)
    this.#names.set(person.id, name)
  }

  async give(turn: Act, it: Override): Promise<void> {
    const name = (id: string | null): string | null => (id === null ? null : this.id(id))
    const own = { ...it, unitId: this.unitId, personId: name(it.personId), forId: name(it.forId) }
    await turn.tables.overrides.put(own)
  }

  async leave(turn: Act, who: string, from: string, to: string): Promise<void> {
    const id = turn.newId()
    await turn.tables.leaves.put({
      id,
      personId: this.id(who),
      from,
      to,
      by: "test",
      at: turn.now,
      endedAt: null,
    })
  }
}
