import { type Hole, type Recurring, recurring } from "../../rules/coverage.ts"
import type { Source } from "../../rules/owed.ts"
import { dayOf, daysBetween } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { hours, span } from "./span.ts"
import * as when from "./when.ts"

const SHOWN = 3

/** Those at the same hours of several days together; the first few. */
const list = (holes: readonly Hole[]): string => {
  const groups = recurring(holes)
  const rest = groups.slice(SHOWN).reduce((count, each) => count + each.count, 0)
  return [...groups.slice(0, SHOWN).map(group), ...(rest > 0 ? [`另有 ${rest} 处`] : [])].join("；")
}

/** `3月3日（周二）至5月1日（周五）每天 20:00–21:00 空档` */
const group = ({ first, last, count }: Recurring): string => {
  if (count === 1) return `${span(first)} 空档`
  const [from, to] = [dayOf(first.from), dayOf(last.from)]
  if (count === 2) return `${when.day(from)}和${when.day(to)} ${hours(first)} 空档`
  const often = count === daysBetween(from, to) + 1 ? "每天" : `共 ${count} 天`
  return `${when.day(from)}至${when.day(to)}${often} ${hours(first)} 空档`
}

const basis = (source: Source | null): string => (source === null ? "" : `依据：${cited.cite(source)}。`)

/** Hours without anybody on duty, and people who cannot be reached. */
export const coverage = {
  list,
  refused: (holes: readonly Hole[], source: Source | null) =>
    `这样排会没有人值班：${list(holes)}。没有改动，请补上后再排。${basis(source)}`,
  warned: (holes: readonly Hole[], source: Source | null) =>
    `⚠️ 这些时间没有人值班：${list(holes)}。${basis(source)}`,
  unreachable: (names: readonly string[]) =>
    `${names.join("、")}还没有和我开通私聊（或已把我屏蔽），夜里有事叫不到。没有改动，请先让本人打开与我的私聊、点“开始”，再来排班。`,
  unreached: (names: readonly string[]) =>
    `⚠️ ${names.join("、")}还没有和我开通私聊（或已把我屏蔽），有事叫不到。请让本人打开与我的私聊、点“开始”。`,
  bare: (unit: string, source: Source | null) =>
    `${unit}要24小时有人值班，现在还没有任何安排。请用 /rota 设置轮班，或把值班表（Excel）发给我。${basis(source)}`,
  told: (it: { unit: string; holes: readonly Hole[]; source: Source | null }) =>
    [
      `【值班空档】${it.unit}`,
      `${list(it.holes)}。`,
      `请用 /rota 或 /shift 补上；每处只提醒您一次。${basis(it.source)}`,
    ].join("\n"),
}
