import type { handshake as chinese } from "../zh/handshake.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

export const handshake: typeof chinese = {
  commands: {
    received: {
      title: "Received",
      aliases: [],
      fields: { what: { label: "Message", ask: "Which one?", example: "" } },
    },
  },
  button: "Received",
  first: (unit, it) =>
    [
      `[On duty] ${unit}: your first shift, ${span(it)}`,
      "You will check in here, and be called here in an emergency. Please tap “Received” to show that you can be reached; this is asked once.",
    ].join("\n"),
  test: (unit, minutes) =>
    `[Can we reach you?] ${unit}: a test of whether you can be found at once. Please tap “Received” within ${minutes} minutes; nothing else is needed.`,
  thanks: "✅ Received, thank you.",
  notYours: "This was not asked of you.",
  unreachable: (unit, name, it) =>
    [
      `[Out of reach] ${unit}: ${name} has the shift ${span(it)}`,
      `${name} has not started a private chat with me (or has blocked me): neither the check-in nor an emergency would arrive. Please have them open our chat and tap “Start”, or put somebody else with /shift.`,
    ].join("\n"),
  unanswered: (unit, name, from) =>
    [
      `[On duty] ${unit}: ${name} has not tapped “Received”`,
      `Their first shift starts at ${when.instant(from)}. Please give them a ring; you are told of this once.`,
    ].join("\n"),
  unansweredTest: (unit, name, at) =>
    `[Can we reach you?] ${unit}: ${name} did not answer the test of ${when.instant(at)}. Please find out why; you are told of this once.`,
  held: (count) => `the test went to ${count} people`,
}
