import type { Said } from "../../rules/owed.ts"
import { hours, type Instant, minutes } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { clockLine, clocks, type Shown, titled } from "./incidentcard.ts"
import * as when from "./when.ts"

type Clock = Shown["clocks"][number]

/** What /due says of an emergency whose times run. */
export const due = (it: Shown, now: Instant): string =>
  [
    `🚨 ${titled(it)}（${it.unit}）`,
    ...it.clocks
      .filter(({ done, dueAt }) => done === null && dueAt !== null)
      .map((each) => `   ${clockLine(each, now)}`),
  ].join("\n")

/** A length that is exactly so many hours or minutes. */
const exactly = (length: number): string =>
  length % hours(1) === 0 ? `${length / hours(1)} 小时` : `${Math.round(length / minutes(1))} 分钟`

const reckoned = ({ foundAt }: Shown, { dueAt }: Clock): readonly string[] =>
  dueAt === null
    ? ["   依据没有写明时限，请尽快"]
    : [
        `   ${when.instant(foundAt)}发现 + ${exactly(dueAt - foundAt)} = ${when.instant(dueAt)}，夜间和节假日照算`,
      ]

const warned = ({ warnAt, done, dueAt }: Clock, now: Instant): readonly string[] => {
  const coming = warnAt.filter((at) => at > now).sort((a, b) => a - b)
  return done !== null || dueAt === null || coming.length === 0
    ? []
    : [`   还会在 ${coming.map(when.instant).join("、")} 提醒`]
}

/** Why each time of an emergency ends when it does: the rules, and how it was counted. */
export const why = (it: Shown & { readonly says: readonly (readonly Said[])[] }, now: Instant): string =>
  [
    `【查看依据】${titled(it)}（${it.unit}）`,
    ...it.clocks.flatMap((clock, at) => [
      clockLine(clock, now),
      ...(it.says[at] ?? []).map((said) => `   ${cited.says(said)}`),
      ...reckoned(it, clock),
      ...warned(clock, now),
    ]),
    ...(it.clocks.length === 0 ? ["没有规定时限。"] : []),
    ...(it.clocks.some(
      ({ do: what, done }) =>
        done === null && (what === "incident.answer" || what === "incident.press-conference"),
    )
      ? [
          `接手不等于回应：“${clocks["incident.answer"]}”“${clocks["incident.press-conference"]}”以登记链接（/answered）为准。`,
        ]
      : []),
  ].join("\n")
