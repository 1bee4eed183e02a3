import type { Account } from "../../rules/account.ts"
import type { Attention, Case } from "../../rules/case.ts"
import { isNext, noted, stepped } from "../../rules/casework.ts"
import { holdsPersonalData } from "../../rules/personal.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { keep } from "./cards.ts"
import { follow } from "./clocks.ts"
import { mayHandle } from "./showing.ts"

export interface Received {
  readonly topic: string | null
  readonly attention: Attention
  readonly confidential: boolean
  readonly link: string | null
  readonly platformNumber: string | null
  readonly receivedAt: Instant
}

/** What somebody has just done. */
export const doing = (act: Act, note: string | null = null) => ({ by: act.by, at: act.now, note })

/** Whatever way it came in: nothing that tells who wrote is kept. */
const refusePersonal = (act: Act, ...texts: readonly (string | null)[]): void => {
  if (texts.some((text) => text !== null && holdsPersonalData(text)))
    throw new Refusal(act.text.cases.personal)
}

/** Refuses a step that is not the next one, and says which is. */
export const refuseOutOfTurn = (act: Act, it: Case, step: Parameters<typeof isNext>[1]): void => {
  if (!isNext(it, step)) throw new Refusal(act.text.cases.outOfTurn(it, step))
}

/** Refuses whoever has nothing to do with a message. */
export const demand = async (act: Act, me: people.Member, it: Case): Promise<void> => {
  if (!(await mayHandle(act, me, it))) throw new Refusal(act.text.cases.elsewhere(it.number))
}

const nextNumber = async (act: Act): Promise<string> => {
  const year = dayOf(act.now).slice(0, 4)
  return `M${year}-${(await act.tables.cases.where("year", year)).length + 1}`
}

/** Takes in a message of the public: with its topic it is sorted and registered at once, each step kept. */
export const take = async (
  act: Act,
  me: people.Member,
  account: Account,
  received: Received,
): Promise<Case> => {
  await people.demand(act, me, "case.handle", account.unitId)
  refusePersonal(act, received.topic, received.link, received.platformNumber)
  if (received.receivedAt > act.now) throw new Refusal(act.text.post.future(received.receivedAt, act.now))
  await refuseTwice(act, account, received)
  const { topic, ...said } = received
  const taken: Case = {
    ...said,
    id: act.newId(),
    number: await nextNumber(act),
    unitId: account.unitId,
    accountId: account.id,
    topic: null,
    by: act.by,
    at: act.now,
    department: null,
    firstReplyAt: null,
    promises: [],
    postponing: null,
    reply: null,
    chain: [],
    consents: [],
    ticks: [],
    state: "received",
    reopened: 0,
    content: null,
    supervised: null,
    closedAt: null,
    notes: [{ what: "received", ...doing(act) }],
    turn: 0,
    asked: [],
  }
  const it = topic === null ? taken : sorted(act, taken, topic, taken.attention)
  await keep(act, it)
  await follow(act, it)
  return it
}

/** The same message, entered by another. */
const refuseTwice = async (act: Act, account: Account, { link, platformNumber }: Received): Promise<void> => {
  if (link === null && platformNumber === null) return
  const known = (await act.tables.cases.where("account", account.id)).find(
    (each) =>
      (link !== null && each.link === link) ||
      (platformNumber !== null && each.platformNumber === platformNumber),
  )
  if (known) throw new Refusal(act.text.cases.takenAlready(known.number))
}

const sorted = (act: Act, it: Case, topic: string, attention: Attention): Case =>
  stepped(stepped({ ...it, topic, attention }, "sorted", doing(act)), "registered", doing(act))

/** Says what a message is about: it is sorted, and with its number registered. */
export const sort = async (
  act: Act,
  me: people.Member,
  it: Case,
  topic: string,
  attention: Attention,
): Promise<Case> => {
  await demand(act, me, it)
  refusePersonal(act, topic)
  refuseOutOfTurn(act, it, "sorted")
  const after = await keep(act, sorted(act, it, topic, attention))
  await follow(act, after)
  return after
}

export type Mark = "confidential" | "hot" | "some" | "single"

/** Marks a message as one to be kept to oneself, which stays so, or by how many people it concerns. */
export const mark = async (act: Act, me: people.Member, it: Case, as: Mark): Promise<Case> => {
  await demand(act, me, it)
  if (as === "confidential" ? it.confidential : it.attention === as)
    throw new Refusal(act.text.cases.markedAlready(it.number))
  const marked = as === "confidential" ? { ...it, confidential: true } : { ...it, attention: as }
  const what = as === "confidential" || as === "hot" ? as : null
  const after = await keep(act, what === null ? marked : noted(marked, what, doing(act)))
  if (as === "confidential" && after.state !== "closed") await follow(act, after)
  return after
}
