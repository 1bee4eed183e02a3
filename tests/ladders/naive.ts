import type { Step } from "../../rules/kinds/common.ts"
import { minutes } from "../../rules/time.ts"
import { naivelyCallable } from "./naive-staff.ts"
import { changedBy, type Facts, forOwnPeople, type Happening, type Press, type Scenario } from "./scenario.ts"

interface Called {
  readonly who: string
  readonly on: Step
  readonly at: number
  readonly round: number
  passed: boolean
}

const A_MINUTE = minutes(1)

/**
 * An emergency told minute by minute, from what the regulations and the house ask for (F1, F5, F7): whoever stands on a
 * step is called and has their minutes; then the next; when nobody is left that is said, and all begins anew.
 */
export class Naive {
  readonly said: string[] = []
  readonly #of: Scenario
  #facts: Facts
  #round = 1
  /** The step that comes next. */
  #place = 0
  /** Until when those who were called last have their time. */
  #ends = 0
  #anybody = false
  #called: Called[] = []
  #has: { who: string; at: number }[] = []
  #heard = 0
  #acting = false
  #asks: number | null
  #closed = false
  /** Nobody is looked up twice in a minute. */
  #seen = { t: -1, facts: null as Facts | null, found: new Map<Step, readonly string[]>() }

  constructor(of: Scenario) {
    this.#of = of
    this.#facts = of.facts
    this.#asks = of.askEvery === null ? null : of.askEvery / A_MINUTE
  }

  tell(): readonly string[] {
    const { happenings, until } = this.#of
    let away = null as (Happening & { do: "down" }) | null
    let held: Happening[] = []
    this.#goUp(0)
    for (let t = 0; t <= until; t += 1) {
      if (away?.until === t) {
        if (away.clockFirst) this.#lookAtClock(t)
        for (const each of held) this.#happen(each, t)
        away = null
        held = []
      }
      if (away === null) this.#lookAtClock(t)
      for (const each of happenings.filter(({ at }) => at === t)) {
        if (away !== null) held.push(each)
        else if (each.do === "down") away = each
        else this.#happen(each, t)
      }
    }
    return this.said
  }

