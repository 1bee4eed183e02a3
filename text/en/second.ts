import type { second as chinese } from "../zh/second.ts"
import { obligation } from "./obligation.ts"
import * as when from "./when.ts"

export const second: typeof chinese = {
  buttons: { yes: "It is true", no: "I cannot confirm" },
  commands: {
    confirm: {
      title: "Confirm a day entered late",
      aliases: [],
      fields: {
        request: { label: "Request", ask: "Which one?", example: "" },
        say: { label: "Answer", ask: "Is it true?", example: "It is true" },
      },
    },
  },
  asks: (it) =>
    [
      `[Please confirm] ${it.by} says now: ${obligation.named(it.duty)} (${it.duty.unit})`,
      `Done on ${when.fullDay(it.on)}${it.proof === null ? "" : `; shown by ${it.proof}`}`,
      `The last day was ${it.duty.due === null ? "" : when.fullDay(it.duty.due.day)}, and it was entered only today. It counts as in time once you confirm it, and as overdue until then.`,
      ...obligation.rules([it.duty]),
    ].join("\n"),
  howTo: (days) => `Please look at what shows it, then press. Without an answer in ${days} days it lapses.`,
  asked: (seconds) =>
    `The last day has passed: that it was done in time has to be confirmed by another person. I have asked ${seconds.join(", ")}. Until then it counts as overdue; you will hear at once.`,
  askedAlready: (it) =>
    `${it.by} has entered this one already; ${it.asked.join(", ")} has yet to confirm it. It need not be entered again.`,
  nobody: (unit) =>
    `The last day has passed: that it was done in time has to be confirmed by another person, and “${unit}” has nobody else who could. Nothing was saved. Please use /invite or /appoint first, or enter it with today's day as done late.`,
  nobodyYet: (unit) =>
    `Its date has passed: that it was done in time has to be confirmed by somebody else, and ${unit} has nobody who can. It counts as late. /invite or /appoint somebody first.`,
  takenBack: (duty) => `Taken back by whoever entered it, nothing to confirm: ${obligation.named(duty)}`,
  notYours: "Somebody else was asked to confirm this one.",
  about: (duty) => `count as in time ${obligation.named(duty)}`,
  confirmed: (by, duty) => `${by} confirms it:\n${obligation.finished(duty)}`,
  overMeanwhile: (duty) =>
    `This one has been dealt with before; nothing has changed:\n${obligation.line(duty)}`,
}
