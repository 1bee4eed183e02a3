import type { Account } from "../../rules/account.ts"
import { reviewOf } from "../../rules/gates.ts"
import { type Doubt, type Item, type Special, stillOn } from "../../rules/item.ts"
import { again } from "../../rules/review.ts"
import { isListed } from "../../rules/source.ts"
import { type Asked, askedFact, categories, linesFor, sources } from "../../rules/special.ts"
import { isUp } from "../../rules/life.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { profileOf } from "../procedures/asking.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"
import { publishingOn } from "./asking.ts"
import * as cards from "./cards.ts"
import { unstaffed } from "./reviewers.ts"
import { cited } from "./showing.ts"
import { Unfit } from "./unfit.ts"
import * as urgent from "./urgent.ts"

/** What its author says of an item. */
export interface Submission extends Pick<
  Item,
  "title" | "link" | "category" | "provider" | "specials" | "source" | "others" | "answers"
> {
  readonly accounts: readonly Account[]
}

/** Sends an item in, to be looked at before it comes out. Refuses what cannot be approved as it stands. */
export const submit = async (act: Act, me: people.Member, said: Submission): Promise<Item> => {
  const { accounts, ...given } = said
  const unitId = await unitOf(act, me, accounts)
  const where = await publishingOn(act, unitId, accounts)
  const { doubts, hints } = await judged(act, where, said)
  const review = reviewOf(
    where,
    said.specials,
    doubts.flatMap(({ rules }) => rules),
  )
  const unit = await units.unit(act, unitId)
  if (review.chain.length === 0) throw new Refusal(act.text.review.notAsked(unit.name))
  const open = said.specials.includes("emergency") ? await urgent.belonging(act, unitId) : null
  const item: Item = {
    ...given,
    id: act.newId(),
    unitId,
    accountIds: [...new Set(accounts.map(({ id }) => id))],
    doubts,
    hints,
    incident: open?.number ?? null,
    gates: review.gates,
    chain: review.chain,
    reviewers: review.reviewers,
    pace: review.pace,
    round: 1,
    opinions: [],
    marked: [],
    state: "waiting",
    by: act.by,
    at: act.now,
    turn: 0,
    asked: [],
    since: act.now,
    told: 0,
    clearedAt: null,
    restTold: false,
    published: [],
    dueAt: null,
  }
  const missing = await unstaffed(act, item)
  if (missing !== null)
    throw new Refusal(
      act.text.review.tooFew(unit.name, missing, item.chain.length, await cited(act, review.rules)),
    )
  await urgent.tellStory(act, item, "draft-sent")
  return cards.ask(act, item)
}

const unitOf = async (act: Act, me: people.Member, accounts: readonly Account[]): Promise<string> => {
  const [first] = accounts
  if (!first) throw new Refusal(act.text.review.noAccount)
  for (const account of accounts) {
    await people.demand(act, me, "item.submit", account.unitId)
    if (!isUp(account)) throw new Refusal(act.text.post.retired(account))
    if (account.unitId !== first.unitId) throw new Refusal(act.text.review.severalUnits)
  }
  return first.unitId
}

type Where = Awaited<ReturnType<typeof publishingOn>>

