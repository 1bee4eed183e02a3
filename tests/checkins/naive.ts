import type { Absence, Layer } from "../../rules/roster.ts"
import { minutes } from "../../rules/time.ts"
import { china } from "../rules/china.ts"
import { naivelyOnDuty } from "../rules/roster-naive.ts"
import type { Happening, Scenario } from "./scenario.ts"

interface Turn {
  readonly who: string
  readonly from: number
  /** Null until they were asked. */
  until: number | null
  state: "due" | "asked" | "in" | "absent" | "over"
  asked: { who: string; no: boolean }[]
  /** When the leader is told; null once that was done. */
  raiseAt: number | null
}

/** What was pressed while nothing ran gets two more minutes to arrive. */
const GRACE = 2

/**
 * Check-ins told minute by minute (F6): whoever comes on duty is asked once, from some minutes before their time begins;
 * who has not answered some minutes after it is absent, the deputies are asked, and then the leader is told.
 */
export class Naive {
  readonly said: string[] = []
  readonly #of: Scenario
  #absences: readonly Absence[]
  #turns: Turn[] = []
  #onDuty = new Map<string, readonly string[]>()

  constructor(of: Scenario) {
    this.#of = of
    this.#absences = of.absences
  }

  tell(): readonly string[] {
    const { happenings, until } = this.#of
    let away = null as (Happening & { do: "down" }) | null
    let held: Happening[] = []
    for (let t = 0; t <= until; t += 1) {
      if (away?.until === t) {
        this.#meet(t)
        if (away.clockFirst) this.#look(t)
        for (const each of held) this.#happen(each, t)
        away = null
        held = []
      }
      if (away === null) this.#look(t)
      for (const each of happenings.filter(({ at }) => at === t)) {
        if (away !== null) held.push(each)
        else if (each.do === "down") away = each
        else this.#happen(each, t)
      }
    }
    return this.said
  }

  #there(layer: Layer, t: number): readonly string[] {
    const key = `${layer} ${t}`
    const { rotas, start } = this.#of
    const plan = { rotas, overrides: [], absences: this.#absences, partings: [] }
    const known = this.#onDuty.get(key) ?? naivelyOnDuty(china, plan, layer, start + t * minutes(1))
    this.#onDuty.set(key, known)
    return known
  }

  #isOn(who: string, t: number): boolean {
    return this.#there("duty", t).includes(who)
  }

  /** Whether somebody's time has begun and is over. */
  #isOver({ who, from }: Turn, t: number): boolean {
    if (t < from) return !this.#isOn(who, from)
    for (let at = from; at <= t; at += 1) if (!this.#isOn(who, at)) return true
    return false
  }

  /** Puts down whose time begins within the minutes before which they are asked. */
  #meet(t: number): void {
    const { before, after } = this.#of
    // Whoever was on duty already when the bot began is asked if that is not too long ago.
    const first = this.#turns.length === 0 && t === 0 ? -after + 1 : Math.max(0, t - 24 * 60)
    for (let at = first; at <= t + before; at += 1)
      for (const who of this.#there("duty", at)) {
        if (this.#isOn(who, at - 1) || this.#turns.some((each) => each.who === who && each.from === at))
          continue
        this.#turns.push({ who, from: at, until: null, state: "due", asked: [], raiseAt: null })
      }
  }

  #look(t: number): void {
    this.#meet(t)
    for (const turn of this.#turns) {
      if (turn.state === "over" || turn.state === "in") continue
      if (this.#isOver(turn, t)) turn.state = "over"
      else if (turn.state === "due") {
        if (t < turn.from - this.#of.before) continue
        turn.state = "asked"
        turn.until = Math.max(turn.from, t) + this.#of.after
        this.said.push(`${t} ask ${turn.who}`)
      } else if (turn.state === "asked" && (turn.until ?? 0) <= t) {
        if (t - (turn.until ?? 0) >= GRACE) turn.until = t + GRACE
        else this.#miss(turn, t)
      } else if (turn.state === "absent" && turn.raiseAt !== null && turn.raiseAt <= t) this.#raise(turn, t)
    }
  }

  #canCome(who: string, instead: Turn): boolean {
    return who !== instead.who && !this.#of.unreachable.includes(who)
  }

  #miss(turn: Turn, t: number): void {
    const deputies = [...new Set(this.#there("deputy", t))].filter((who) => this.#canCome(who, turn))
    turn.state = "absent"
    turn.asked = deputies.map((who) => ({ who, no: false }))
    turn.raiseAt = deputies.length === 0 ? t : t + this.#of.each
    this.said.push(...deputies.sort().map((who) => `${t} call ${who} for ${turn.who}`))
    if (deputies.length === 0) this.#raise(turn, t)
  }

  #raise(turn: Turn, t: number): void {
    const { leaders, chiefs } = this.#of
    const told = [leaders, chiefs, ["x"]]
      .map((all) => all.filter((who) => this.#canCome(who, turn)))
      .find((all) => all.length > 0)
    turn.raiseAt = null
    const fresh = (told ?? []).filter((who) => !turn.asked.some((each) => each.who === who))
    this.said.push(...fresh.sort().map((who) => `${t} call ${who} for ${turn.who}`))
  }

  #happen(it: Happening, t: number): void {
    switch (it.do) {
      case "down":
        break
      case "leave":
        this.#absences = [...this.#absences, it.absence]
        this.#onDuty = new Map()
        // Whose time is not theirs any more was not asked for it yet.
        this.#turns = this.#turns.filter((turn) => turn.state !== "due" || this.#isOn(turn.who, turn.from))
        break
      case "tap":
        this.said.push(`${t} ${it.who} ${this.#tap(it.who, t)}`)
        break
      case "decline":
        this.#decline(it.who, t)
    }
    this.#look(t)
  }

  #tap(who: string, t: number): string {
    const mine = this.#turns
      .filter((each) => each.who === who && !["over", "in"].includes(each.state) && !this.#isOver(each, t))
      .find(({ from }) => t >= from - this.#of.before)
    if (!mine) return "no"
    const late = mine.state === "absent" || (mine.until !== null && t >= mine.until)
    mine.state = "in"
    return late ? "late" : "in"
  }

  #decline(who: string, t: number): void {
    const turn = this.#turns.find(
      (each) =>
        each.state === "absent" && !this.#isOver(each, t) && each.asked.some((one) => one.who === who),
    )
    if (!turn) return
    for (const each of turn.asked) if (each.who === who) each.no = true
    if (turn.raiseAt !== null && turn.asked.every(({ no }) => no)) turn.raiseAt = Math.min(turn.raiseAt, t)
  }
}
