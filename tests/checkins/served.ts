import type { Role } from "../../rules/person.ts"
import type { Absence } from "../../rules/roster.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import { minutes } from "../../rules/time.ts"
import type { Act } from "../../services/app.ts"
import * as calendar from "../../services/calendar.ts"
import * as gaps from "../../services/checkins/gaps.ts"
import { replan } from "../../services/checkins/planning.ts"
import * as tapping from "../../services/checkins/tapping.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import { shippedYears } from "../rules/china.ts"
import { type Happening, names, type Scenario } from "./scenario.ts"
import { Clockwork } from "../clockwork.ts"

const bookOf = ({ before, after, each }: Scenario): Rulebook =>
  Rulebook.parse({
    id: "checkins",
    title: "本单位值班约定",
    issuer: "本单位",
    status: "in-force",
    rules: [
      {
        id: "T-1",
        article: "1",
        kind: "roster",
        cover: "as arranged",
        gaps: "warn",
        checkIn: `${after} minutes`,
        warn: [`${before} minutes`],
        then: `${each} minutes`,
        origin: "house",
        says: "按排班值班",
      },
    ],
  })

/** The same scenario through the services, the heart and a store on a disk that is closed and opened at every restart. */
export class Served {
  readonly said: string[] = []
  readonly #of: Scenario
  readonly #ids = new Map<string, string>()
  readonly #names = new Map<string, string>()
  readonly #seen = new Set<string>()
  #unitId = ""
  readonly #works: Clockwork

  constructor(of: Scenario) {
    this.#of = of
    this.#works = new Clockwork(of.start)
  }

  async tell(): Promise<readonly string[]> {
    try {
      await this.#works.open()
      await this.#works.act((turn) => this.#furnish(turn))
      await this.#settle()
      await this.#happenings()
      return this.said
    } finally {
      await this.#works.end()
    }
  }

  async #happenings(): Promise<void> {
    const { happenings, until, start } = this.#of
    for (let at = 0; at < happenings.length; at += 1) {
      const each = happenings[at]
      if (!each) break
      await this.#works.turnTo(start + minutes(each.at), () => this.#listen())
      if (each.do !== "down") {
        await this.#happen(each)
        continue
      }
      await this.#works.close()
      if (each.until > until) return
      const meanwhile = happenings.slice(at + 1).filter((other) => other.at < each.until)
      at += meanwhile.length
      this.#works.now = start + minutes(each.until)
      await this.#works.open()
      if (each.clockFirst) await this.#settle()
      for (const other of meanwhile) await this.#happen(other)
      await this.#settle()
    }
    await this.#works.turnTo(start + minutes(until), () => this.#listen())
  }

  async #furnish(turn: Act): Promise<void> {
    await calendar.load(turn, shippedYears)
    await rulebooks.load(turn, [bookOf(this.#of)])
    const city = await units.create(turn, {
      name: "市",
      kind: "city-government",
      parentId: null,
      rulebooks: [],
    })
    const own = { name: "县", kind: "county-government", parentId: city.id, rulebooks: ["checkins"] } as const
    this.#unitId = (await units.create(turn, own)).id
    const { leaders, chiefs, rotas, absences } = this.#of
    for (const name of names) {
      const roles: readonly Role[] = [
        ...(leaders.includes(name) ? (["leader"] as const) : []),
        ...(chiefs.includes(name) ? (["chief"] as const) : []),
      ]
      await this.#enrol(turn, name, this.#unitId, ["reviewer", ...roles])
    }
    await this.#enrol(turn, "x", city.id, ["supervisor"])
    for (const each of rotas)
      await turn.tables.rotas.put({
        ...each,
        unitId: this.#unitId,
        people: each.people.map((name) => this.#ids.get(name) ?? ""),
      })
    for (const each of absences) await this.#leave(turn, each)
    await replan(turn, this.#unitId)
  }

  async #enrol(turn: Act, name: string, unitId: string, roles: readonly Role[]): Promise<void> {
    const person = await people.enrol(turn, { user: `telegram:${name}`, name, chat: name, unitId })
    for (const role of roles) await people.appoint(turn, person.id, unitId, role)
    await turn.tables.persons.put({ ...person, reachable: !this.#of.unreachable.includes(name) })
    this.#ids.set(name, person.id)
    this.#names.set(person.id, name)
  }

  async #leave(turn: Act, { personId, from, to }: Absence): Promise<void> {
    const own = { id: turn.newId(), personId: this.#ids.get(personId) ?? "", from, to }
    await turn.tables.leaves.put({ ...own, by: "test", at: turn.now, endedAt: null })
  }

  async #settle(): Promise<void> {
    await this.#works.settle()
    await this.#listen()
  }

  #say(what: string): void {
    this.said.push(`${(this.#works.now - this.#of.start) / minutes(1)} ${what}`)
  }

  /** Who was asked or called since this was asked last: every card is new once. */
  async #listen(): Promise<void> {
    const found = await this.#works.act(async ({ tables }) => {
      const fresh = []
      for (const { id } of await tables.outbox.all()) {
        if (this.#seen.has(id) || !/^checkin(-gap)?:/.test(id)) continue
        this.#seen.add(id)
        const [kind = "", row = "", person = ""] = id.split(":")
        const of = await tables.checkins.get(row)
        const who = this.#names.get(of?.personId ?? "") ?? ""
        fresh.push(kind === "checkin" ? `ask ${who}` : `call ${this.#names.get(person) ?? ""} for ${who}`)
      }
      return fresh
    })
    for (const what of found.sort()) this.#say(what)
  }

  async #happen(it: Happening): Promise<void> {
    const by = "who" in it ? (this.#ids.get(it.who) ?? "") : "test"
    const how = await this.#works.act((turn) => this.#doing(turn, it), by)
    if (how !== null && "who" in it) this.#say(`${it.who} ${how}`)
    await this.#settle()
  }

  async #doing(turn: Act, it: Happening): Promise<string | null> {
    if (it.do === "down") return null
    if (it.do === "leave") {
      await this.#leave(turn, it.absence)
      await replan(turn, this.#unitId)
      return null
    }
    const me = await people.memberOf(turn, `telegram:${it.who}`)
    if (!me) throw new Error(`no ${it.who}`)
    return it.do === "tap" ? this.#tap(turn, me) : this.#decline(turn, me)
  }

  async #tap(turn: Act, me: people.Member): Promise<string> {
    const states = async () =>
      (await turn.tables.checkins.where("person", me.person.id)).map(({ id, state }) => ({ id, state }))
    const before = await states()
    try {
      await tapping.checkIn(turn, me, null)
    } catch (fault) {
      if (fault instanceof Refusal) return "no"
      throw fault
    }
    const after = await states()
    const changed = after.find(({ id, state }) => before.find((each) => each.id === id)?.state !== state)
    return changed?.state ?? "nothing"
  }

  async #decline(turn: Act, me: people.Member): Promise<null> {
    const open = [...(await turn.tables.checkins.where("open", this.#unitId))].sort((a, b) => a.from - b.from)
    const asked = open.find(
      ({ state, to, gap }) =>
        state === "absent" && to > turn.now && gap?.asked.some(({ personId }) => personId === me.person.id),
    )
    if (asked) await gaps.decline(turn, me, asked.id)
    return null
  }
}
