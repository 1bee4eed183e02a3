import type { Account } from "../../rules/account.ts"
import { type CheckLine, type CheckSheet, isSigned, type Sampled, stateOf } from "../../rules/check.ts"
import { drawn } from "../../rules/sample.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { sources } from "../knowledge/sources.ts"
import { postsIn } from "../misses.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** Fills a sheet as far as the bot knows today; what a person has filled stays. */
export const filled = async (act: Act, account: Account, sheet: CheckSheet): Promise<CheckSheet> => {
  if (isSigned(sheet)) return sheet
  const lines: CheckLine[] = []
  for (const line of sheet.lines) lines.push(await known(act, account, sheet, line))
  const sample = sheet.sample.length > 0 ? sheet.sample : await draw(act, account, sheet)
  return keep(act, { ...sheet, lines, sample })
}

/** Puts a sheet that nobody has signed, in the state in which its lines leave it. */
export const keep = async (act: Act, sheet: CheckSheet): Promise<CheckSheet> => {
  const state = stateOf(sheet)
  const kept: CheckSheet = { ...sheet, state: state === "signed" ? sheet.state : state }
  const before = await act.tables.checks.get(sheet.id)
  if (JSON.stringify(before) !== JSON.stringify(kept)) await act.tables.checks.put(kept)
  return kept
}

const known = async (
  act: Act,
  account: Account,
  { since }: CheckSheet,
  line: CheckLine,
): Promise<CheckLine> => {
  if (line.by !== null && line.by !== BOT) return line
  const found = (await sources[line.id]?.(act, account, since)) ?? null
  return found === null
    ? { ...line, answer: "unknown", by: null, note: null }
    : { ...line, ...found, by: BOT }
}

const BOT = "bot"

/** Posts to be looked up: operators only say that they were published. More of an account that a company runs. */
const draw = async (act: Act, account: Account, { id, since }: CheckSheet): Promise<readonly Sampled[]> => {
  const { figures } = await stackOf(act, await units.unit(act, account.unitId))
  const figure = figures.findLast(
    (each) => each.figure.for === "sample.take" && each.figure.sample !== undefined,
  )
  const usual = figure?.figure.sample ?? 0
  const count = account.operator === null ? usual : (figure?.figure.sampleOutsourced ?? usual)
  const posts = await postsIn(act, account.id, { from: since, until: dayOf(act.now) })
  return drawn(posts, id, count)
    .map(({ id: postId, at, link, by }) => ({ postId, at, link, reportedBy: by, found: null, by: null }))
    .sort((a, b) => a.at - b.at)
}
