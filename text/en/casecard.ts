import type { Case, CaseNote } from "../../rules/case.ts"
import type { Duty } from "../../rules/duty.ts"
import { looksLike } from "../../rules/duty.ts"
import type { Source } from "../../rules/owed.ts"
import type { ShownCase } from "../../rules/showncase.ts"
import { dayOf } from "../../rules/time.ts"
import { cases } from "./cases.ts"
import { cited } from "./cited.ts"
import { obligation } from "./obligation.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const called = (it: Pick<Case, "number" | "topic">): string =>
  it.topic === null ? it.number : `${it.number} ${it.topic}`

const titled = (it: ShownCase): string =>
  [
    called(it),
    ...(it.confidential ? ["confidential"] : []),
    ...(it.attention === "single" ? [] : [cases.attentions[it.attention]]),
    ...(it.supervised === null ? [] : ["‼️ key supervision"]),
  ].join(" · ")

const until = (it: Duty): string => {
  if (it.settled !== null) return `done ${when.day(it.settled.on)}${it.phase === "late" ? ", late" : ""}`
  if (it.due === null || it.left === null) return "no figure says when"
  const last = `by ${when.day(it.due.day)} 24:00${it.due.provisional ? " (provisional)" : ""}`
  if (it.left < 0) return `was due ${when.day(it.due.day)}, ${-it.left} days late`
  return it.left === 0 ? `due today, ${last}` : `${last}, ${it.left} days left`
}
const clock = (label: string, it: Duty | null): readonly string[] =>
  it === null ? [] : [`${obligation.marks[looksLike(it)]} ${label}: ${until(it)}`]

const cites = (sources: readonly Source[]): string =>
  [...new Set(sources.map(cited.cite))].join(", ") || cited.house

const waits = ({ waits: it, postponing }: ShownCase): readonly string[] => [
  ...(postponing === null
    ? []
    : [
        `⏳ To be put off until ${when.fullDay(postponing.day)}${postponing.reason === "" ? "" : `: ${postponing.reason}`} (${postponing.by})`,
      ]),
  ...(it === null ? [] : [`⏳ The answer waits for the ${procedure.steps[it.step]} (${cites(it.sources)})`]),
]

const lines = (it: ShownCase): readonly string[] => [
  ...(it.account === null ? [] : [`${quota.named(it.account)}${it.unit === null ? "" : ` · ${it.unit}`}`]),
  `Received: ${when.instant(it.receivedAt)}`,
  ...(it.link === null ? [] : [`Link: ${it.link}`]),
  ...(it.platformNumber === null ? [] : [`Platform number: ${it.platformNumber}`]),
  ...(it.department === null ? [] : [`Answered by: ${it.department}`]),
  ...(it.promised === null ? [] : [`Promised by ${when.fullDay(it.promised)}`]),
  ...(it.reply === null ? [] : [`Answer: ${it.reply.link ?? "on the platform"} (${it.reply.by})`]),
  ...clock("First reply", it.first),
  ...clock("Settled", it.finish),
  `At: ${cases.steps[it.state]}${it.next === null ? "" : `, next ${cases.steps[it.next]}`}${it.reopened === 0 ? "" : ` (time ${it.reopened + 1})`}`,
  ...(it.content === null ? [] : [`People: ${cases.contents[it.content]}`]),
  ...waits(it),
]
const rules = (it: ShownCase): readonly string[] =>
  obligation.rules([it.first, it.finish].filter((each) => each !== null))

const notes: Record<CaseNote["what"], string> = {
  ...cases.steps,
  "first-reply": "first reply",
  promised: "promised",
  "asked-to-postpone": "asked for another day",
  postponed: "another day agreed to",
  "not-postponed": "another day refused",
  returned: "answer sent back",
  reopened: "opened again",
  confidential: "confidential",
  hot: "hot issue",
  supervised: "under key supervision",
}

/** Messages of the public as cards and lists. */
export const casecard = {
  called,
  titled,
  card: (it: ShownCase) => [`[Message] ${titled(it)}`, ...lines(it), ...rules(it)].join("\n"),
  taken: (it: ShownCase) => [`✅ Message entered: ${titled(it)}`, ...lines(it), ...rules(it)].join("\n"),
  done: (it: ShownCase) =>
    [`✅ ${titled(it)}: ${cases.steps[it.state]}`, ...lines(it), ...rules(it)].join("\n"),
  history: (it: ShownCase) =>
    [
      `[History] ${titled(it)}`,
      ...it.notes.map(
        ({ what, at, by, note }) =>
          `· ${when.instant(at)} ${notes[what]} (${by})${note === null ? "" : `: ${note}`}`,
      ),
    ].join("\n"),
  handed: (it: ShownCase) => [`[Handed to you] ${titled(it)}`, ...lines(it), ...rules(it)].join("\n"),
  asking: (it: ShownCase) =>
    [
      it.postponing === null ? `[Please look at this answer] ${titled(it)}` : `[Another day?] ${titled(it)}`,
      ...lines(it),
    ].join("\n"),
  settled: (it: ShownCase) => {
    const last = it.notes.at(-1)
    const outcome =
      last === undefined
        ? ""
        : `: ${notes[last.what]} (${last.by})${last.note === null ? "" : `, ${last.note}`}`
    return `[Message] ${titled(it)}${outcome}`
  },
  supervised: (it: ShownCase, because: "reopened" | "discontent", sources: readonly Source[]) =>
    [
      `‼️ [Key supervision] Message ${titled(it)}`,
      because === "reopened"
        ? `It was opened again ${it.reopened} times; please see that it is done.`
        : "People are not content; please look into it and see that it is done.",
      ...lines(it),
      `By ${cites(sources)}`,
    ].join("\n"),
  list: (its: readonly { readonly it: ShownCase; readonly late: boolean }[]) =>
    [
      `[Open messages] ${its.length}`,
      ...its.map(
        ({ it, late }) =>
          `${late ? "🔴" : "·"} ${titled(it)}, received ${when.short(dayOf(it.receivedAt))}, ${it.next === null ? cases.steps[it.state] : `next ${cases.steps[it.next]}`}`,
      ),
    ].join("\n"),
}
