import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

/** Festivals ahead, for those who want to plan something. */
export const festival = {
  line: (first: Day, sources: readonly Source[]) =>
    `🎏 ${when.day(first)}起放假，可以提前策划节日话题和活动（${[...new Set(sources.map(cited.cite))].join("、")}）。不需要提醒的，用 /setunit 关闭。`,
}
