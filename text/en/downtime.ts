import type { downtime as chinese } from "../zh/downtime.ts"
import { days, hours, minutes } from "../../rules/time.ts"
import { firstLines } from "../list.ts"
import * as when from "./when.ts"

const span = (length: number): string =>
  length >= days(1)
    ? `${Math.floor(length / days(1))} d ${Math.floor((length % days(1)) / hours(1))} h`
    : length >= hours(1)
      ? `${Math.floor(length / hours(1))} h ${Math.floor((length % hours(1)) / minutes(1))} min`
      : `${Math.floor(length / minutes(1))} min`

const kinds: Readonly<Record<string, string>> = {
  quota: "ends of periods for updates",
  obligation: "duties with a date",
  offline: "dates of accounts that are offline",
  leaving: "dates of people who leave",
  round: "morning digests and last calls",
  lead: "days for leads",
  message: "messages that had not left",
  swap: "requests to swap shifts",
  lookout: "checks of the roster",
  checkin: "check-ins",
  muster: "plans of check-ins",
  incident: "emergencies",
  recount: "dates to count anew",
  moved: "news of dates that moved",
  finding: "findings that wait to be closed",
}

const MOST_NAMED = 5

type Sum = Parameters<typeof chinese.confession>[0]["late"][number]

const named = ({ kind, count }: Sum): string => `${kinds[kind] ?? "other things due"}: ${count}`

export const downtime: typeof chinese = {
  confession: (it) =>
    [
      it.since === null
        ? `[Back] Zhishou was off, and is back since ${when.instant(it.now)}.`
        : `[Back] Zhishou was off from ${when.instant(it.since)} to ${when.instant(it.now)}, ${span(it.now - it.since)}; nothing was heard or said meanwhile.`,
      ...(it.late.length === 0 ? ["Nothing was late."] : ["Late, and being done now:"]),
      ...it.late.flatMap((each) => [
        `· ${named(each)}; the first was due ${when.instant(each.first)}, ${span(it.now - each.first)} ago`,
        ...firstLines(
          each.named.map((name) => `  ${name}: ran out meanwhile`),
          MOST_NAMED,
          (count) => `  and ${count} more ran out meanwhile`,
        ),
      ]),
      ...(it.lapsed.length === 0 ? [] : ["Past, and not made up for:"]),
      ...it.lapsed.map((each) => `· ${named(each)}`),
    ].join("\n"),
}
