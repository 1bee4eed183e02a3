import type { proposal as chinese } from "../zh/proposal.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const accountField = { label: "account", ask: "Which account?", example: "Example County" }

export const proposal: typeof chinese = {
  buttons: { propose: "Ask for its closing", inquire: "Ask the unit", explain: "Explain" },
  named: (label, it) => `${label}: ${platform[it.platform]} ${it.name}`,
  commands: {
    inquire: {
      title: "ask a unit why an account is not closed",
      aliases: [],
      fields: { account: { ...accountField, ask: "Which account is it about?" } },
    },
    explain: {
      title: "explain how it stands with an account",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Which account is it about?" },
        said: {
          label: "explanation",
          ask: "What is to become of this account?",
          example: "somebody looks after it now; updates resume this week",
        },
      },
    },
  },
  silent: (days, silence) =>
    `has been silent for ${days} days: ${silence === "zombie" ? "a zombie" : "dormant"}`,
  caused: (number) => `has caused a grave public outcry (emergency ${number})`,
  proposed: (it) =>
    [
      `[Proposal] ${quota.named(it.account)} of ${it.unit} ${it.says}. It is to be closed.`,
      `Please ask for its closing ${it.due === null ? "soon" : `by ${when.day(it.due)}`}; you can ask the unit first.`,
      `By ${[...new Set(it.cited.map(cited.cite))].join(", ")}`,
    ].join("\n"),
  notProposed: (it) => `Nobody has to decide now whether ${quota.named(it)} is closed.`,
  nobodyToAsk: (unit) =>
    `${unit} has nobody else to ask: nobody answers for it or looks after the account. Please use /invite or /appoint first.`,
  inquires: (it) =>
    [
      `[Please explain] ${it.by} asks: ${quota.named(it.account)} of ${it.unit} ${it.says}, and by the rules it is to be closed.`,
      "Please say what is to become of it; if it is to be kept, update it again and report that.",
    ].join("\n"),
  group: (title) => `the group “${title}”`,
  inquired: (it, asked) =>
    `I have asked ${asked.join(", ")} about ${quota.named(it)} and will pass the answer on. The date stands.`,
  explained: (it) => `[The unit explains] ${it.by} (${quota.named(it.account)}): ${it.said}`,
  explanationSent: (it) => `Passed on to whoever supervises the unit: how it stands with ${quota.named(it)}.`,
}
