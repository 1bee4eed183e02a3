import { doingOf } from "../rules/acts.ts"
import type { Duty } from "../rules/duty.ts"
import { isPressing, type Obligation } from "../rules/obligation.ts"
import type { Button } from "../rules/outgoing.ts"
import { type Day, dayOf, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as duties from "./duties.ts"
import * as ending from "./ending.ts"
import * as statements from "./statements.ts"

/** How many dated duties a reminder names, and for how many of them it offers a button. */
const LINES = 10
const BUTTONS = 3

/** The dated duties a reminder brings up. */
export interface Brought {
  readonly lines: readonly string[]
  readonly buttons: readonly (readonly Button[])[]
}

/** Those a morning brings up: a warning that nobody has spoken of, what has run out since, and once a week the rest. */
export const morning = async (
  act: Act,
  rows: readonly Obligation[],
  since: Instant | null,
  weekly: boolean,
): Promise<Brought> => {
  const today = dayOf(act.now)
  const spoken = since === null ? (await calendar(act)).addWorkingDays(today, -1).day : dayOf(since)
  const news = rows.filter((row) => isNews(row, spoken, today))
  const old = weekly ? rows.filter((row) => isOverdue(row) && !news.includes(row)) : []
  return brought(act, [...news, ...old])
}

/** Those of which this is the last working day. */
export const lastCall = (act: Act, rows: readonly Obligation[]): Promise<Brought> => {
  const today = dayOf(act.now)
  return brought(
    act,
    rows.filter((row) => row.lastOn === today && !isOverdue(row) && !(doingOf(row.act).daily ?? false)),
  )
}

/** Those that are near, or overdue: what somebody who asks for today wants to know. */
export const near = (act: Act, rows: readonly Obligation[]): Promise<Brought> =>
  brought(act, rows.filter(isPressing))

const isOverdue = ({ phase }: Obligation): boolean => phase === "overdue" || phase === "escalated"

const isNews = (row: Obligation, spoken: Day, today: Day): boolean =>
  isOverdue(row)
    ? row.due !== null && row.due.day >= spoken && !row.bornLate
    : row.warnOn.some((day) => day > spoken && day <= today)

const brought = async (act: Act, rows: readonly Obligation[]): Promise<Brought> => {
  const shown: Duty[] = []
  for (const row of rows.slice(0, LINES)) shown.push(await duties.shown(act, row))
  const stated: string[] = []
  for (const row of rows.slice(0, LINES))
    if (doingOf(row.act).of === "keeper")
      stated.push(act.text.statement.asks(await statements.linesOf(act, row)))
  const words = act.text.obligation
  return {
    lines: [...words.brought(shown, rows.length - shown.length), ...stated],
    buttons: shown
      .slice(0, BUTTONS)
      .map((each) => [
        ...ending.buttonsFor(act, each),
        { label: words.buttons.why, press: `why obligation=${each.id}` },
      ]),
  }
}
