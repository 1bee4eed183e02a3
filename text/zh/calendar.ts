import type { Move } from "../../rules/moved.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

/** What follows from a holiday notice. */
export const calendar = {
  /** The first of the dates, and how many there are. */
  moved: (years: readonly string[], moves: readonly Move[], count: number): string =>
    [
      `【日期变动】${years.join("、")}年放假安排已载入，下列期限随之变动：`,
      ...moves.map(
        (it) =>
          `· ${it.what}：${when.day(it.before)} → ${when.day(it.after)}${it.provisional ? "（暂定）" : ""}（${cited.cite(it.source)}）`,
      ),
      ...(count > moves.length ? [`· 另有 ${count - moves.length} 项，发 /today 查看`] : []),
    ].join("\n"),
}
