import type { Item } from "../../rules/item.ts"
import { isRole } from "../../rules/procedure.ts"
import { hindrance, marked, nextLevel, openGates, said, type Word } from "../../rules/review.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as cards from "./cards.ts"
import { turnOf } from "./reviewers.ts"
import { shown } from "./showing.ts"
import { tellStory } from "./urgent.ts"

/** What somebody says of an item, on the card of a turn. */
export interface Verdict {
  readonly turn: number
  readonly verdict: Word["verdict"]
  /** The gates they answer for. */
  readonly gates: readonly string[]
  readonly note: string | null
  readonly paper: string | null
}

/** A card of an earlier turn: two pressed at once, or the item was changed meanwhile. */
export const refuseStale = async (act: Act, item: Item, turn: number): Promise<void> => {
  if (item.turn !== turn || item.state !== "waiting")
    throw new Refusal(act.text.review.settledAlready(act.text.reviewcard.settled(await shown(act, item))))
}

/** Refuses whoever has nothing to say on a card, before they are asked to write. */
export const refuseOthers = async (act: Act, me: people.Member, item: Item, turn: number): Promise<void> => {
  await refuseStale(act, item, turn)
  if (isRole(nextLevel(item)?.step ?? "deputy")) await demandTurn(act, me, item)
  else await people.demand(act, me, "procedure.record", item.unitId)
}

/** Whoever's turn it is agrees, or gives it back with a reason; an office outside is recorded from its paper. */
export const decide = async (act: Act, me: people.Member, item: Item, said_: Verdict): Promise<Item> => {
  await refuseStale(act, item, said_.turn)
  const next = nextLevel(item)
  if (next === null) throw new Refusal(act.text.review.gone)
  const { verdict, gates, note, paper } = said_
  const word: Word = { level: next.at, verdict, by: act.by, at: act.now, gates, note, paper, standIn: null }
  if (!isRole(next.step)) {
    await people.demand(act, me, "procedure.record", item.unitId)
    return carry(act, item, word)
  }
  const standIn = await demandTurn(act, me, item)
  return carry(act, item, { ...word, standIn })
}

/** Refuses whoever's turn it is not, and says why; gives back in whose place they act. */
const demandTurn = async (act: Act, me: people.Member, item: Item): Promise<string | null> => {
  const next = nextLevel(item)
  const decider = (await turnOf(act, item)).find(({ person }) => person.id === me.person.id)
  if (decider) return decider.standIn?.id ?? null
  const words = act.text.review
  if (item.by === me.person.id) throw new Refusal(words.hindrances.own)
  const before = item.opinions.find(({ by, round }) => by === me.person.id && round === item.round)
  if (before) throw new Refusal(words.hindrances.twice(before.level + 1))
  throw new Refusal(words.notYours(next?.step ?? "reviewer", (next?.at ?? 0) + 1))
}

const carry = async (act: Act, before: Item, word: Word): Promise<Item> => {
  const found = hindrance(before, word)
  const words = act.text.review.hindrances
  if (found !== null)
    throw new Refusal(
      found.code === "gates"
        ? words.gates(found.missing.map(act.text.cited.says))
        : found.code === "twice"
          ? words.twice(found.level + 1)
          : words[found.code],
    )
  const after = said(before, word)
  await cards.close(act, before, after)
  const kept = await (nextLevel(after) === null ? cards.keep(act, after) : cards.ask(act, after))
  await tell(act, before, kept)
  return kept
}

/** The author hears that it may come out, or has to be changed; what came out and is not agreed to, the leaders hear too. */
const tell = async (act: Act, before: Item, after: Item): Promise<void> => {
  const it = await shown(act, after)
  const words = act.text.review
  if (after.state === "returned") {
    await tellStory(act, after, "draft-returned")
    await cards.tellAuthor(act, after, {
      text: act.text.reviewcard.settled(it),
      buttons: [
        [{ label: words.buttons.revise, press: `revise item=${after.id}` }],
        [{ label: words.buttons.retract, press: `retract item=${after.id}` }],
      ],
    })
    if (before.clearedAt !== null) await tellLeaders(act, after, words.outAndReturned(it))
  } else if (before.clearedAt === null && after.clearedAt !== null) {
    await tellStory(act, after, "draft-cleared")
    await cards.tellAuthor(act, after, {
      text: `${act.text.reviewcard.settled(it)}\n${words.mayComeOut(it)}`,
      buttons: [[{ label: words.buttons.published, press: `published item=${after.id}` }]],
    })
  }
}

const tellLeaders = async (act: Act, item: Item, text: string): Promise<void> => {
  for (const { id } of await owners.leaders(act, item.unitId))
    if (id !== act.by)
      await outbox.post(act, { to: { kind: "person", id }, lane: "emergency", body: { text } })
}

/** Ticks one gate, or takes its tick away; with the last one the level is passed. Gives back the item, passed or not. */
export const mark = async (
  act: Act,
  me: people.Member,
  before: Item,
  turn: number,
  at: number,
): Promise<Item> => {
  await refuseStale(act, before, turn)
  await demandTurn(act, me, before)
  const gate = before.gates[at]
  if (!gate) throw new Refusal(act.text.review.gone)
  const after = marked(before, gate.id)
  const whole = openGates(after).length === 0 && after.marked.includes(gate.id)
  if (!whole || nextLevel(after)?.reason === true) return cards.keep(act, after)
  return decide(act, me, after, {
    turn,
    verdict: "approved",
    gates: after.marked,
    note: null,
    paper: null,
  })
}
