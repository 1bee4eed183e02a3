import type { Account, Draft, Platform } from "../rules/account.ts"
import type { Procedure } from "../rules/procedure.ts"
import { type Day, dayOf, days } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "../services/app.ts"
import * as people from "../services/people.ts"
import * as deciding from "../services/procedures/deciding.ts"
import * as sending from "../services/procedures/sending.ts"
import * as rounds from "../services/rounds.ts"
import * as units from "../services/units.ts"
import { cast } from "./county.ts"

/** Who does things in the transport bureau: the operator asks, the leader is its chief too. */
export interface Bureau {
  readonly unit: Unit
  readonly operator: people.Member
  readonly chief: people.Member
}

const NAME = "示例交通"

/** A transport bureau of the county, with its people, under a regulation that speaks of every stage. */
export const found = async (turn: Act): Promise<Bureau> => {
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
export const ago = (turn: Act, count: number, { person }: people.Member): Act => ({
  ...turn,
  now: turn.now - days(count),
  by: person.id,
})

/** The bureau's account on a platform, as somebody registers it. */
export const drafted = ({ unit, operator }: Bureau, platform: Platform, openedOn: Day | null): Draft => ({
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

/** Asked for and agreed by everybody so many days ago. */
export const agreed = async (
  turn: Act,
  bureau: Bureau,
  account: Account,
  asked: sending.Sending,
): Promise<void> => {
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
