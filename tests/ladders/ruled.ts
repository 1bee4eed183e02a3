import { goneUp } from "../../rules/climbing.ts"
import { Incident, isAnswered, isOver, silentAt, waiting } from "../../rules/incident.ts"
import { startedAt } from "../../rules/ladder.ts"
import {
  askedForNews,
  fallenSilent,
  heardNews,
  heardStill,
  passedBy,
  takenBackBy,
  takenBy,
} from "../../rules/taking.ts"
import { minutes } from "../../rules/time.ts"
import { changedBy, type Facts, forOwnPeople, type Happening, type Press, type Scenario } from "./scenario.ts"
import { isOutside, standingOf } from "./staff.ts"

const opened = ({ start, ladder, askEvery, seed }: Scenario): Incident => ({
  id: `i${seed}`,
  number: "2026-1",
  unitId: "u",
  accountId: null,
  kind: "any",
  severity: "unsure",
  drill: false,
  foundAt: start,
  raisedBy: "z",
  raisedAt: start,
  what: null,
  link: null,
  ladder,
  climb: startedAt(start),
  called: [],
  state: "open",
  holder: null,
  acknowledged: [],
  clocks: [],
  needs: [],
  askAt: askEvery === null ? null : start + askEvery,
  askEvery,
  spokenUntil: start,
  cards: {},
  closed: null,
  dueAt: null,
})

/** The same scenario by the rules: the row changes only by them, and goes through the disk's form at every restart. */
export class Ruled {
  readonly said: string[] = []
  readonly #of: Scenario
  #facts: Facts
  #row: Incident
  #now: number

  constructor(of: Scenario) {
    this.#of = of
    this.#facts = of.facts
    this.#now = of.start
    this.#row = opened(of)
  }

  get #minute(): number {
    return (this.#now - this.#of.start) / minutes(1)
  }

  tell(): readonly string[] {
    const { happenings, until, start } = this.#of
    const end = start + minutes(until)
    this.#goUp(this.#row)
    for (let at = 0; at < happenings.length; at += 1) {
      const each = happenings[at]
      if (!each) break
      this.#turnTo(start + minutes(each.at))
      if (each.do !== "down") {
        this.#happen(each)
        continue
      }
      if (each.until > until) return this.said
      const meanwhile = happenings.slice(at + 1).filter((other) => other.at < each.until)
      at += meanwhile.length
      this.#row = Incident.parse(JSON.parse(JSON.stringify(this.#row)))
      this.#now = start + minutes(each.until)
      if (each.clockFirst) this.#lookAtClock()
      for (const other of meanwhile) this.#happen(other)
      this.#lookAtClock()
    }
    this.#turnTo(end)
    return this.said
  }

  /** Lets pass whatever falls due on the way. */
  #turnTo(at: number): void {
    while (this.#row.dueAt !== null && this.#row.dueAt <= at) {
      this.#now = Math.max(this.#now, this.#row.dueAt)
      this.#look()
    }
    this.#now = at
  }

  #lookAtClock(): void {
    if (this.#row.dueAt !== null && this.#row.dueAt <= this.#now) this.#look()
  }

  #put(row: Incident): void {
    this.#row = waiting(row)
  }

  #say(what: string): void {
    this.said.push(`${this.#minute} ${what}`)
  }

  #look(): void {
    let row = this.#row
    const { askAt, askEvery } = row
    if (askAt !== null && askEvery !== null && askAt <= this.#now) {
      if (row.holder) this.#say(`ask ${row.holder.personId}`)
      row = askedForNews(row, askAt, askEvery, this.#now)
    }
    if ((silentAt(row) ?? Infinity) <= this.#now) {
      this.#say(`silent ${row.holder?.personId ?? ""}`)
      row = fallenSilent(row, this.#now)
    }
    if (isAnswered(row)) this.#put(row)
    else this.#goUp(row)
  }

  #goUp(row: Incident, help = false): void {
    const { after, calls, nobodyLeft } = goneUp(
      row,
      standingOf(this.#of, this.#facts, this.#now),
      this.#now,
      help,
    )
    if (nobodyLeft) this.#say("nobody")
    for (const who of calls.map(({ personId }) => personId).sort()) this.#say(`call ${who}`)
    this.#put(after)
  }

  #happen(it: Happening): void {
    this.#facts = changedBy(this.#facts, it)
    const row = this.#row
    switch (it.do) {
      case "down":
      case "give":
      case "leave":
      case "return":
      case "unblock":
        break
      case "block": {
        const isCalled = row.called.some(
          ({ personId, round }) => personId === it.who && round === row.climb.round,
        )
        if (!isOver(row) && !isAnswered(row) && isCalled) this.#look()
        break
      }
      default:
        if (!isOver(row)) {
          const how = this.#press(it.do, it.who, row)
          this.#say(`${it.who} ${it.do} ${how}`)
        }
    }
    this.#lookAtClock()
  }

  #press(what: Press, who: string, row: Incident): string {
    const isMine = row.acknowledged.find(({ personId }) => personId === who)
    const isHolder = row.holder?.personId === who
    if (isOutside(this.#of, who) && forOwnPeople.includes(what)) return "no"
    switch (what) {
      case "take":
        if (isMine) return "already"
        if (isAnswered(row)) return "no"
        this.#put(takenBy(row, who, this.#now))
        return row.holder === null ? "has" : "joins"
      case "pass":
        if (!row.called.some(({ personId, passedAt }) => personId === who && passedAt === null)) return "no"
        if (isAnswered(row)) this.#put(passedBy(row, who, this.#now))
        else this.#goUp(passedBy(row, who, this.#now))
        return "yes"
      case "help":
        if (row.climb.next >= row.ladder.steps.length) return "no"
        this.#goUp(row, true)
        return "yes"
      case "undo":
        if (!isMine || this.#now > isMine.at + row.ladder.undo) return "no"
        this.#goUp(takenBackBy(row, who, this.#now))
        return "yes"
      case "still":
        if (!isHolder) return "no"
        this.#put(heardStill(row, this.#now))
        return "yes"
      case "progress":
        this.#put(heardNews(row, who, this.#now))
        return "yes"
      case "close":
        if (!isHolder) return "no"
        this.#put({ ...row, state: "closed", closed: { by: who, at: this.#now, note: null } })
        return "yes"
    }
  }
}
