import type { CheckLine, CheckSheet, Sampled } from "../../rules/check.ts"
import { isSigned } from "../../rules/check.ts"
import type { Finding } from "../../rules/finding.ts"
import { type Day, dayOf, hours, type Month } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as opening from "../findings/opening.ts"
import { ofAccount } from "../findings/reading.ts"
import type * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { demandChecker } from "./marking.ts"
import * as round from "./round.ts"
import { shown, type ShownCheck, type ShownSheet } from "./showing.ts"

/** How long whoever signed can take that back. */
const UNDO_HOURS = 24

/** What came of signing a unit's sheets. */
export interface Signed {
  readonly check: ShownCheck
  readonly findings: readonly Finding[]
  /** How many posts nobody could confirm, because the one who signs had reported them. */
  readonly own: number
}

/**
 * Signs all the sheets of a unit as they are shown: what was left to look at is fine, what was sampled is to be found, and
 * what is wrong has to be put right by a day. What a unit finds when it looks at itself is only kept.
 */
export const sign = async (
  act: Act,
  me: people.Member,
  wanted: Pick<CheckSheet, "unitId" | "month" | "kind"> & { readonly dueOn?: Day },
): Promise<Signed> => {
  await demandChecker(act, me, wanted)
  const before = await shown(act, wanted.unitId, wanted.month, wanted.kind)
  const left = before.sheets.filter(({ sheet }) => !isSigned(sheet))
  if (before.signed !== null && left.length === 0) throw new Refusal(act.text.check.signedAlready(before))
  if (left.length === 0) throw new Refusal(act.text.check.nothing(before.unit))
  const dueOn = wanted.dueOn ?? before.proposed
  if (dueOn < dayOf(act.now)) throw new Refusal(act.text.finding.past(dueOn))
  const findings: Finding[] = []
  for (const each of left) {
    const sheet = settled(act, each.sheet)
    const opened = wanted.kind === "self" ? [] : await openFindings(act, me, { ...each, sheet }, dueOn)
    findings.push(...opened)
    const state = opened.length === 0 ? "closed" : "findings"
    const signed = { by: act.by, at: act.now }
    await act.tables.checks.put({ ...sheet, state, signed, findingIds: opened.map(({ id }) => id) })
  }
  await opening.tellUnit(
    act,
    findings.filter(({ at }) => at === act.now),
  )
  if (wanted.kind === "check") await round.finish(act, left[0]?.sheet.officeId ?? "", wanted.month)
  else await round.finishSelf(act, wanted.unitId)
  const own = left.flatMap(({ sheet }) => sheet.sample).filter((each) => isOwn(act, each)).length
  return { check: await shown(act, wanted.unitId, wanted.month, wanted.kind), findings, own }
}

const isOwn = (act: Act, { reportedBy, found }: Sampled): boolean => reportedBy === act.by && found === null

/** What nobody has said otherwise is as it should be, on the word of whoever signs. */
const settled = (act: Act, sheet: CheckSheet): CheckSheet => ({
  ...sheet,
  lines: sheet.lines.map((line): CheckLine =>
    line.answer === "unknown" ? { ...line, answer: "fine", by: act.by } : line,
  ),
  sample: sheet.sample.map((each) =>
    each.found === null && !isOwn(act, each) ? { ...each, found: true, by: act.by } : each,
  ),
})

/** One for each line that is wrong, and one for posts that were not to be found; what is open already is not opened twice. */
const openFindings = async (
  act: Act,
  me: people.Member,
  { sheet, account }: ShownSheet,
  dueOn: Day,
): Promise<readonly Finding[]> => {
  const known = (await ofAccount(act, account.id)).filter(
    ({ state }) => state === "open" || state === "rectified",
  )
  const found: Finding[] = []
  const add = async (line: string, what: string, rules: readonly string[], evidence: string | null) => {
    const same = known.find((each) => each.line === line)
    found.push(
      same ??
        (await opening.enter(act, me, {
          kind: "finding",
          unitId: account.unitId,
          account,
          what,
          rules,
          line,
          evidence,
          dueOn,
          sheetId: sheet.id,
        })),
    )
  }
  const words = act.text.check
  for (const line of sheet.lines)
    if (line.answer === "wrong") await add(line.id, words.found(line), line.rules, null)
  const missing = sheet.sample.filter((each) => each.found === false)
  if (missing.length > 0) await add("post", words.notFound(missing), sheet.rules, missing[0]?.link ?? null)
  return found
}

/** Whoever signed lately takes it back, with what it led to, as long as nobody has answered any of it. */
export const unsign = async (
  act: Act,
  me: people.Member,
  { unitId, month, kind }: Pick<CheckSheet, "unitId" | "kind"> & { readonly month: Month },
): Promise<void> => {
  const words = act.text.check
  const sheets = (await act.tables.checks.where("unit", unitId)).filter(
    (sheet) => sheet.month === month && sheet.kind === kind && sheet.signed?.by === act.by,
  )
  const fresh = sheets.filter(({ signed }) => signed !== null && act.now - signed.at <= hours(UNDO_HOURS))
  if (fresh.length === 0) throw new Refusal(words.notYours(UNDO_HOURS))
  for (const sheet of fresh)
    for (const id of sheet.findingIds) {
      const finding = await act.tables.findings.get(id)
      if (finding?.sheetId === sheet.id && finding.state !== "withdrawn")
        await opening.withdraw(act, me, finding)
    }
  for (const sheet of fresh)
    await act.tables.checks.put({ ...sheet, state: "open", signed: null, findingIds: [] })
  await round.reopen(act, fresh[0]?.officeId ?? "", month)
}
