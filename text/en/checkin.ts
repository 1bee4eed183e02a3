import { timeOf } from "../../rules/time.ts"
import type { checkin as chinese } from "../zh/checkin.ts"
import { layers } from "./layers.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese
type Shown = Parameters<Chinese["card"]>[0]

const stands = (it: Shown): string => {
  const until = it.until === null ? "" : timeOf(it.until)
  switch (it.state) {
    case "due":
    case "asked":
      return it.layer === "duty"
        ? `Please tap “I am here” once you are; without it somebody else is asked to step in at ${until}.`
        : `Please tap “I am here” once you are, by ${until}.`
    case "in":
      return `✅ Checked in at ${timeOf(it.inAt ?? it.from)}. Thank you.`
    case "late":
      return `☑️ Checked in at ${timeOf(it.inAt ?? it.from)}, after ${until}.`
    case "absent":
      if (it.cover !== null)
        return `No check-in; ${it.cover} has stepped in from ${timeOf(it.coveredAt ?? it.to)}.`
      if (it.layer !== "duty")
        return it.over ? "No check-in." : `No check-in by ${until}. Please tap “I am here” once you are.`
      return it.over
        ? "No check-in."
        : `🔴 No check-in by ${until}; somebody is being looked for. If you are there, tap “I am here” now.`
    case "void":
      return "The roster has changed: no check-in is needed."
  }
}

const as = ({ layer }: Pick<Shown, "layer">): string => (layer === "duty" ? "" : ` (${layers[layer]})`)

export const checkin: Chinese = {
  commands: {
    checkin: {
      title: "Check in for a shift",
      aliases: ["I am here"],
      fields: { shift: { label: "Shift", ask: "Which shift?", example: "" } },
    },
    cover: {
      title: "Step in",
      aliases: [],
      fields: {
        shift: { label: "Shift", ask: "Which shift?", example: "" },
        say: { label: "Answer", ask: "Can you step in?", example: "" },
      },
    },
  },
  buttons: { here: "I am here", standIn: "I step in", notMe: "I cannot" },
  toast: "Checked in",
  card: (it, before) => [`[Check-in] ${it.unit}, ${span(it)}${as(it)}`, stands(it), ...before].join("\n"),
  gap: (it, until) =>
    [
      `[Please step in] ${it.unit}: ${it.name} is not there`,
      `Shift ${span(it)}: no check-in by ${timeOf(it.until ?? it.from)}. Can you take it from now until ${when.instant(until)}?`,
    ].join("\n"),
  raised: (it, asked) =>
    [
      `[Nobody on duty] ${it.unit}`,
      `${it.name}, shift ${span(it)}: no check-in by ${timeOf(it.until ?? it.from)}.`,
      asked.length === 0
        ? "There is no deputy who could be reached."
        : asked.map(({ name, no }) => `${name} was asked: ${no ? "cannot" : "no answer"}`).join("; ") + ".",
      "Please send somebody; if you take it yourself, tap “I step in”.",
    ].join("\n"),
  nobodyLeads: (it) =>
    [
      `[Nobody on duty] ${it.unit}: no leader can be reached either`,
      `${it.name}, shift ${span(it)}: no check-in by ${timeOf(it.until ?? it.from)}. Whoever reads this: please send somebody at once, and reach a leader.`,
    ].join("\n"),
  filled: (it) =>
    it.cover !== null
      ? `✅ ${it.unit}: ${it.name} missed ${span(it)}; ${it.cover} has stepped in from ${timeOf(it.coveredAt ?? it.to)}.`
      : it.inAt !== null
        ? `✅ ${it.unit}: ${it.name} came at ${timeOf(it.inAt)}; nobody need step in.`
        : `${it.unit}: ${it.name}'s shift is over, or was arranged otherwise.`,
  youCover: (it) => `✅ You have ${it.name}'s shift: ${it.unit}, ${span(it)}. No other check-in is needed.`,
  declined: (it) => `Noted: you cannot take ${it.name}'s shift; others are asked.`,
  nothing: "There is no shift for you to check in to.",
  notYours: (name) => `This is ${name}'s shift; only they can check in.`,
  early: (it) => `Check-in for ${span(it)} opens at ${when.instant(it.askAt)}.`,
  twice: (it) => `You checked in at ${timeOf(it.inAt ?? it.from)}; once is enough.`,
  coveredAlready: (name) => `${name} has stepped in for this shift.`,
  yoursAlready: "You have this shift already.",
  cameAfterAll: (name) => `${name} has come after all; nobody need step in.`,
  closed: "This shift is over, or was arranged otherwise.",
  moved: (it) => `The roster has changed: ${span(it)} is not yours any more.`,
  notAsked: "You were not asked to step in for this shift.",
}
