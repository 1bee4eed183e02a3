import type { Item } from "../rules/item.ts"
import type { Act } from "../services/app.ts"
import * as people from "../services/people.ts"
import * as deciding from "../services/reviews/deciding.ts"
import * as submitting from "../services/reviews/submitting.ts"
import { ago, type Bureau } from "./bureau.ts"
import { cast } from "./county.ts"

/** Whoever supervises the county reviews for the bureau too. */
const reviewer = async (turn: Act, { unit }: Bureau): Promise<people.Member> => {
  const known = await people.memberOf(turn, `telegram:${cast.people[2].id}`)
  if (!known) throw new Error("the county has lost its cast")
  await people.appoint(turn, known.person.id, unit.id, "reviewer")
  return known
}

/** The bureau's operator sends something in for the account that is live. */
const sentIn = async (turn: Act, { unit, operator }: Bureau, title: string): Promise<Item> => {
  const accounts = (await turn.tables.accounts.where("unit", unit.id)).filter(
    ({ state, platform }) => state === "live" && platform === "wechat-subscription",
  )
  return submitting.submit(ago(turn, 0, operator), operator, {
    title,
    accounts,
    link: "https://www.example.gov.cn/draft",
    category: null,
    provider: null,
    specials: [],
    source: null,
    others: [],
    answers: [],
  })
}

const passed = (turn: Act, by: people.Member, item: Item): Promise<Item> =>
  deciding.decide(ago(turn, 0, by), by, item, {
    turn: item.turn,
    verdict: "approved",
    gates: item.gates.filter(({ needed }) => needed).map(({ id }) => id),
    note: null,
    paper: null,
  })

/** One item may come out, another was sent in. Gives back what its reviewer does next: then it waits for the leader. */
export const inReview = async (turn: Act, bureau: Bureau): Promise<() => Promise<Item>> => {
  const first = await reviewer(turn, bureau)
  await passed(turn, bureau.chief, await passed(turn, first, await sentIn(turn, bureau, "春运出行提示")))
  const waiting = await sentIn(turn, bureau, "国省道养护施工公告")
  return () => passed(turn, first, waiting)
}
