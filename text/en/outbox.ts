import type { outbox as chinese } from "../zh/outbox.ts"

export const outbox: typeof chinese = {
  repeat: "(Possibly a repeat)\n",
  detour: ", my private messages do not reach you, so this is said in the group:\n\n",
  personUnreachable: (name, unit) =>
    `My private messages do not reach ${name} of ${unit}, and the unit has no group I can write to. Please ask them to open the chat with me and press Start.`,
  groupUnreachable: (title, unit) =>
    `I cannot write to the group "${title}" of ${unit}: I may have been removed or muted. Please add me again and let me write.`,
  emergencyRefused: (excerpt, reference) =>
    `An emergency message could not be sent; please call those concerned yourself. It begins: "${excerpt}". Fault reference ${reference}.`,
  lost: (excerpt) =>
    `A message may not have arrived here; it begins "${excerpt}". Please send /today to see how things stand.`,
}
