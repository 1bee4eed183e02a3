import type { Account, Platform } from "../rules/account.ts"
import { addDays, dayOf, days } from "../rules/time.ts"
import * as accounts from "../services/accounts.ts"
import { act, type Act, type App } from "../services/app.ts"
import * as certification from "../services/certification.ts"
import { jobs } from "../services/jobs.ts"
import * as offline from "../services/offline/going.ts"
import * as golive from "../services/opening/golive.ts"
import * as planning from "../services/opening/planning.ts"
import * as sending from "../services/procedures/sending.ts"
import { ago, agreed, type Bureau, drafted, found } from "./bureau.ts"
import { cancelled, closing, exited, orderedClosed } from "./closures.ts"
import { setUp } from "./county.ts"
import { onTurns } from "./duty.ts"
import { inReview } from "./items.ts"
import { keptToTheEnd, lived } from "./past.ts"
import { wroteIn } from "./written.ts"

const MANY = 1_000

/**
 * The small county, and in it a bureau under a regulation of its own with one account in each stage of its life: applied
 * for, approved, being verified, opened without approval, newly opened, certified not much longer, offline, closing,
 * cancelled, out of supervision, ordered closed.
 */
export const setUpStages = async (app: App): Promise<void> => {
  await setUp(app)
  await act(app, { by: "setup", why: "stages" }, async (turn) => {
    const known = new Set((await turn.tables.outbox.all()).map(({ id }) => id))
    await lived(turn)
    const bureau = await found(turn)
    await ordinary(turn, bureau)
    await wroteIn(turn, bureau)
    await newlyOpened(turn, bureau)
    await goneOffline(turn, bureau)
    await approved(turn, bureau)
    await verifying(turn, bureau)
    await unasked(turn, bureau)
    await closing(turn, bureau)
    await cancelled(turn, bureau)
    await exited(turn, bureau)
    await orderedClosed(turn, bureau)
    await keptToTheEnd(turn)
    await caughtUp(turn)
    const reviewed = await inReview(turn, bureau)
    // What was said in those weeks was read long ago; only the application of today, and an item under review, wait on the chief's phone.
    for (const { id } of await turn.tables.outbox.all())
      if (!known.has(id)) await turn.tables.outbox.remove(id)
    await applied(turn, bureau)
    await reviewed()
    await onTurns(turn)
    // A shift that begins within half an hour is checked in for now.
    await caughtUp(turn)
  })
}

/** What the clock would have done in those weeks is done, so that nobody is told of an interruption. */
const caughtUp = async (turn: Act): Promise<void> => {
  for (const job of jobs)
    for (const row of await turn.tables[job.table].due(turn.now, MANY)) await job.run(turn, row as never)
}

/** Live for years, filed long before the rulebook; its certification runs out in three weeks. */
const ordinary = async (turn: Act, bureau: Bureau): Promise<void> => {
  const account = await accounts.create(turn, drafted(bureau, "wechat-subscription", "2021-06-01"), {
    exceptions: [],
    lastPostAt: turn.now - days(1),
  })
  await certification.note(
    ago(turn, 0, bureau.operator),
    bureau.operator,
    account,
    addDays(dayOf(turn.now), 21),
  )
}

const OPENING = {
  kind: "account.open",
  reason: null,
  ticks: ["leadership", "funding", "systems", "contact"],
  attachments: [],
  details: {},
} as const

const LAUNCH = {
  registeredOn: null,
  link: null,
  announcement: "https://www.example.gov.cn/opening",
  licence: null,
  app: null,
} as const

const planned = async (turn: Act, bureau: Bureau, platform: Platform): Promise<Account> =>
  planning.create(turn, drafted(bureau, platform, null), { special: false, news: false }, [])

/** Opened three days ago: its filing is due, and its announcement still has to stand. */
const newlyOpened = async (turn: Act, bureau: Bureau): Promise<void> => {
  const before = ago(turn, 60, bureau.operator)
  const account = await planned(before, bureau, "douyin")
  await agreed(before, bureau, account, OPENING)
  const then = ago(turn, 3, bureau.operator)
  await golive.goLive(then, bureau.operator, await accounts.account(then, account.id), {
    ...LAUNCH,
    on: dayOf(then.now),
    verification: bureau.unit.name,
  })
}

/** Offline for three weeks, by leave: it has to be back within nine days. */
const goneOffline = async (turn: Act, bureau: Bureau): Promise<void> => {
  const then = ago(turn, 21, bureau.operator)
  const account = await accounts.create(then, drafted(bureau, "weibo", "2021-06-01"), {
    exceptions: [],
    lastPostAt: then.now - days(1),
  })
  const on = dayOf(then.now)
  await agreed(then, bureau, account, {
    kind: "account.go-offline",
    reason: null,
    ticks: [],
    attachments: [],
    details: { cause: "upgrade", from: on, until: addDays(on, 25) },
  })
  await offline.go(then, bureau.operator, await accounts.account(then, account.id), {
    on,
    announcement: "https://www.example.gov.cn/offline",
  })
}

/** Approved ten months ago and not live yet: two months are left. */
const approved = async (turn: Act, bureau: Bureau): Promise<void> => {
  const then = ago(turn, 300, bureau.operator)
  await agreed(then, bureau, await planned(then, bureau, "toutiao"), OPENING)
}

/** Agreed to a month ago; its verification text does not name its sponsor, so that it waits. */
const verifying = async (turn: Act, bureau: Bureau): Promise<void> => {
  const before = ago(turn, 30, bureau.operator)
  const account = await planned(before, bureau, "wechat-service")
  await agreed(before, bureau, account, OPENING)
  const now = ago(turn, 0, bureau.operator)
  await golive.goLive(now, bureau.operator, await accounts.account(now, account.id), {
    ...LAUNCH,
    on: dayOf(now.now),
    verification: account.name,
  })
}

/** Opened the day before yesterday, and nobody had asked for leave. */
const unasked = async (turn: Act, bureau: Bureau): Promise<void> => {
  const now = ago(turn, 0, bureau.operator)
  await accounts.create(now, drafted(bureau, "wechat-video", addDays(dayOf(now.now), -2)), {
    exceptions: [],
    lastPostAt: now.now - days(1),
  })
}

/** Applied for this morning: the chief has the card. */
const applied = async (turn: Act, bureau: Bureau): Promise<void> => {
  const now = ago(turn, 0, bureau.operator)
  await sending.send(now, bureau.operator, await planned(now, bureau, "kuaishou"), OPENING)
}
