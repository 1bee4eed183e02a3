import { looksLike } from "../../rules/duty.ts"
import {
  type Card,
  type Grid,
  type Section,
  type SectionName,
  toneOf,
  toneOfLevel,
  worstOf,
} from "../../rules/overview.ts"
import { dayOf } from "../../rules/time.ts"
import type { overview as chinese } from "../zh/overview.ts"
import { cited } from "./cited.ts"
import { guide } from "./guide.ts"
import { clockLine, standing, titled } from "./incidentcard.ts"
import { inspect } from "./inspect.ts"
import { layers } from "./layers.ts"
import { obligation } from "./obligation.ts"
import { picture } from "./picture.ts"
import { quota } from "./quota.ts"
import { hours, span } from "./span.ts"
import { sum } from "./verdict.ts"
import * as when from "./when.ts"

type Overview = Parameters<typeof chinese.page>[0]
type Shown = Overview["incidents"]["shown"][number]
type Failing = Overview["failing"]["shown"][number]
type Duty = Overview["due"]["shown"][number]
type OnDuty = Overview["duty"]["shown"][number]

const titles: Record<SectionName, string> = {
  incidents: "Emergencies",
  failing: "Accounts that fail, or soon will",
  due: "Dated duties",
  duty: "On duty now",
}

const emergency = (it: Shown, now: number): Card => ({
  tone: it.holder === null ? "bad" : "near",
  badge: it.holder === null ? "nobody has it" : "under way",
  title: `${it.drill ? "[Drill] " : ""}${titled(it)}`,
  lines: [
    `${it.unit}, found ${when.instant(it.foundAt)}`,
    ...standing(it),
    ...it.clocks.filter(({ done }) => done === null).map((each) => clockLine(each, now)),
  ],
})

const failing = (it: Failing): Card => ({
  tone: toneOfLevel(it.level),
  badge: inspect.levels[it.level],
  title: quota.named(it.account),
  lines: [it.unit, ...it.reasons.map(sum), ...basesOf(it)],
})

/** The articles it rests on, each once. */
const basesOf = (it: Failing): readonly string[] => [
  ...new Set(it.reasons.flatMap(({ sources }) => sources.map((each) => `Rule: ${cited.cite(each)}`))),
]

const due = (it: Duty): Card => ({
  tone: toneOf(looksLike(it)),
  badge: obligation.phases[looksLike(it)],
  title: obligation.named(it),
  lines: [
    ...(it.account === null && it.person === null ? [] : [it.unit]),
    obligation.until(it),
    `Rule: ${obligation.rests(it)}`,
  ],
})

const duty = (it: OnDuty): Card => {
  const isBare = !it.shifts.some(({ layer }) => layer === "duty")
  const isPlanned = it.shifts.length + it.next.length > 0
  return {
    tone: !isPlanned ? "none" : isBare ? "bad" : "good",
    badge: !isPlanned ? "no roster" : isBare ? "nobody" : "on duty",
    title: it.unit,
    lines: [
      ...it.shifts.map((each) => `${layers[each.layer]}: ${each.who} (${hours(each)})`),
      ...(it.next.length === 0
        ? []
        : [`Next: ${it.next.map((each) => `${each.who} (${span(each)})`).join(", ")}`]),
      ...it.others.map(({ role, names }) => `Or call the ${role}: ${names.join(", ")}`),
    ],
  }
}

const grid = (matrix: Overview["matrix"]): Grid | null => {
  const [first] = matrix.weeks
  const last = matrix.weeks.at(-1)
  if (first === undefined || last === undefined || matrix.shown.length === 0) return null
  return {
    title: "Accounts week by week",
    span: picture.span(first.from, dayOf(last.at)),
    rowHead: "Account",
    weeks: matrix.weeks.map(({ from }) => `${Number(from.slice(5, 7))}/${Number(from.slice(8))}`),
    rows: matrix.shown.map(({ account, unit, levels }) => ({
      name: quota.named(account),
      unit,
      tones: levels.map(toneOfLevel),
    })),
    states: picture.states,
    more: matrix.hidden === 0 ? null : `${matrix.hidden} more accounts: send /inspect in the chat.`,
  }
}

const section = (
  name: SectionName,
  cards: readonly Card[],
  { hidden, none, command }: { readonly hidden: number; readonly none: string; readonly command: string },
): Section => ({
  name,
  title: titles[name],
  count: cards.length + hidden,
  worst: worstOf(cards),
  none,
  cards,
  more: hidden === 0 ? null : `${hidden} more: send ${command} in the chat.`,
})

export const overview: typeof chinese = {
  commands: { page: { title: "Open the overview page", aliases: ["overview"], fields: {} } },
  opens:
    "The page shows accounts that fail or soon will, dated duties, who is on duty now, and emergencies under way. It is for looking only, and shows what you may see in the chat.",
  buttons: { open: "Open the overview" },
  off: "There is no overview page yet. Please have an administrator set HTTP_URL to the public https address; until then, /today, /due, /onduty and /incidents tell the same.",
  page: (it) => ({
    reader: it.reader,
    sections: [
      section(
        "incidents",
        it.incidents.shown.map((each) => emergency(each, it.now)),
        { hidden: it.incidents.hidden, none: "No emergency is under way.", command: "/incidents" },
      ),
      section("duty", it.duty.shown.map(duty), {
        hidden: it.duty.hidden,
        none: "There is no roster.",
        command: "/onduty",
      }),
      section("failing", it.failing.shown.map(failing), {
        hidden: it.failing.hidden,
        none: "No account fails, or soon will.",
        command: "/inspect",
      }),
      section("due", it.due.shown.map(due), {
        hidden: it.due.hidden,
        none: "Nothing is to be done soon.",
        command: "/due",
      }),
    ],
    grid: grid(it.matrix),
    foot: guide.status({ ...it.status, hearsGroups: null }).split("\n"),
  }),
  refused: {
    missing: "Please open this in Telegram: send /page in private, and press “Open the overview”.",
    altered:
      "Nobody can tell who opened this, so nothing can be shown. Please go back to the private chat, send /page and press “Open the overview”.",
    old: "This was opened too long ago. Please close it, and press “Open the overview” in the private chat again.",
    early:
      "The server's clock is wrong, so nothing can be shown for now. Please tell whoever installed the bot.",
    often: "That was too often. Please look again in a while.",
  },
  failed: (reference) =>
    `Nothing could be read. Please try again later; if it goes on, quote ${reference} to whoever installed the bot.`,
  own: {
    title: "Zhishou overview",
    loading: "Reading…",
    fetched: "read at {time}",
    reader: "What {reader} may see",
    offline: "The server cannot be reached. This was read at {time}.",
    stale: "Nothing new could be read. This was read at {time}.",
    nothing: "The server cannot be reached, and nothing was read yet.",
    refresh: "Refresh",
    other: "中文",
    contents: "Contents",
    skip: "Skip to the content",
  },
}
