import type { ShownHours, ShownSwap } from "../../rules/shownroster.ts"
import type { swap as chinese } from "../zh/swap.ts"
import { span } from "./span.ts"

const layers = { duty: "on duty", deputy: "as deputy", leader: "as leader on duty" } as const
const of = (it: ShownHours): string => `${span(it)} ${layers[it.layer]}`

const says = ({ giver, taker, give, take }: ShownSwap): string =>
  take === null
    ? `${taker} takes ${of(give)} from ${giver}`
    : `${giver}'s ${of(give)} for ${taker}'s ${of(take)}`

export const swap: typeof chinese = {
  commands: {
    swap: {
      title: "Swap a shift, or give it away",
      aliases: ["exchange"],
      fields: {
        shift: { label: "Shift", ask: "Which shift is given away?", example: "5 Mar" },
        person: { label: "With", ask: "Who takes it?", example: "Li Guoqiang" },
        take: { label: "In return", ask: "For which of theirs?", example: "6 Mar" },
      },
    },
    swapped: {
      title: "Answer a swap",
      aliases: [],
      fields: {
        swap: { label: "Swap", ask: "Which swap?", example: "" },
        step: { label: "Answer", ask: "Do you agree?", example: "" },
      },
    },
  },
  steps: { yes: "Agree", no: "Decline", undo: "Undo the swap", withdraw: "Never mind" },
  buttons: { yes: "Agree", no: "Decline", undo: "Undo the swap", withdraw: "Never mind" },
  noShifts: "You have no shifts ahead, so there is nothing to swap.",
  asks: (it) => `[Swap] ${it.by} would like to swap:\n${says(it)}.\nDo you agree?`,
  asked: (it, name, isReachable) =>
    `${name} has been asked:\n${says(it)}.\nIt holds once they agree, and can be undone until it starts.${isReachable ? "" : `\n⚠️ ${name} has no private chat with me; please tell them yourself.`}`,
  settledAs: {
    asked: (it) => `[Swap] Waiting for an answer: ${says(it)}.`,
    done: (it) => `✅ Swapped: ${says(it)}.\nIt can be undone until it starts.`,
    refused: (it) => `❎ The other declined: ${says(it)}. The roster is unchanged.`,
    withdrawn: (it) => `The swap was given up: ${says(it)}. The roster is unchanged.`,
    lapsed: (it) => `Nobody agreed before it started: ${says(it)}. The roster is unchanged.`,
    undone: (it) => `↩️ ${it.by} undid the swap, and all is as before: ${says(it)}.`,
  },
  otherKind: "These shifts are not of the same unit and kind and cannot be swapped. Nothing was changed.",
  himself: "Nobody can swap with themselves; please choose another.",
  settled: "This swap is settled already.",
  notAsked: "It is not you who was asked about this swap.",
  notYours: "Only the two of them, and whoever arranges the roster, can undo it.",
  changedSince: "This shift was changed since and cannot be swapped. Please look at the roster again.",
}
