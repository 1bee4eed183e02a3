import type { Account } from "../../rules/account.ts"
import type { Clock } from "../../rules/quota.ts"
import type { Upload } from "../../rules/upload.ts"
import type { About, Store } from "../../storage/store.ts"

/** Monday 2 March 2026, 09:00 in China. */
export const MONDAY = Date.parse("2026-03-02T09:00:00+08:00")

export const about = (incoming?: string): About => ({
  by: "li",
  why: "post",
  ...(incoming === undefined ? {} : { incoming }),
})

export const account = (id: string, changes: Partial<Account> = {}): Account => ({
  id,
  unitId: "transport",
  platform: "wechat-subscription",
  name: `示例交通 ${id}`,
  link: null,
  verification: "示例县交通运输局官方账号",
  operator: null,
  custodian: { name: "李静", personId: "li" },
  editors: ["李静"],
  openedOn: "2025-05-20",
  main: true,
  state: "live",
  retired: null,
  exceptions: [],
  registeredAt: MONDAY,
  lastPostAt: null,
  ...changes,
})

export const clock = (id: string, dueAt: number): Clock => ({
  id,
  accountId: "a1",
  rule: "national:N-14",
  from: "2026-02-17",
  until: "2026-03-02",
  needed: 1,
  count: 0,
  dueAt,
})

export const put = (store: Store, id: string, unitId = "transport"): Promise<unknown> =>
  store.transaction(about(), ({ accounts }) => accounts.put(account(id, { unitId })))

/** A ledger that was sent. */
export const upload = (id: string): Upload => ({
  id,
  by: "ann",
  name: "ledger.csv",
  state: "previewed",
  ledger: { columns: {}, rows: [] },
  shown: "",
  rules: [],
  taken: [],
  dueAt: MONDAY,
})
