import type { Incident } from "../../rules/incident.ts"
import { isOver } from "../../rules/incident.ts"
import { minutes } from "../../rules/time.ts"
import type { Act } from "../../services/app.ts"
import { raise } from "../../services/incidents/raising.ts"
import * as taking from "../../services/incidents/taking.ts"
import { hasten } from "../../services/incidents/unreached.ts"
import * as working from "../../services/incidents/working.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import { Office } from "./office.ts"
import type { Happening, Press, Scenario } from "./scenario.ts"
import { Clockwork } from "../clockwork.ts"

/** The same scenario through the services, the heart and the store on a disk, which is closed and opened at every restart. */
export class Served {
  readonly said: string[] = []
  readonly #of: Scenario
  readonly #office: Office
  #incidentId = ""
  readonly #works: Clockwork
  #noted = 0

  constructor(of: Scenario) {
    this.#of = of
    this.#office = new Office(of)
    this.#works = new Clockwork(of.start)
  }

  async tell(): Promise<readonly string[]> {
    try {
      await this.#works.open()
      await this.#works.act((turn) => this.#office.furnish(turn))
      await this.#happenings()
      return this.said
    } finally {
      await this.#works.end()
    }
  }

  async #happenings(): Promise<void> {
    const { happenings, until, start } = this.#of
    await this.#works.act(async (turn) => {
      const reported = {
        unitId: this.#office.unitId,
        account: null,
        kind: "any",
        severity: "unsure",
      } as const
      const more = { foundAt: turn.now, what: null, link: null, drill: false }
      this.#incidentId = (await raise(turn, await this.#member(turn, "z"), { ...reported, ...more })).id
    })
    await this.#listen()
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

  async #member(turn: Act, name: string): Promise<people.Member> {
    const me = await people.memberOf(turn, `telegram:${name}`)
    if (!me) throw new Error(`no ${name}`)
    return me
  }

  async #settle(): Promise<void> {
    await this.#works.settle()
    await this.#listen()
  }

  /** What the incident's own story says since this was asked last. */
  async #listen(): Promise<void> {
    const notes = await this.#works.act(({ tables }) =>
      tables.incidentNotes.where("incident", this.#incidentId),
    )
    const fresh = [...notes].sort((a, b) => a.n - b.n).slice(this.#noted)
    this.#noted = notes.length
    const rang: string[] = []
    for (const { what, personId } of fresh) {
      const who = this.#office.name(personId ?? "")
      if (what === "called") rang.push(who)
      if (what === "nobody-left") this.#say("nobody")
      if (what === "silent") this.#say(`silent ${who}`)
      if (what === "asked") this.#say(`ask ${who}`)
    }
    for (const who of rang.sort()) this.#say(`call ${who}`)
  }

  #say(what: string): void {
    this.said.push(`${(this.#works.now - this.#of.start) / minutes(1)} ${what}`)
  }

  async #happen(it: Happening): Promise<void> {
    const how = await this.#works.act(
      async (turn) => {
        const row = await turn.tables.incidents.get(this.#incidentId)
        return row === null ? null : this.#doing(turn, it, row)
      },
      "who" in it ? this.#office.id(it.who) : "test",
    )
    await this.#listen()
    if (how !== null && "who" in it) this.#say(`${it.who} ${it.do} ${how}`)
    await this.#settle()
  }

  async #doing(turn: Act, it: Happening, row: Incident): Promise<string | null> {
    switch (it.do) {
      case "down":
        return null
      case "give":
        await this.#office.give(turn, it.override)
        return null
      case "leave":
        await this.#office.leave(turn, it.who, it.from, it.to)
        return null
      case "return":
        for (const leave of await turn.tables.leaves.where("person", this.#office.id(it.who)))
          await turn.tables.leaves.put({ ...leave, endedAt: turn.now })
        return null
      case "block":
      case "unblock":
        await this.#reach(turn, it.who, it.do === "unblock", row)
        return null
      default:
        return isOver(row) ? null : this.#press(turn, it.do, it.who, row)
    }
  }

  async #reach(turn: Act, name: string, reachable: boolean, row: Incident): Promise<void> {
    const id = this.#office.id(name)
    const person = await turn.tables.persons.get(id)
    if (person) await turn.tables.persons.put({ ...person, reachable })
    const isCalled = row.called.some(({ personId, round }) => personId === id && round === row.climb.round)
    const card = await turn.tables.outbox.get(row.cards[id] ?? "")
    if (!reachable && isCalled && card) await hasten(turn, card)
  }

  async #press(turn: Act, what: Press, who: string, row: Incident): Promise<string> {
    const me = await this.#member(turn, who)
    const isMine = row.acknowledged.some(({ personId }) => personId === me.person.id)
    try {
      switch (what) {
        case "take":
          await taking.take(turn, me, row)
          return isMine ? "already" : row.holder === null ? "has" : "joins"
        case "pass":
          await taking.pass(turn, me, row)
          return "yes"
        case "help":
          await taking.callMore(turn, me, row)
          return "yes"
        case "undo":
          await taking.undo(turn, me, row)
          return "yes"
        case "still":
          await taking.still(turn, me, row)
          return "yes"
        case "progress":
          await working.progress(turn, me, row, "在办")
          return "yes"
        case "close":
          if (row.holder?.personId !== me.person.id) return "no"
          await working.close(turn, me, row, { said: "办结", mistaken: false })
          return "yes"
      }
    } catch (fault) {
      if (fault instanceof Refusal) return "no"
      throw fault
    }
  }
}
