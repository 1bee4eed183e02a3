import { type PaperFormat, writePaper } from "../../papers/paperfile.ts"
import { groupedByTopic, type TopicLine } from "../../rules/casetopics.ts"
import type { Body } from "../../rules/outgoing.ts"
import { type Period, periodOf } from "../../rules/period.ts"
import { addDays, type Day, dayOf, endOf, instantOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"
import { below } from "./reading.ts"

/** A quarter's messages by topic, and the answers that may go into the base of questions and answers. */
export interface Summary {
  readonly unit: string
  readonly period: Pick<Period, "from" | "until">
  /** Whether the quarter is not over yet. */
  readonly draft: boolean
  readonly lines: readonly TopicLine[]
  /** What was answered by a link, and is not to be kept to oneself. */
  readonly answers: readonly { readonly number: string; readonly topic: string; readonly link: string }[]
  /** Where the base stands. */
  readonly base: string | null
}

export const quarters = ["this", "last"] as const
export type Quarter = (typeof quarters)[number]

const quarterOf = async (act: Act, which: Quarter): Promise<Period> => {
  const quarter = (day: Day) => async () =>
    periodOf(await calendar(act), { kind: "per", count: 1, span: "quarter" }, day)
  const running = await quarter(dayOf(act.now))()
  return which === "this" ? running : quarter(addDays(running.from, -1))()
}

/** What people wrote to a unit and those below it in a quarter, by topic and attention. */
export const summary = async (act: Act, me: people.Member, unit: Unit, which: Quarter): Promise<Summary> => {
  await people.demand(act, me, "see", unit.id)
  const { from, until } = await quarterOf(act, which)
  const found = await below(act, unit.id, instantOf(from), endOf(until))
  return {
    unit: unit.name,
    period: { from, until },
    draft: until >= dayOf(act.now),
    lines: groupedByTopic(found),
    answers: found.flatMap(({ number, topic, confidential, reply, state }) =>
      confidential || topic === null || reply?.link == null || (state !== "replied" && state !== "closed")
        ? []
        : [{ number, topic, link: reply.link }],
    ),
    base: unit.answers ?? null,
  }
}

/** The same as a file. */
export const file = async (
  act: Act,
  it: Summary,
  format: PaperFormat,
): Promise<NonNullable<Body["file"]>> => {
  const words = act.text.answers
  const name = words.fileName(it)
  const bytes = await writePaper(words.paper(it, act.now), format, words.sheet)
  return { name: `${name}.${format}`, base64: bytes.toString("base64") }
}

/** Says where the base of questions and answers stands. */
export const keepBase = async (act: Act, me: people.Member, unit: Unit, link: string): Promise<Unit> => {
  await people.demand(act, me, "unit.papers", unit.id)
  return units.change(act, unit.id, { answers: link })
}
