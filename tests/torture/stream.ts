import type { Playground } from "../../playground/playground.ts"
import { dayOf, minutes, timeOf } from "../../rules/time.ts"
import type { Dice } from "./dice.ts"
import { group, operators, outsider } from "./office.ts"

/** Something a person did, and what has to come of it. */
export interface Deed {
  readonly update: string
  readonly kind: "report" | "again" | "stranger" | "nonsense" | "undo"
  /** Where they wrote. */
  readonly chat: number
  /** The link they reported. */
  readonly link: string | null
}

/** People who write and press, one after the other. */
export class Stream {
  readonly deeds: Deed[] = []
  readonly #playground: Playground
  readonly #dice: Dice
  readonly #begun: number
  #next: number
  #reports = 0

  constructor(playground: Playground, dice: Dice, firstUpdate: number) {
    this.#playground = playground
    this.#dice = dice
    this.#next = firstUpdate
    this.#begun = playground.clock.now()
  }

  /** Somebody does something. */
  go(): void {
    const roll = this.#dice.next()
    if (roll < 0.72) this.#report()
    else if (roll < 0.77) this.#again()
    else if (roll < 0.94) this.#undo()
    else if (roll < 0.97) this.#say("nonsense", this.#dice.one(operators).user, "早上好")
    else this.#say("stranger", outsider, "/today")
  }

  #report(): void {
    this.#reports += 1
    const { user, account } = this.#dice.one(operators)
    // Every report has a minute of its own, so that no two receipts of an account read the same.
    const at = this.#begun - minutes(this.#reports + 1)
    const link = `https://example.com/${account.slice(2)}/${this.#reports}`
    const text = `/post ${account} ${link} ${dayOf(at)} ${timeOf(at)}`
    this.#say("report", user, text, this.#dice.next() < 0.4 ? group : user, link)
  }

  /** The same link a second time, in the chat where it was reported: there one comes after the other. */
  #again(): void {
    const reported = this.deeds.filter(({ kind }) => kind === "report").slice(-50)
    if (reported.length === 0) return
    const { link, chat } = this.#dice.one(reported)
    const number = link?.split("/")[3]
    const by = operators.find(({ account }) => account === `账号${number ?? ""}`)
    if (by && link !== null) this.#say("again", by.user, `/post ${by.account} ${link}`, chat, link)
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
