import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { firstLines, MOST_MOVED } from "../list.ts"
import * as when from "./when.ts"

interface Moved {
  readonly what: string
  readonly source: Source
  readonly before: Day
  readonly after: Day
  readonly provisional: boolean
}

/** What follows from a holiday notice. */
export const calendar = {
  moved: (years: readonly string[], moves: readonly Moved[]): string =>
    [
      `【日期变动】${years.join("、")}年放假安排已载入，下列期限随之变动：`,
      ...firstLines(
        moves.map(
          (it) =>
            `· ${it.what}：${when.day(it.before)} → ${when.day(it.after)}${it.provisional ? "（暂定）" : ""}（${cited.cite(it.source)}）`,
        ),
        MOST_MOVED,
        (count) => `· 另有 ${count} 项，发 /today 查看`,
      ),
    ].join("\n"),
}
