import type { loss as chinese } from "../zh/loss.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

/** What is said when an account or a device is out of one's hands. */
export const loss: typeof chinese = {
  commands: {
    lost: {
      title: "Report a lost device",
      aliases: [],
      fields: { person: { label: "person", ask: "Whose device was lost?", example: "Zhang San" } },
    },
    hijacked: {
      title: "Report an account or its password as lost",
      aliases: [],
      fields: {
        account: {
          label: "account",
          ask: "Which account is in somebody else's hands, or has its password lost?",
          example: "County News",
        },
      },
    },
  },
  reported: (accounts, until) =>
    [
      `🚨 Noted, for ${accounts.length} ${accounts.length === 1 ? "account" : "accounts"}: ${accounts.map(quota.named).join(", ")}`,
      `${until === null ? "Please change the password at once" : `Please change the password by ${when.instant(until)}`}, then say so with /password. If nobody can log in, ask the platform to give the account back; do not open another one.`,
    ].join("\n"),
  urgent: (it, until) =>
    [
      `🚨 [At once] ${it.unit}: ${obligation.named(it)}`,
      `Please do it by ${when.instant(until)}, and say so.`,
      `By ${obligation.rests(it)}`,
    ].join("\n"),
  keepsNothing: (name) => `${name} keeps no password. There is nothing to enter.`,
  reportedAlready:
    "Somebody has reported it already. The time runs from then; please change the password soon.",
}
