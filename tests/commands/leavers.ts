import type { Account, Platform } from "../../rules/account.ts"
import { dayOf, instantOf } from "../../rules/time.ts"
import type { Obligation } from "../../rules/obligation.ts"
import type { Person } from "../../rules/person.ts"
import * as accounts from "../../services/accounts.ts"
import * as ending from "../../services/leaving/ending.ts"
import * as settling from "../../services/settling.ts"
import type { Bureau } from "./bureau.ts"

export const OUTSIDER = "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。"

/** An account of the bureau that 赵六 keeps. */
export const kept = (
  { counter, bureau }: Bureau,
  name: string,
  platform: Platform = "weibo",
): Promise<Account> =>
  counter.do(async (act) => {
    const [person] = await act.tables.persons.where("user", "赵六")
    const draft = {
      unitId: bureau.id,
      platform,
      name,
      link: null,
      verification: bureau.name,
      operator: null,
      custodian: { name: "赵六", personId: person?.id ?? null },
      editors: ["赵六", "张敏"],
      openedOn: null,
      main: false,
    }
    return accounts.create(act, draft, { exceptions: [], lastPostAt: null })
  })

/** The clock comes round at a time of a day. */
export const turnTo = async ({ counter }: Bureau, day: string, time = "09:00"): Promise<void> => {
  counter.desk.now = instantOf(day, time)
  await counter.do(async (act) => {
    for (const due of await act.tables.departures.due(act.now, 10)) await ending.run(act, due)
  })
  await counter.deliver()
}

export const account = async ({ counter }: Bureau): Promise<Account | undefined> =>
  (await counter.do(({ tables }) => tables.accounts.all()))[0]

export const person = async ({ counter }: Bureau, name: string): Promise<Person | undefined> =>
  (await counter.do(({ tables }) => tables.persons.all())).find((each) => each.name === name)

/** What is open in the bureau of one kind. */
export const open = ({ counter, bureau }: Bureau, act: string): Promise<readonly Obligation[]> =>
  counter.do(async ({ tables }) =>
    (await tables.obligations.where("open", bureau.id)).filter((row) => row.act === act),
  )

/** What else the leaving started is done: the passwords are changed. */
export const changePasswords = ({ counter, bureau }: Bureau): Promise<void> =>
  counter.do(async (act) => {
    for (const row of await act.tables.obligations.where("open", bureau.id))
      if (row.act !== "handover.finish" && row.personId !== null)
        await settling.settle(act, row, { on: dayOf(act.now), proof: null, note: null })
  })

/** A text without the count of what is open for an account beside its hand-over. */
export const plain = (text: string): string => text.replace(/（未办事项 \d+ 项）/g, "")