/** What holds against an item as it stands: refused at once, passed by the leader, or only pointed at. */
const judged = async (
  act: Act,
  where: Where,
  said: Submission,
): Promise<{ readonly doubts: readonly Doubt[]; readonly hints: readonly Doubt[] }> => {
  const words = act.text.review
  const doubts: Doubt[] = []
  const hints: Doubt[] = []
  const against = async (
    about: Unfit["about"],
    { strength, rules }: Pick<Asked, "strength" | "rules">,
    what: string,
  ): Promise<void> => {
    if (strength === "hard") throw new Unfit(words.against(what, await cited(act, rules)), about)
    const among = strength === "soft" ? doubts : hints
    among.push({ what, rules })
  }
  await refuseUnlicensed(act, where, said.accounts)
  await refuseProvider(act, where, said)
  if (said.specials.includes("repost")) {
    const named = askedFact(where, "item.source-named")
    if (said.source === null || words.unknownSources.includes(said.source))
      await against("source", named ?? { strength: "soft", rules: [] }, words.noSource)
    const listed = askedFact(where, "item.source-listed")
    if (listed && said.source !== null && !isListed(said.source, sources(where)))
      await against("source", listed, words.unlisted(said.source))
  }
  const agreed = askedFact(where, "item.other-units-agree")
  const silent = said.others.filter((other) => other.agreed === "").map(({ unit }) => unit)
  if (agreed && said.specials.includes("others") && (silent.length > 0 || said.others.length === 0))
    await against("others", agreed, words.notAgreed(silent))
  for (const asked of linesFor(where, said.specials))
    if (!said.answers.some(({ line }) => line === asked.line))
      await against("answers", asked, words.unanswered(lineOf(act, asked)))
  return { doubts, hints }
}

/** How a line is called in the reader's language. */
export const lineOf = ({ text }: Pick<Act, "text">, { line, says, saysEn }: Asked): string =>
  says === null ? (text.review.facts[line] ?? line) : text.cited.says({ says, saysEn })

const refuseUnlicensed = async (act: Act, where: Where, accounts: readonly Account[]): Promise<void> => {
  const rule = askedFact(where, "account.licence")
  if (rule === null) return
  for (const account of accounts) {
    const { news, licence } = await profileOf(act, account.id)
    if (news && licence === null)
      throw new Refusal(act.text.review.unlicensed(account, await cited(act, rule.rules)))
  }
}

/** Some kinds of content come from certain offices alone. */
const refuseProvider = async (act: Act, where: Where, { category, provider }: Submission): Promise<void> => {
  const kind = categories(where).find(({ name }) => name === category)
  if (!kind || kind.providers.length === 0 || kind.providers.includes(provider ?? "")) return
  const message = act.text.review.wrongProvider(kind.name, kind.providers, await cited(act, kind.rules))
  throw new Unfit(message, "provider")
}

/** What an author may still do with an item. */
const demandAuthor = async (act: Act, me: people.Member, item: Item): Promise<void> => {
  if (item.by !== me.person.id) throw new Refusal(act.text.review.notAuthor)
  await people.demand(act, me, "item.submit", item.unitId)
}

/** Its author has changed the draft: whatever was agreed falls, and everybody looks at it anew. */
export const revise = async (
  act: Act,
  me: people.Member,
  before: Item,
  changes: Partial<Pick<Item, "title" | "link">>,
): Promise<Item> => {
  await demandAuthor(act, me, before)
  if (before.state === "withdrawn") throw new Refusal(act.text.review.over[before.state])
  if (before.state === "approved" && stillOn(before).length < before.accountIds.length)
    throw new Refusal(act.text.review.out)
  const after = again({ ...before, ...changes }, act.now)
  const missing = await unstaffed(act, after)
  if (missing !== null) {
    const unit = await units.unit(act, after.unitId)
    throw new Refusal(act.text.review.tooFew(unit.name, missing, after.chain.length, []))
  }
  await cards.close(act, before, after)
  await urgent.tellStory(act, after, "draft-sent")
  return cards.ask(act, after)
}

/** Its author takes it back: it need not come out. */
export const retract = async (act: Act, me: people.Member, before: Item): Promise<Item> => {
  await demandAuthor(act, me, before)
  if (before.state === "withdrawn" || stillOn(before).length < before.accountIds.length)
    throw new Refusal(act.text.review[before.state === "withdrawn" ? "gone" : "out"])
  const after: Item = { ...before, state: "withdrawn", clearedAt: null, asked: [], since: act.now }
  await cards.close(act, before, after)
  await urgent.tellStory(act, after, "draft-withdrawn")
  return cards.keep(act, after)
}

/** The special things that may be said of an item at once: a comment is reviewed by rules of its own. */
export const sorted = (specials: readonly Special[]): readonly Special[] =>
  specials.includes("comment") ? ["comment"] : [...new Set(specials)]
