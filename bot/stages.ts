import type { Account, Draft, Platform } from "../rules/account.ts"
import type { Procedure } from "../rules/procedure.ts"
import { addDays, type Day, dayOf, days } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import * as accounts from "../services/accounts.ts"
import { act, type Act, type App } from "../services/app.ts"
import * as certification from "../services/certification.ts"
import * as offline from "../services/offline/going.ts"
import * as golive from "../services/opening/golive.ts"
import * as planning from "../services/opening/planning.ts"
import * as people from "../services/people.ts"
import * as deciding from "../services/procedures/deciding.ts"
import * as sending from "../services/procedures/sending.ts"
import * as rounds from "../services/rounds.ts"
import * as units from "../services/units.ts"
import { cast, setUp } from "./county.ts"

/** Who does things in the transport bureau: the operator asks, the leader is its chief too. */
interface Bureau {
  readonly unit: Unit
  readonly operator: people.Member
  readonly chief: people.Member
}

const NAME = "示例交通"

/**
 * The small county, and in it a bureau under a regulation of its own with one account in each stage of its life: applied
 * for, approved, newly opened, certified not much longer, offline.
 */
export const setUpStages = async (app: App): Promise<void> => {
  await setUp(app)
  await act(app, { by: "setup", why: "stages" }, async (turn) => {
    const known = new Set((await turn.tables.outbox.all()).map(({ id }) => id))
    const bureau = await found(turn)
    await ordinary(turn, bureau)
    await newlyOpened(turn, bureau)
    await goneOffline(turn, bureau)
    await approved(turn, bureau)
    // What was said in those weeks was read long ago; only the application of today still waits on the chief's phone.
    for (const { id } of await turn.tables.outbox.all())
      if (!known.has(id)) await turn.tables.outbox.remove(id)
    await applied(turn, bureau)
  })
}

const found = async (turn: Act): Promise<Bureau> => {
  const [county] = await turn.tables.units.where("name", "示例县人民政府办公室")
  const unit = await units.create(turn, {
    name: "示例县交通运输局",
    kind: "county-department",
    parentId: county?.id ?? null,
    rulebooks: [await whole(turn)],
  })
  await rounds.begin(turn, unit.id)
  const member = async (
    user: number,
    ...roles: readonly ("administrator" | "publisher" | "chief" | "leader")[]
  ) => {
    const known = await people.memberOf(turn, `telegram:${user}`)
    if (!known) throw new Error(`${user} is not of the county`)
    for (const role of roles) await people.appoint(turn, known.person.id, unit.id, role)
    return { ...known, roles: await people.rolesOf(turn, known.person.id) }
  }
  const [operator, leader] = cast.people
  return {
    unit,
    operator: await member(operator.id, "administrator", "publisher"),
    chief: await member(leader.id, "chief", "leader"),
  }
}

/** A regulation that says something of every stage: of opening, and of going offline for a while. */
const whole = async (turn: Act): Promise<string> => {
  const books = (await turn.tables.rulebooks.all()).map(({ book }) => book)
  const found = books.find(({ rules }) =>
    ["account.open", "account.go-offline"].every((stage) =>
      rules.some((rule) => rule.kind === "approval" && rule.for === stage && rule.origin === "text"),
    ),
  )
  if (!found) throw new Error("no rulebook speaks of every stage")
  return found.id
}

/** The same turn, so many days earlier, as somebody. */
const ago = (turn: Act, count: number, { person }: people.Member): Act => ({
  ...turn,
  now: turn.now - days(count),
  by: person.id,
})

const drafted = ({ unit, operator }: Bureau, platform: Platform, openedOn: Day | null): Draft => ({
  unitId: unit.id,
  platform,
  name: NAME,
  link: null,
  verification: unit.name,
  operator: null,
  custodian: { name: operator.person.name, personId: operator.person.id },
  editors: [operator.person.name],
  openedOn,
  main: platform === "wechat-subscription",
})

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

/** Asked for and agreed by everybody so many days ago. */
const agreed = async (turn: Act, bureau: Bureau, account: Account, asked: sending.Sending): Promise<void> => {
  const { operator, chief } = bureau
  let { procedure } = await sending.send({ ...turn, by: operator.person.id }, operator, account, asked)
  while (procedure.state === "waiting") procedure = await agreedOnce(turn, bureau, procedure, chief)
}

const agreedOnce = async (
  turn: Act,
  { operator }: Bureau,
  procedure: Procedure,
  chief: people.Member,
): Promise<Procedure> => {
  const next = procedure.chain[procedure.decisions.length]?.step
  if (next === undefined) throw new Error("nobody is left to agree")
  const outcome =
    next === "chief"
      ? await deciding.decide({ ...turn, by: chief.person.id }, chief, procedure, {
          turn: procedure.turn,
          verdict: "approved",
          note: null,
        })
      : await deciding.record({ ...turn, by: operator.person.id }, operator, procedure, {
          step: next,
          verdict: "approved",
          paper: "示例批〔2026〕1号",
          on: dayOf(turn.now),
          note: null,
        })
  return outcome.procedure
}

const OPENING = {
  kind: "account.open",
  reason: null,
  ticks: ["leadership", "funding", "systems", "contact"],
  attachments: [],
  details: {},
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
    on: dayOf(then.now),
    registeredOn: null,
    link: null,
    verification: bureau.unit.name,
    announcement: "https://www.example.gov.cn/opening",
    licence: null,
    app: null,
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

/** Applied for this morning: the chief has the card. */
const applied = async (turn: Act, bureau: Bureau): Promise<void> => {
  const now = ago(turn, 0, bureau.operator)
  await sending.send(now, bureau.operator, await planned(now, bureau, "kuaishou"), OPENING)
}
