import type { Account, Platform } from "../rules/account.ts"
import type { Item } from "../rules/item.ts"
import type { Role } from "../rules/person.ts"
import { instantOf } from "../rules/time.ts"
import * as accounts from "../services/accounts.ts"
import { jobs } from "../services/jobs.ts"
import { BUREAU, type Bureau, bureau } from "./commands/bureau.ts"

/** The bureau of every story about reviews, with 周静 to review and 孙丽 as its editor-in-chief. */
export interface Reviewing extends Bureau {
  readonly accounts: readonly Account[]
  readonly items: () => Promise<readonly Item[]>
  /** The only item, or the one sent in last. */
  readonly item: () => Promise<Item>
}

const cast: readonly (readonly [string, Role])[] = [
  ["周静", "reviewer"],
  ["孙丽", "editor-in-chief"],
]

interface Wanted {
  readonly without?: readonly string[]
  readonly platforms?: readonly Platform[]
}

/** A bureau under these rulebooks, with accounts called 示例县教育 and people for every level. */
export const reviewing = async (
  books: readonly string[],
  { without = [], platforms = ["weibo"] }: Wanted = {},
): Promise<Reviewing> => {
  const b = await bureau(books, { without })
  const { counter } = b
  for (const [name, role] of cast) if (!without.includes(name)) await counter.person(name, b.bureau, role)
  const created = []
  for (const platform of platforms) created.push(await counter.do((act) => account(act, b, platform)))
  await counter.deliver()
  counter.heard()
  const items = () => counter.do(({ tables }) => tables.items.all())
  const item = async () => {
    const last = [...(await items())].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    const found = last.at(-1)
    if (!found) throw new Error("nothing was sent in")
    return found
  }
  return { ...b, accounts: created, items, item }
}

const account = (act: Parameters<typeof accounts.create>[0], { bureau: unit }: Bureau, platform: Platform) =>
  accounts.create(
    act,
    {
      unitId: unit.id,
      platform,
      name: "示例县教育",
      link: null,
      verification: BUREAU,
      operator: null,
      custodian: null,
      editors: ["赵六"],
      openedOn: "2015-01-01",
      main: true,
    },
    { exceptions: [], lastPostAt: act.now },
  )

/** 赵六 sends something in, in one message. */
export const sendIn = async (r: Reviewing, more: Readonly<Record<string, string>> = {}): Promise<string> => {
  const lines = {
    标题: "停课通知",
    账号: "示例县教育",
    特别情况: "都没有",
    草稿: "https://doc.example.cn/1",
    ...more,
  }
  const said = Object.entries(lines).map(([label, value]) => `${label}：${value}`)
  await r.counter.say("赵六", ["/submit", ...said].join("\n"))
  return r.counter.last("赵六")
}

/** The label of the press that passes a whole level. */
export const pass = (item: Item): string =>
  `通过（${item.gates.filter(({ needed }) => needed).length} 关都把过）`

/** Lets somebody pass the level that is theirs. */
export const passes = async (r: Reviewing, who: string): Promise<string | null> =>
  r.counter.press(who, pass(await r.item()))

/** Turns the clock, letting reviews do at their moment what follows. */
export const waitUntil = async (r: Reviewing, day: string, time: string): Promise<void> => {
  const until = instantOf(day, time)
  const job = jobs.find(({ table }) => table === "items")
  for (;;) {
    const [row] = await r.counter.do(({ tables }) => tables.items.due(until, 1))
    if (row?.dueAt == null || job?.table !== "items") break
    r.counter.desk.now = Math.max(r.counter.desk.now, row.dueAt)
    await r.counter.do((act) => job.run({ ...act, by: "clock" }, row))
    await r.counter.deliver()
  }
  r.counter.desk.now = until
  await r.counter.deliver()
}
