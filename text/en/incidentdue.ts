import { hours, type Instant, minutes } from "../../rules/time.ts"
import type { due as chineseDue, why as chineseWhy } from "../zh/incidentdue.ts"
import { cited } from "./cited.ts"
import { clockLine, clocks, titled } from "./incidentcard.ts"
import * as when from "./when.ts"

type It = Parameters<typeof chineseDue>[0]
type Clock = It["clocks"][number]

/** What /due says of an emergency whose times run. */
export const due: typeof chineseDue = (it, now) =>
  [
    `🚨 ${titled(it)} (${it.unit})`,
    ...it.clocks
      .filter(({ done, dueAt }) => done === null && dueAt !== null)
      .map((each) => `   ${clockLine(each, now)}`),
  ].join("\n")

/** A length that is exactly so many hours or minutes. */
const exactly = (length: number): string =>
  length % hours(1) === 0 ? `${length / hours(1)} h` : `${Math.round(length / minutes(1))} min`

const reckoned = ({ foundAt }: It, { dueAt }: Clock): readonly string[] =>
  dueAt === null
    ? ["   no time is written down: as soon as possible"]
    : [
        `   found ${when.instant(foundAt)} + ${exactly(dueAt - foundAt)} = ${when.instant(dueAt)}, through nights and holidays`,
      ]

const warned = ({ warnAt, done, dueAt }: Clock, now: Instant): readonly string[] => {
  const coming = warnAt.filter((at) => at > now).sort((a, b) => a - b)
  return done !== null || dueAt === null || coming.length === 0
    ? []
    : [`   reminders still to come: ${coming.map(when.instant).join(", ")}`]
}

/** Why each time of an emergency ends when it does: the rules, and how it was counted. */
export const why: typeof chineseWhy = (it, now) =>
  [
    `[Why] ${titled(it)} (${it.unit})`,
    ...it.clocks.flatMap((clock, at) => [
      clockLine(clock, now),
      ...(it.says[at] ?? []).map((said) => `   ${cited.says(said)}`),
      ...reckoned(it, clock),
      ...warned(clock, now),
    ]),
    ...(it.clocks.length === 0 ? ["No time is laid down."] : []),
    ...(it.clocks.some(
      ({ do: what, done }) =>
        done === null && (what === "incident.answer" || what === "incident.press-conference"),
    )
      ? [
          `Taking it is not answering it: “${clocks["incident.answer"]}” and “${clocks["incident.press-conference"]}” end with their link (/answered).`,
        ]
      : []),
  ].join("\n")
