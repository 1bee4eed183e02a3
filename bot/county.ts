import type { Account } from "../rules/account.ts"
import type { Person, Role } from "../rules/person.ts"
import { dayOf, days, hours } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import { act, type Act, type App } from "../services/app.ts"
import * as custodies from "../services/custodies.ts"
import * as passwords from "../services/passwords.ts"
import * as people from "../services/people.ts"
import * as quotas from "../services/quotas.ts"
import * as rounds from "../services/rounds.ts"
import * as units from "../services/units.ts"

/** The three whose phones the playground shows, and the group they share. */
export const cast = {
  people: [
    { id: 1001, name: "张敏", phone: "operator", label: "运营员", started: true },
    { id: 1002, name: "李国强", phone: "leader", label: "分管领导", started: true },
    { id: 1003, name: "王芳", phone: "supervisor", label: "主管单位", started: true },
  ],
  group: { id: -2001, title: "示例县政务新媒体工作群" },
} as const

type Wanted = Pick<Account, "platform" | "name" | "link"> & {
  readonly unit: Unit
  readonly keeper: Person | null
  readonly idle: number
}

/** Sets up a small county for the playground: three units, three people, their group, five accounts kept lately. */
export const setUp = async (app: App): Promise<void> => {
  await act(app, { by: "setup", why: "county" }, async (turn) => {
    const city = await unit(turn, { name: "示例市人民政府办公室", kind: "city-government", parentId: null })
    const county = await unit(turn, {
      name: "示例县人民政府办公室",
      kind: "county-government",
      parentId: city.id,
    })
    const school = await unit(turn, { name: "示例县教育局", kind: "county-department", parentId: county.id })
    const [operator, leader, supervisor] = cast.people
    const zhang = await person(turn, operator, county, ["publisher", "administrator", "custodian"])
    await person(turn, leader, county, ["leader"])
    await person(turn, supervisor, city, ["supervisor", "administrator"])
    const { id, title } = cast.group
    await turn.tables.chats.put({ id: String(id), unitId: county.id, title, topic: null, reachable: true })
    const accounts: readonly Wanted[] = [
      {
        platform: "weibo",
        name: "示例县发布",
        link: "https://weibo.com/u/1000000001",
        unit: county,
        keeper: zhang,
        idle: 0,
      },
      {
        platform: "wechat-subscription",
        name: "示例县发布",
        link: null,
        unit: county,
        keeper: zhang,
        idle: 1,
      },
      { platform: "douyin", name: "示例县发布", link: null, unit: county, keeper: null, idle: 2 },
      {
        platform: "wechat-subscription",
        name: "示例县教育",
        link: null,
        unit: school,
        keeper: null,
        idle: 1,
      },
      { platform: "weibo", name: "示例县教育", link: null, unit: school, keeper: null, idle: 3 },
    ]
    for (const each of accounts) await account(turn, each)
  })
}

const unit = async (turn: Act, wanted: Pick<Unit, "name" | "kind" | "parentId">): Promise<Unit> => {
  const created = await units.create(turn, { ...wanted, rulebooks: [] })
  await rounds.begin(turn, created.id)
  return created
}

const person = async (
  turn: Act,
  { id, name }: { readonly id: number; readonly name: string },
  home: Unit,
  roles: readonly Role[],
): Promise<Person> => {
  const enrolled = await people.enrol(turn, {
    user: `telegram:${id}`,
    name,
    chat: String(id),
    unitId: home.id,
  })
  for (const role of roles) await people.appoint(turn, enrolled.id, home.id, role)
  return enrolled
}

const account = async (turn: Act, { unit: sponsor, keeper, idle, ...named }: Wanted): Promise<void> => {
  const at = turn.now - days(idle) - hours(1)
  const created: Account = {
    ...named,
    id: turn.newId(),
    unitId: sponsor.id,
    verification: sponsor.name,
    operator: null,
    custodian: keeper ? { name: keeper.name, personId: keeper.id } : null,
    editors: ["张敏"],
    openedOn: dayOf(turn.now - days(900)),
    main: named.platform === "wechat-subscription",
    state: "live",
    retired: null,
    exceptions: [],
    registeredAt: turn.now - days(400),
    lastPostAt: at,
  }
  await turn.tables.accounts.put(created)
  await custodies.note(turn, null, created)
  const { id: accountId } = created
  await turn.tables.attestations.put({
    id: turn.newId(),
    accountId,
    unitId: sponsor.id,
    on: dayOf(turn.now - days(10)),
    password: (await passwords.isByPassword(turn, created))
      ? { length: 12, letters: true, digits: true }
      : null,
    reason: "routine",
    by: "setup",
    at: turn.now - days(10),
    witness: null,
    witnessedAt: null,
    state: "standing",
  })
  const batchId = turn.newId()
  await turn.tables.posts.put({
    id: turn.newId(),
    accountId,
    at,
    link: null,
    original: true,
    by: "setup",
    recordedAt: at,
    batchId,
  })
  await quotas.wind(turn, created)
}
