import type { calendar as chinese } from "../zh/calendar.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

export const calendar: typeof chinese = {
  moved: (years, moves, count) =>
    [
      `[Dates moved] The holiday notice for ${years.join(", ")} is loaded, and these dates moved with it:`,
      ...moves.map(
        (it) =>
          `· ${it.what}: ${when.day(it.before)} → ${when.day(it.after)}${it.provisional ? " (provisional)" : ""} (${cited.cite(it.source)})`,
      ),
      ...(count > moves.length ? [`· ${count - moves.length} more: send /today to see them`] : []),
    ].join("\n"),
}
