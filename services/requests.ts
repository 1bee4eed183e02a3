import type { Button } from "../rules/outgoing.ts"
import type { Person } from "../rules/person.ts"
import type { Request } from "../rules/request.ts"
import { days } from "../rules/time.ts"
import { outsideQuiet } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** How long an unanswered request is kept, and how long a decided one is remembered. */
export const KEPT_DAYS = 14

/** What whoever asked is told, with what they can do next. */
export interface Answer {
  readonly text: string
  readonly buttons: readonly (readonly Button[])[]
}

interface Asking extends Pick<Request, "unitId" | "wanted" | "rules"> {
  /** What the card says. */
  readonly says: string
  /** It needs a second person, whoever asks. */
  readonly second?: true
  /** It is to be confirmed, by one of these. */
  readonly confirmedBy?: readonly Person[]
  /** Who wants it, and since when, where that is not whoever acts. */
  readonly said?: Pick<Request, "by" | "at">
}

/** Keeps what is wanted and asks the leader in charge in private; whoever may decide it asks nobody. */
export const ask = async (
  act: Act,
  me: people.Member | null,
  { says, second, confirmedBy, said, ...asking }: Asking,
): Promise<{ readonly request: Request; readonly leaders: readonly string[] | null }> => {
  const { unitId } = asking
  const decides = second === undefined && confirmedBy === undefined
  const own = decides && me !== null && (await people.may(act, me, "account.except", unitId))
  const deciders = confirmedBy ?? (await owners.deciders(act, unitId))
  const leaders = own ? [] : deciders.filter(({ id }) => decides || id !== act.by)
  if (!own && leaders.length === 0) {
    const { name } = await units.unit(act, unitId)
    throw new Refusal(
      confirmedBy === undefined ? act.text.request.noLeader(name, says) : act.text.second.nobody(name),
    )
  }
  const request: Request = {
    ...asking,
    id: act.newId(),
    by: said?.by ?? act.by,
    at: said?.at ?? act.now,
    asked: leaders.map(({ id }) => id),
    state: "waiting",
    dueAt: act.now + days(KEPT_DAYS),
  }
  await act.tables.requests.put(request)
  for (const id of request.asked)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: cardOf(request, id),
      keptUntil: request.dueAt + days(1),
      dueAt: await daytime(act, unitId),
      body: {
        text: `${says}\n${howToDecide(act, confirmedBy !== undefined)}`,
        buttons: [buttonsOf(act, request, confirmedBy !== undefined)],
      },
    })
  return { request, leaders: own ? null : leaders.map(({ name }) => name) }
}

const howToDecide = (act: Act, confirming: boolean): string =>
  confirming ? act.text.second.howTo(KEPT_DAYS) : act.text.request.howToDecide(KEPT_DAYS)

const buttonsOf = (act: Act, { id }: Request, confirming: boolean): readonly Button[] => {
  const { yes, no } = act.text.second.buttons
  const { agree, disagree } = act.text.request.buttons
  return confirming
    ? [
        { label: yes, press: `confirm request=${id} say=yes` },
        { label: no, press: `confirm request=${id} say=no` },
      ]
    : [
        { label: agree, press: `approve request=${id}` },
        { label: disagree, press: `refuse request=${id}` },
      ]
}

/** A request that can still be decided by this person. */
export const waiting = async (act: Act, me: people.Member, id: string): Promise<Request> => {
  const request = await act.tables.requests.get(id)
  if (request) await demandDecider(act, me, request)
  if (request?.state !== "waiting") throw new Refusal(act.text.request.decidedAlready)
  return request
}

/** What a rule refuses is for those who lead; what only has to be confirmed is for those who were asked. */
const demandDecider = async (act: Act, me: people.Member, request: Request): Promise<void> => {
  const confirms = request.wanted.kind === "done"
  await people.demand(act, me, confirms ? "duty.finish" : "account.except", request.unitId)
  if (confirms && !request.asked.includes(me.person.id)) throw new Refusal(act.text.second.notYours)
}

/** Ends a request: its cards say how, and whoever asked is told. */
export const close = async (
  act: Act,
  request: Request,
  state: "approved" | "refused",
  outcome: Answer,
): Promise<void> => {
  await act.tables.requests.put({ ...request, state, dueAt: act.now + days(KEPT_DAYS) })
  await settle(act, request, outcome)
}

/** Nobody answered in time, or the answer need not be remembered any longer. Its cards and whoever asked say so. */
export const forget = async (act: Act, request: Request, outcome: Answer): Promise<void> => {
  await act.tables.requests.remove(request.id)
  if (request.state === "waiting" && request.asked.length > 0) await settle(act, request, outcome)
}

const settle = async (act: Act, request: Request, outcome: Answer): Promise<void> => {
  for (const id of request.asked) {
    const card = await act.tables.outbox.get(cardOf(request, id))
    if (!card) continue
    const [what = ""] = card.body.text.split("\n")
    await outbox.post(act, {
      to: card.to,
      lane: "notice",
      edits: card.id,
      body: { text: `${what}\n${outcome.text}` },
    })
  }
  const asker = await act.tables.persons.get(request.by)
  if (asker?.state !== "active" || request.by === act.by) return
  await outbox.post(act, {
    to: { kind: "person", id: asker.id },
    lane: "notice",
    dueAt: await daytime(act, request.unitId),
    body: outcome,
  })
}

const cardOf = (request: Request, personId: string): string => `request:${request.id}:${personId}`

/** Nothing of this is worth waking anybody. */
const daytime = async (act: Act, unitId: string): Promise<number> =>
  outsideQuiet(await units.times(act, unitId), act.now)
