import type { Hole } from "../../rules/coverage.ts"
import type { Source } from "../../rules/owed.ts"
import { cited } from "./cited.ts"
import { span } from "./span.ts"

const SHOWN = 3

/** `3月5日（周四）20:00–21:00 空档，另有 58 处` */
const list = (holes: readonly Hole[]): string =>
  holes
    .slice(0, SHOWN)
    .map((hole) => `${span(hole)} 空档`)
    .join("；") + (holes.length > SHOWN ? `；另有 ${holes.length - SHOWN} 处` : "")

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
  told: (it: { unit: string; holes: readonly Hole[]; source: Source | null }) =>
    [
      `【值班空档】${it.unit}`,
      `${list(it.holes)}。`,
      `请用 /rota 或 /shift 补上；每处只提醒您一次。${basis(it.source)}`,
    ].join("\n"),
}
