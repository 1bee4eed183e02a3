import type { Checkin } from "../../rules/checkin.ts"
import { addDays, dayOf, hours, type Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { bareLines } from "../shifts/bare.ts"
import { shown } from "./cards.ts"

/** A note that is missing is nobody's business before its person had an hour to write it. */
const GRACE = hours(1)

/**
 * What the leader of a unit reads of its shifts since the last digest: who did not come, or late, and whose note is missing;
 * and where nobody was ever arranged, whoever can arrange it.
 */
export const linesFor = async (
  act: Act,
  personId: string,
  since: Instant,
  weekly: boolean,
): Promise<readonly string[]> => {
  const words = act.text.handnote.digest
  const lines = [...(await bareLines(act, personId, { since, weekly }))]
  for (const unitId of await ledBy(act, personId))
    for (const row of await latest(act, unitId, since)) {
      const it = await shown(act, row)
      if (row.state === "absent" && isNew(row.until, since, act.now)) lines.push(words.absent(it))
      if (row.state === "late" && isNew(row.inAt, since, act.now)) lines.push(words.late(it))
      if (row.noteAskedAt !== null && row.note === null && isNew(row.to + GRACE, since, act.now))
        lines.push(words.noNote(it))
    }
  return lines.length === 0 ? [] : [words.title, ...lines.map((each) => `· ${each}`)]
}

const isNew = (at: Instant | null, since: Instant, now: Instant): boolean =>
  at !== null && since < at && at <= now

/** The units whose leader in charge somebody is, or whose chief where nobody is in charge. */
const ledBy = async (act: Act, personId: string): Promise<readonly string[]> => {
  const led = new Set<string>()
  for (const { role, unitId } of await people.rolesOf(act, personId))
    if (
      role === "leader" ||
      (role === "chief" && (await people.holding(act, unitId, ["leader"])).length === 0)
    )
      led.add(unitId)
  return [...led]
}

const latest = async (act: Act, unitId: string, since: Instant): Promise<readonly Checkin[]> => {
  const rows = [...(await act.tables.checkins.where("open", unitId))]
  for (let day = addDays(dayOf(since), -1); day <= dayOf(act.now); day = addDays(day, 1))
    rows.push(...(await act.tables.checkins.where("ended", `${unitId}/${day}`)))
  return rows.sort((a, b) => a.from - b.from)
}
