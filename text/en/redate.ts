import type { redate as chinese } from "../zh/redate.ts"
import { obligation } from "./obligation.ts"
import * as when from "./when.ts"

/** Correcting the day with which a duty began. */
export const redate: typeof chinese = {
  commands: {
    redate: {
      title: "Correct the day with which a duty began",
      aliases: ["correct date"],
      fields: {
        obligation: { label: "duty", ask: "Which duty?", example: "File the opening" },
        on: { label: "began on", ask: "Which day is right?", example: "2026-03-02" },
        reason: {
          label: "reason",
          ask: "Why is it corrected? The old day is kept beside it.",
          example: "the year was mistyped",
        },
      },
    },
  },
  noStart: "This comes round by the calendar or began at a minute; it has no day to correct.",
  same: (on) => `It begins on ${when.fullDay(on)} already; nothing has changed.`,
  mends:
    "This would turn what is late into in time. Please correct the day with /redate; another leader confirms it. What need not be done is let go by the leader in charge with /waive and a reason. Nothing has changed.",
  himself: "You asked for this correction yourself; another leader has to confirm it.",
  asksLeader: (it) =>
    [
      `[Please confirm] ${it.by} corrects the day with which this began: ${obligation.named(it.duty)}`,
      `From ${when.fullDay(it.before)} to ${when.fullDay(it.on)}, because: ${it.reason}`,
      "What is late would be in time then, so it needs you.",
    ].join("\n"),
  asked: (leaders) =>
    `That would turn late into in time, so another person has to confirm it: ${leaders.join(", ")}. Nothing has changed yet.`,
  about: (duty) => `correcting the day with which this began (${obligation.named(duty)})`,
  agreed: (it) =>
    `✅ ${it.by} confirmed the correction: ${obligation.named(it.duty)}, counted from ${when.fullDay(it.on)}. Reason: ${it.reason}`,
  done: (it, on) => `Corrected, counted from ${when.fullDay(on)}:\n${obligation.line(it)}`,
  corrected: (from, to, by, reason) =>
    `The day it began was corrected from ${when.fullDay(from)} to ${when.fullDay(to)} (${by}: ${reason})`,
}
