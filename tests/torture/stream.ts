import type { Playground } from "../../playground/playground.ts"
import { dayOf, hours, minutes, timeOf } from "../../rules/time.ts"
import { crew, reporter } from "./crew.ts"
import type { Dice } from "./dice.ts"
import { group, operators, outsider } from "./office.ts"

/** Something a person did, and what has to come of it. */
export interface Deed {
  readonly update: string
  readonly kind: "report" | "again" | "stranger" | "nonsense" | "undo" | "emergency" | "answer" | "event"
  /** Where they wrote. */
  readonly chat: number
  /** The link they reported, of a post or of an emergency. */
  readonly link: string | null
}

/** None of them is ever closed: with more, each life would be spent on those of before. */
const MOST = 12

/** People who write and press, one after the other. */
export class Stream {
  readonly deeds: Deed[] = []
  /** Everybody who has shut the bot out for a while. */
  readonly blockers = new Set<number>()
  /** Where the office's group is now. */
  group: number = group
  readonly #playground: Playground
  readonly #dice: Dice
  readonly #begun: number
  #next: number
  #reports = 0
  #emergencies = 0
  #blocked: number | null = null

  constructor(playground: Playground, dice: Dice, firstUpdate: number) {
    this.#playground = playground
    this.#dice = dice
    this.#next = firstUpdate
    this.#begun = playground.clock.now()
  }

  /** Somebody does something. */
  go(): void {
    const roll = this.#dice.next()
    if (roll < 0.015 && this.#emergencies < MOST) this.#emergency()
    else if (roll < 0.13) this.#answer()
    else if (roll < 0.72) this.#report()
    else if (roll < 0.77) this.#again()
    else if (roll < 0.94) this.#undo()
    else if (roll < 0.97) this.#say("nonsense", this.#dice.one(operators).user, "早上好")
    else this.#say("stranger", outsider, "/today")
  }

  #report(): void {
    this.#reports += 1
    const { user, account } = this.#dice.one(operators)
    // Every report has a minute of its own, so that no two receipts of an account read the same.
    const at = this.#begun - hours(3) - minutes(this.#reports + 1)
    const link = `https://example.com/${account.slice(2)}/${this.#reports}`
    const text = `/post ${account} ${link} ${dayOf(at)} ${timeOf(at)}`
    this.#say("report", user, text, this.#dice.next() < 0.4 ? this.group : user, link)
  }

  /** The same link a second time, in the chat where it was reported: there one comes after the other. */
  #again(): void {
    const reported = this.deeds.filter(({ kind }) => kind === "report").slice(-50)
    if (reported.length === 0) return
    const { link, chat: known } = this.#dice.one(reported)
    const chat = known === group ? this.group : known
    const number = link?.split("/")[3]
    const by = operators.find(({ account }) => account === `账号${number ?? ""}`)
    if (by && link !== null) this.#say("again", by.user, `/post ${by.account} ${link}`, chat, link)
  }

  /** Something has gone wrong, and is reported. */
  #emergency(): void {
    this.#emergencies += 1
    const link = `https://example.com/sos/${this.#emergencies}`
    this.#say("emergency", reporter.user, `/sos 舆情 一般 ${link}`, reporter.user, link)
  }

  /** One of those who may have been called presses something on a card of theirs. */
  #answer(): void {
    const able = crew.filter(({ user }) => user !== this.#blocked)
    const { user } = this.#dice.one(able)
    const wanted = ["我来处理", "不是我的事", "不是我的事", "需要增援", "还在处理", "撤销（1分钟内）"]
    const label = this.#dice.one(wanted)
    const cards = this.#playground
      .transcript({ chat: user, last: 20 })
      .filter(({ buttons }) => buttons.flat().some((each) => each.label === label))
    if (cards.length === 0) return
    const { id } = this.#dice.one(cards)
    this.#playground.press({ who: user, message: id, button: label }).catch(() => null)
    this.#note("answer", user, null)
  }

  /** Somebody shuts the bot out; later they let it in again, and write to it. */
  shutOut(): void {
    if (this.#blocked !== null) {
      const who = this.#blocked
      this.#blocked = null
      this.#count(() => this.#playground.unblock(who))
      this.#say("nonsense", who, "/me")
      return
    }
    const { user } = this.#dice.one(crew)
    this.#blocked = user
    this.blockers.add(user)
    this.#count(() => this.#playground.block(user))
  }

  /** Lets in again whoever has shut it out. */
  letIn(): void {
    if (this.#blocked !== null) this.shutOut()
  }

  /** The group becomes a supergroup, under another id. */
  migrate(): void {
    const who = operators[0]?.user ?? 0
    this.#count(() => (this.group = this.#playground.migrate({ who, chat: group })))
  }

  /** Whatever news that brings the bot. */
  #count(change: () => void): void {
    const before = this.#playground.counts().pending
    change()
    const after = this.#playground.counts().pending
    for (let news = before; news < after; news += 1) this.#note("event", 0, null)
  }

  #undo(): void {
    const { user } = this.#dice.one(operators)
    const cards = this.#playground
      .transcript({ chat: user, last: 30 })
      .filter(({ buttons }) => buttons.flat().some(({ label }) => label === "撤销"))
    if (cards.length === 0) return
    const { id } = this.#dice.one(cards)
    // What is shown at once is lost with the process; what was done is looked for in the journal.
    this.#playground.press({ who: user, message: id, button: "撤销" }).catch(() => null)
    this.#note("undo", user, null)
  }

  #say(kind: Deed["kind"], who: number, text: string, chat = who, link: string | null = null): void {
    this.#playground.say({ who, chat, text })
    this.#note(kind, chat, link)
  }

  #note(kind: Deed["kind"], chat: number, link: string | null): void {
    this.deeds.push({ update: `telegram:${this.#next}`, kind, chat, link })
    this.#next += 1
  }
}