  get #enough(): boolean {
    return this.#has.length >= this.#of.ladder.takers
  }

  /** What comes by itself: news is asked for, silence is noticed, those who were called have had their time. */
  #lookAtClock(t: number): void {
    if (this.#closed) return
    const asks = this.#asks !== null && this.#asks <= t
    const isSilent =
      this.#has.length > 0 && !this.#acting && t >= this.#heard + this.#of.ladder.silence / A_MINUTE
    if (asks || isSilent || (!this.#enough && this.#ends <= t)) this.#look(t)
  }

  #look(t: number): void {
    if (this.#asks !== null && this.#asks <= t) {
      while (this.#asks <= t) this.#asks += (this.#of.askEvery ?? 0) / A_MINUTE
      const [first] = this.#has
      if (first) {
        this.said.push(`${t} ask ${first.who}`)
        ;[this.#heard, this.#acting] = [t, false]
      }
    }
    if (this.#has[0] && !this.#acting && t >= this.#heard + this.#of.ladder.silence / A_MINUTE) {
      this.said.push(`${t} silent ${this.#has[0].who}`)
      this.#has = []
      this.#beginAnew(t)
    }
    if (!this.#enough) this.#goUp(t)
  }

  #beginAnew(t: number): void {
    this.#round += 1
    this.#place = 0
    this.#ends = t
    this.#anybody = false
  }

  /** Those who were called together last have all said no, or cannot answer any more. */
  #isNobodyListening(t: number): boolean {
    const round = this.#called.filter((each) => each.round === this.#round)
    const last = round.filter(({ at }) => at === round.at(-1)?.at)
    return (
      last.length > 0 &&
      last.every(({ who, on, passed }) => passed || !this.#canBeCalled(on, t).includes(who))
    )
  }

  #goUp(t: number, help = false): void {
    if (this.#ends > t && !help && !this.#isNobodyListening(t)) return
    const { steps, again } = this.#of.ladder
    // How many minutes have passed beyond the time of those who were called last.
    let over = this.#enough ? 0 : Math.max(0, t - this.#ends)
    const rang: string[] = []
    let isSaid = false
    for (;;) {
      const step = steps[this.#place]
      if (step === undefined) {
        if (rang.length > 0) break
        if (!isSaid) this.said.push(`${t} nobody`)
        isSaid = true
        const isBarren = !this.#anybody
        this.#beginAnew(t)
        over = 0
        if (!isBarren) continue
        this.#ends = t + again / A_MINUTE
        break
      }
      const gap = ((steps[this.#place + 1]?.after ?? step.after + again) - step.after) / A_MINUTE
      this.#place += 1
      const before = rang.length
      for (const on of step.calls)
        for (const who of this.#canBeCalled(on, t)) {
          if (this.#called.some((each) => each.round === this.#round && each.who === who)) continue
          if (this.#has.some((each) => each.who === who)) continue
          this.#called.push({ who, on, at: t, round: this.#round, passed: false })
          rang.push(who)
        }
      if (rang.length === before) continue
      this.#anybody = true
      this.#ends = t + gap
      if (over < gap) break
      over -= gap
    }
    this.said.push(...rang.sort().map((who) => `${t} call ${who}`))
  }

  #canBeCalled(on: Step, t: number): readonly string[] {
    if (this.#seen.t !== t || this.#seen.facts !== this.#facts)
      this.#seen = { t, facts: this.#facts, found: new Map() }
    const { found } = this.#seen
    const known = found.get(on) ?? naivelyCallable(this.#of, this.#facts, on, this.#of.start + t * A_MINUTE)
    found.set(on, known)
    return known
  }

  #happen(it: Happening, t: number): void {
    this.#facts = changedBy(this.#facts, it)
    switch (it.do) {
      case "down":
      case "give":
      case "leave":
      case "return":
      case "unblock":
        break
      case "block":
        // Their card does not arrive, which is known at once.
        if (
          !this.#closed &&
          !this.#enough &&
          this.#called.some((each) => each.who === it.who && each.round === this.#round)
        )
          this.#look(t)
        break
      default:
        if (!this.#closed) this.said.push(`${t} ${it.who} ${it.do} ${this.#press(it.do, it.who, t)}`)
    }
    this.#lookAtClock(t)
  }

  #press(what: Press, who: string, t: number): string {
    const mine = this.#has.find((each) => each.who === who)
    const isFirst = this.#has[0]?.who === who
    if (this.#of.people.some(({ id, outside }) => id === who && outside) && forOwnPeople.includes(what))
      return "no"
    switch (what) {
      case "take":
        if (mine) return "already"
        if (this.#enough) return "no"
        this.#has.push({ who, at: t })
        if (this.#has.length === 1) [this.#heard, this.#acting] = [t, false]
        return this.#has.length === 1 ? "has" : "joins"
      case "pass": {
        const rang = this.#called.filter(
          (each) => each.who === who && !each.passed && each.round >= this.#round - 1,
        )
        if (rang.length === 0) return "no"
        for (const each of rang) each.passed = true
        if (!this.#enough) this.#goUp(t)
        return "yes"
      }
      case "help":
        if (this.#place >= this.#of.ladder.steps.length) return "no"
        this.#goUp(t, true)
        return "yes"
      case "undo":
        if (!mine || t > mine.at + this.#of.ladder.undo / A_MINUTE) return "no"
        this.#has = this.#has.filter((each) => each !== mine)
        if (isFirst) [this.#heard, this.#acting] = [t, false]
        this.#goUp(t)
        return "yes"
      case "still":
        if (!isFirst) return "no"
        this.#heard = t
        return "yes"
      case "progress":
        if (isFirst) [this.#heard, this.#acting] = [t, true]
        if (this.#of.askEvery !== null) this.#asks = t + this.#of.askEvery / A_MINUTE
        return "yes"
      case "close":
        if (!isFirst) return "no"
        this.#closed = true
        return "yes"
    }
  }
}
