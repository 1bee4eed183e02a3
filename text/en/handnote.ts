import type { Line } from "../../rules/handnote.ts"
import type { handnote as chinese } from "../zh/handnote.ts"
import { formatQuantity } from "../../rules/quantity.ts"
import type { Layer } from "../../rules/roster.ts"
import { cited } from "./cited.ts"
import { layers } from "./layers.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const listed = (lines: readonly Line[]): string => lines.map(cited.says).join(", ")

const content: Chinese["content"] = ({ lines, about, said }) => {
  if (said === null) return lines.length === 0 ? "all is well" : `all is well (${listed(lines)})`
  const [told, quiet] = [
    lines.filter(({ id }) => about.includes(id)),
    lines.filter(({ id }) => !about.includes(id)),
  ]
  return `${told.length === 0 ? "" : `${listed(told)}: `}${said}${quiet.length === 0 || told.length === 0 ? "" : `; ${listed(quiet)} all right`}`
}

const as = ({ layer }: { readonly layer: Layer }): string => (layer === "duty" ? "" : ` (${layers[layer]})`)

export const handnote: Chinese = {
  commands: {
    handnote: {
      title: "Hand over a shift",
      aliases: [],
      fields: {
        shift: { label: "Shift", ask: "Which shift?", example: "" },
        say: { label: "State", ask: "How was the shift?", example: "All is well" },
        which: {
          label: "Lines",
          ask: "Of which of these is there something to say?",
          example: "public opinion",
        },
        note: {
          label: "Note",
          ask: "What has the next one to know? No personal data, no passwords.",
          example: "The post on the water cut went to publicity; keep watching",
        },
      },
    },
  },
  buttons: { fine: "All is well", walked: "All is well, patrol done today", more: "There is something" },
  button: "Hand over",
  content,
  before: (name, note) => `Handed over by ${name}: ${note === null ? "no note yet" : content(note)}`,
  open: (number, name) =>
    `Open emergency: ${number} (${name === null ? "nobody has it yet" : `${name} has it`}); see /incidents`,
  asks: (it, lines) =>
    [
      `[Please hand over] ${it.unit}, ${span(it)}`,
      `If all is well with ${listed(lines)}, one tap will do; else write to the next shift. This is the only reminder.`,
    ].join("\n"),
  left: (note, it) =>
    [`✅ Handed over: ${it.unit}, ${span(it)}`, ...(note === null ? [] : [content(note)])].join("\n"),
  digest: {
    title: "On duty:",
    noNote: (it) => `${it.unit}: ${it.name}, ${span(it)}: no hand-over note`,
    late: (it) =>
      `${it.unit}: ${it.name}, ${span(it)}${as(it)}: came late, at ${when.instant(it.inAt ?? it.from)}`,
    absent: (it) =>
      it.layer !== "duty"
        ? `${it.unit}: ${it.name}, ${span(it)}${as(it)}: no check-in`
        : `${it.unit}: ${it.name}, ${span(it)}: did not come, ${it.cover === null ? "nobody stepped in" : `${it.cover} stepped in from ${when.instant(it.coveredAt ?? it.to)}`}`,
  },
  noteMissing: "Please write what the next shift has to know.",
  noTurn: "You have no shift to hand over. Check in first.",
  notYours: "This is not your shift; only its own person hands it over.",
  tooLate: (within) =>
    `This shift ended more than ${formatQuantity(within)} ago; it cannot be handed over any more.`,
}
