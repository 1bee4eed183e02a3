import type { Account } from "../../rules/account.ts"
import type { State } from "../../rules/life.ts"
import { instantOf } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import * as overdue from "../../services/overdue.ts"
import { type Bureau, bureau } from "./bureau.ts"

interface Wanted {
  readonly platform?: Account["platform"]
  readonly kind?: Parameters<typeof bureau>[1] extends infer O
    ? O extends { kind?: infer K }
      ? K
      : never
    : never
  readonly state?: State
}

/** A bureau with one account, on a day: what it takes until the account is over. */
export class Ending {
  readonly b: Bureau
  readonly id: string

  private constructor(b: Bureau, id: string) {
    this.b = b
    this.id = id
  }

  static async open(books: readonly string[], { platform = "weibo", kind, state = "live" }: Wanted = {}) {
    const b = await bureau(books, kind === undefined ? {} : { kind })
    const account = await b.counter.do((act) =>
      accounts.create(
        act,
        {
          unitId: b.bureau.id,
          platform,
          name: "示例县教育",
          link: null,
          verification: null,
          operator: null,
          custodian: null,
          editors: ["张敏", "赵六"],
          openedOn: "2020-03-02",
          main: true,
        },
        { exceptions: [], lastPostAt: act.now, state },
      ),
    )
    await b.counter.deliver()
    b.counter.heard()
    return new Ending(b, account.id)
  }

  get last(): string {
    return this.b.counter.last("张敏")
  }

  on(day: string, time = "10:00"): this {
    this.b.counter.desk.now = instantOf(day, time)
    return this
  }

  say(text: string, who = "张敏"): Promise<void> {
    return this.b.counter.say(who, text)
  }

  press(label: string, who = "张敏"): Promise<string | null> {
    return this.b.counter.press(who, label)
  }

  /** Asks for consent, and has every level give it today. */
  async agreed(day: string, reason = "无力维护"): Promise<this> {
    this.on(day)
    await this.say(`/close\n账号：示例县教育\n理由：${reason}`)
    await this.press("同意", "陈立")
    const [asked] = await this.b.counter.do(({ tables }) => tables.procedures.where("account", this.id))
    for (const { step } of asked?.chain.slice(1) ?? [])
      await this.say(
        `/record\n申请：${asked?.id ?? ""}\n批复单位：${step}\n文号：${step}1号\n批复日期：${day}\n结果：同意`,
      )
    return this
  }

  /** Records a step of the closing that was taken today. */
  async step(name: string, day: string, more = ""): Promise<string> {
    this.on(day)
    await this.say(`/closing\n账号：示例县教育\n步骤：${name}\n日期：今天${more}`)
    return this.last
  }

  announced(day: string): Promise<string> {
    return this.step("关停迁移公告", day, "\n链接：https://weibo.com/1/closing")
  }

  /** Everything that Wubu asks for before the end. */
  async ready(day: string): Promise<this> {
    await this.announced(day)
    await this.step("内容迁移", day)
    await this.step("内容去向公告", day, "\n链接：https://weibo.com/1/destination")
    return this
  }

  async gone(day: string): Promise<string> {
    this.on(day)
    await this.say("/cancelled 示例县教育 今天")
    return this.last
  }

  account(): Promise<Account> {
    return this.b.counter.do((act) => accounts.account(act, this.id))
  }

  /** What the account owes of some kind, as it stands now. */
  async owes(act: string) {
    const rows = await this.b.counter.do(({ tables }) => tables.obligations.where("account", this.id))
    return rows.filter((row) => row.act === act)
  }

  /** The clock comes to everything that is due by a day. */
  async tick(day: string, time = "10:00"): Promise<void> {
    this.on(day, time)
    await this.b.counter.do(async (act) => {
      for (const row of await act.tables.obligations.due(act.now, 100)) await overdue.run(act, row)
    })
    await this.b.counter.deliver()
  }
}
