import { patience } from "./backoff.ts"
import type { Incident } from "./incident.ts"
import type { Ladder } from "./ladder.ts"
import { isBegun } from "./outbox.ts"
import type { Outgoing } from "./outgoing.ts"
import type { Instant } from "./time.ts"

const longestWait = ({ steps, again }: Ladder): number =>
  Math.max(again, ...steps.map(({ after }, at) => after - (steps[at - 1]?.after ?? after)))

/** After the clock was put back nobody is called later, or waited for longer, than the ladder has it. */
export const inStep = (it: Incident, now: Instant): Incident => {
  const { climb, holder, ladder } = it
  const nextAt = Math.min(climb.nextAt, now + longestWait(ladder))
  return {
    ...it,
    climb: { ...climb, nextAt },
    holder: holder === null ? null : { ...holder, heardAt: Math.min(holder.heardAt, now) },
  }
}

/** What was written by a clock that was ahead by so much, and what waits for another try, leave as if it had not been. */
export const putForward = (row: Outgoing, ahead: number, now: Instant): Outgoing => {
  if (row.createdAt > now)
    return { ...row, createdAt: row.createdAt - ahead, leaveAt: Math.max(now, row.leaveAt - ahead) }
  if (!isBegun(row)) return row
  return { ...row, leaveAt: Math.min(row.leaveAt, now + patience(row.lane, row.attempts)) }
}
