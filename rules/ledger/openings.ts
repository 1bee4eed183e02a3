import { isPlausibleOpening } from "../account.ts"
import type { Day } from "../time.ts"
import { type CellMistake, type Ledger, mistakeIn } from "./ledger.ts"

/** The opening days of a ledger that cannot be: years mistyped, or days to come. */
export const openingMistakes = (ledger: Ledger, today: Day): readonly CellMistake<"opening">[] =>
  ledger.rows.flatMap(({ row, values: { openedOn } }) =>
    openedOn && !isPlausibleOpening(openedOn, today)
      ? mistakeIn(ledger, "opening", { row, key: "openedOn", found: openedOn })
      : [],
  )
