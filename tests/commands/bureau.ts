import { instantOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { shippedYears } from "../../bot/shipped.ts"
import * as calendars from "../../services/calendar.ts"
import { jobs } from "../../services/jobs.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import { zh } from "../../text/zh/index.ts"
import { shipped } from "../rules/books.ts"
import { Counter } from "./counter.ts"

export const BUREAU = "示例县教育局"

export interface Bureau {
  readonly counter: Counter
  readonly bureau: Unit
  readonly county: Unit
}

/**
 * A county's bureau under these rulebooks, on Monday 2 March 2026: 张敏 administers, 陈立 is its chief, 李国强 its leader,
 * 赵六 publishes; 王芳 supervises at the county office.
 */
export const bureau = async (
  books: readonly string[],
  {
    without = [],
    kind = "county-department",
  }: { readonly without?: readonly string[]; readonly kind?: Unit["kind"] } = {},
): Promise<Bureau> => {
  const counter = await Counter.open({ without: ["E-1", "E-2", "E-3", "E-4", "E-5", "E-6", "E-7"] })
  counter.desk.now = instantOf("2026-03-02", "10:00")
  await counter.do((act) => rulebooks.load(act, shipped))
  await counter.do((act) => calendars.loadMissing(act, shippedYears()))
  const create = (name: string, of: Unit["kind"], parentId: string | null, under: readonly string[]) =>
    counter.do((act) => units.create(act, { name, kind: of, parentId, rulebooks: under }))
  const county = await create("示例县人民政府办公室", "county-government", null, [])
  const own = await create(BUREAU, kind, county.id, books)
  const people = { 张敏: "administrator", 陈立: "chief", 李国强: "leader", 赵六: "publisher" } as const
  for (const [name, role] of Object.entries(people))
    if (!without.includes(name)) await counter.person(name, own, role)
  await counter.person("王芳", county, "supervisor")
  return { counter, bureau: own, county }
}

/** What an opening needs to be planned, in one message. */
export const plan = (changes: Readonly<Record<string, string>> = {}): string =>
  [
    "/open",
    ...Object.entries({
      主办单位: BUREAU,
      平台: "微博",
      名称: "示例县教育",
      用途: "日常发布",
      新闻或视听服务: "否",
      主账号: "是",
      运营方式: "本单位人员",
      密码保管人: "张敏",
      编辑人员: "张敏、赵六",
      ...changes,
    }).map(([label, value]) => `${label}：${value}`),
  ].join("\n")

/** Plans an account, ticks the whole plan if one is asked for, and sends it in. */
export const sendIn = async ({ counter }: Bureau, changes: Readonly<Record<string, string>> = {}) => {
  await counter.say("张敏", plan(changes))
  return counter.last("张敏").includes("实施方案") ? counter.press("张敏", "全部 4 个") : null
}

/** Lets every level agree: the chief by a tap, the offices above on paper of that day. */
export const approveAll = async ({ counter }: Bureau, on: string): Promise<void> => {
  await counter.press("陈立", "同意")
  const [procedure] = await counter.do(({ tables }) => tables.procedures.all())
  for (const { step } of procedure?.chain.slice(1) ?? []) {
    const office = zh.procedure.steps[step]
    await counter.say(
      "张敏",
      `/record\n申请：${procedure?.id ?? ""}\n批复单位：${office}\n结果：同意\n文号：${step}\n批复日期：${on}`,
    )
  }
}

/** Everything that is said on going live, in one message. */
export const launch = (changes: Readonly<Record<string, string>> = {}): string =>
  [
    "/golive",
    ...Object.entries({
      账号: "示例县教育",
      上线日期: "2026-03-02",
      主页链接: "https://weibo.com/u/1",
      认证信息: "示例县教育局官方账号",
      开通公告: "https://weibo.com/1/a",
      ...changes,
    })
      .filter(([, value]) => value !== "")
      .map(([label, value]) => `${label}：${value}`),
  ].join("\n")

/** Turns the clock to a time of a day, letting every dated duty do at its moment what follows. */
export const turnTo = async ({ counter }: Bureau, day: string, time = "10:00"): Promise<void> => {
  const until = instantOf(day, time)
  const job = jobs.find(({ table }) => table === "obligations")
  for (;;) {
    const [row] = await counter.do(({ tables }) => tables.obligations.due(until, 1))
    if (row?.dueAt == null || job?.table !== "obligations") break
    counter.desk.now = Math.max(counter.desk.now, row.dueAt)
    await counter.do((act) => job.run({ ...act, by: "clock" }, row))
  }
  counter.desk.now = until
  await counter.deliver()
}
