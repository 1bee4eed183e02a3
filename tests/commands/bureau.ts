import { instantOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
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
