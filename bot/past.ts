import type { Account, Platform } from "../rules/account.ts"
import { addDays, dayOf, days, endOf, hours, instantOf, minutes } from "../rules/time.ts"
import type { Act } from "../services/app.ts"
import * as bindings from "../services/bindings.ts"
import * as findings from "../services/findings/opening.ts"
import * as people from "../services/people.ts"
import { ago } from "./bureau.ts"
import { cast } from "./county.ts"

interface Kept {
  readonly platform: Platform
  readonly name: string
  /** Posted each so many days. */
  readonly every: number
  /** Nothing was posted between so many days ago and so many; what ended it was reported days later. */
  readonly silent?: readonly [until: number, from: number]
}

const kept: readonly Kept[] = [
  { platform: "weibo", name: "示例县发布", every: 2 },
  { platform: "wechat-subscription", name: "示例县发布", every: 3 },
  { platform: "douyin", name: "示例县发布", every: 5, silent: [33, 52] },
  { platform: "wechat-subscription", name: "示例县教育", every: 7 },
  { platform: "weibo", name: "示例县教育", every: 6, silent: [12, 30] },
]

const LONG_DAYS = 91
const LATE = days(4)

/**
 * A quarter of a year in which the county's accounts were kept, most of the time: two of them fell silent for some weeks,
 * somebody did not come on duty one night, and a check found something.
 */
export const lived = async (turn: Act): Promise<void> => {
  const [operator, leader, supervisor] = await Promise.all(
    cast.people.map(({ id }) => people.memberOf(turn, `telegram:${id}`)),
  )
  if (!operator || !leader || !supervisor) throw new Error("the county has lost its cast")
  for (const each of kept) {
    const account = (await turn.tables.accounts.where("name", each.name)).find(
      ({ platform }) => platform === each.platform,
    )
    if (account) await posted(turn, account, each, operator)
  }
  await missedNight(turn, leader, operator)
  await checked(turn, supervisor)
}

const posted = async (turn: Act, account: Account, it: Kept, by: people.Member): Promise<void> => {
  const accountId = account.id
  const [until, from] = it.silent ?? [0, 0]
  for (let count = 4; count <= LONG_DAYS; count += it.every) {
    if (count > until && count < from) continue
    await post(turn, accountId, by, count, 0)
  }
  if (it.silent === undefined) return
  await post(turn, accountId, by, until, LATE)
  await post(turn, accountId, by, from, 0)
  const today = dayOf(turn.now)
  for (const { key: rule, atLeast } of await bindings.quotas(turn, account)) {
    if (atLeast.kind !== "every" || !("days" in atLeast)) continue
    const last = addDays(today, atLeast.days - from)
    await turn.tables.misses.put({
      id: `${accountId}/${rule}/${last}`,
      ...{ accountId, rule, from: addDays(today, 1 - from), until: last },
      ...{ needed: 1, count: 0, at: endOf(last) },
    })
  }
}

const post = async (turn: Act, accountId: string, { person }: people.Member, count: number, late: number) => {
  const at = turn.now - days(count) - hours(2)
  const id = turn.newId()
  const said = { accountId, at, link: null, original: count % 3 > 0, by: person.id }
  await turn.tables.posts.put({ id, ...said, recordedAt: at + minutes(10) + late, batchId: id })
}

/** An account that is closed was looked after until its last day, as it has to be. */
export const keptToTheEnd = async (turn: Act): Promise<void> => {
  for (const account of await turn.tables.accounts.all()) {
    if (account.state !== "cancelled") continue
    const opened = Math.floor((turn.now - account.registeredAt) / days(1))
    const by = await people.memberOf(turn, `telegram:${cast.people[0].id}`)
    for (let count = opened; by && count > 0; count -= 9) await post(turn, account.id, by, count, 0)
  }
}

/** Nobody came on duty eight nights ago, and whoever was asked to step in did. */
const missedNight = async (turn: Act, absent: people.Member, other: people.Member): Promise<void> => {
  const night = addDays(dayOf(turn.now), -8)
  const [from, to] = [instantOf(night, "20:00"), instantOf(addDays(night, 1), "08:00")]
  await turn.tables.checkins.put({
    ...{
      id: turn.newId(),
      unitId: absent.person.unitId,
      personId: absent.person.id,
      layer: "duty",
      from,
      to,
    },
    ...{ state: "absent", askAt: from - minutes(30), until: from + minutes(15), inAt: null, begun: false },
    gap: { asked: [{ personId: other.person.id, no: false }], raiseAt: null, told: [] },
    ...{ coveredBy: other.person.id, coveredAt: from + minutes(21), note: null, noteAskedAt: null },
    ...{ over: true, dueAt: null },
  })
}

/** Six days ago a check found the comments of an account switched off. */
const checked = async (turn: Act, officer: people.Member): Promise<void> => {
  const account = (await turn.tables.accounts.where("name", "示例县教育")).find(
    ({ platform }) => platform === "weibo",
  )
  if (!account) return
  await findings.enter(ago(turn, 6, officer), officer, {
    ...{ kind: "finding", what: "评论区关闭，群众无法留言", rules: [], line: null, evidence: null },
    ...{ dueOn: addDays(dayOf(turn.now), 8), unitId: account.unitId, account },
  })
}
