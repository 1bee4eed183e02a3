import type { Festive } from "../../rules/festival.ts"
import type { Source } from "../../rules/owed.ts"

import { cited } from "./cited.ts"
import * as when from "./when.ts"

/** Festivals ahead, for those who want to plan something. */
export const festival = {
  line: ({ on, off, named }: Festive, sources: readonly Source[]) => {
    const names = named.map(cited.says).join("、")
    const what = off ? `起放假${names === "" ? "" : `（${names}）`}` : `是${names}`
    return `🎏 ${when.day(on)}${what}，可以提前策划话题和活动（${[...new Set(sources.map(cited.cite))].join("、")}）。不需要提醒的，用 /setunit 关闭。`
  },
}
