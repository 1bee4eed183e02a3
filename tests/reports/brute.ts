import type { MeasureName } from "../../rules/measures/index.ts"
import type { Evidence } from "../../rules/measures/measure.ts"
import { type Day, instantOf } from "../../rules/time.ts"

const from = instantOf

/** Every figure of some days, counted row by row by somebody who knows nothing of measures or months. */
export const counted = (e: Evidence, first: Day, last: Day, now: number): Record<MeasureName, number> => {
  const begin = from(first)
  const end = from(last, "24:00")
  const at = (moment: number | null | undefined) => moment != null && moment >= begin && moment < end
  const on = (day: Day | null | undefined) => day != null && day >= first && day <= last
  const duty = (d: Evidence["duties"][number]) => on(d.due === null ? d.settled?.on : d.due.day)
  const overdue = (d: Evidence["duties"][number]) =>
    ["overdue", "escalated", "open"].includes(d.phase) && d.due !== null && d.due.at <= now
  const done = e.duties.filter((d) => duty(d))
  const real = e.incidents.filter((i) => !i.drill && at(i.foundAt))
  const requests = done.filter((d) => d.act === "request.finish")
  return {
    posts: e.posts.filter((p) => at(p.at)).length,
    originals: e.posts.filter((p) => at(p.at) && p.original).length,
    firsts: e.posts.filter((p) => at(p.at) && p.first === true).length,
    kept: e.kept.filter((day) => on(day)).length,
    missed: e.misses.filter((m) => on(m.until)).length,
    silences: e.silences.filter((m) => on(m.until)).length,
    dutiesDone: done.filter((d) => d.phase === "done").length,
    dutiesLate: done.filter((d) => d.phase === "late").length,
    dutiesOverdue: done.filter(overdue).length,
    dutiesWaived: done.filter((d) => d.phase === "waived").length,
    cases: e.cases.filter((c) => at(c.receivedAt)).length,
    casesClosed: e.cases.filter((c) => at(c.closedAt)).length,
    casesInTime: requests.filter((d) => d.phase === "done").length,
    casesLate: requests.filter((d) => d.phase === "late" || overdue(d)).length,
    checks: e.checks.filter((c) => c.kind === "check" && at(c.signed?.at)).length,
    findings: e.findings.filter((f) => f.state !== "withdrawn" && on(f.foundOn)).length,
    findingsClosed: e.findings.filter((f) => f.state === "closed" && at(f.closed?.at)).length,
    incidents: real.length,
    taken: real.filter((i) => i.acknowledged.length > 0).length,
    minutesToTake: real.reduce(
      (sum, i) => sum + (i.acknowledged[0] ? (i.acknowledged[0].at - i.raisedAt) / 60_000 : 0),
      0,
    ),
    drills: e.incidents.filter((i) => i.drill && at(i.foundAt)).length,
    breaches: e.breaches.filter((b) => at(b.at)).length,
    changes: e.custodies.filter((c) => at(c.from)).length,
    topics: e.topics.filter((t) => at(t.at)).length,
  }
}
