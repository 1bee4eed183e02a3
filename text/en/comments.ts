import type { Account } from "../../rules/account.ts"
import type { Source } from "../../rules/owed.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"

type Named = Pick<Account, "platform" | "name">

/** Whether people can write to an account. */
export const comments = {
  states: { open: "open", shut: "shut" },
  commands: {
    comments: {
      title: "Say whether people can write to an account",
      aliases: [],
      fields: {
        account: { label: "account", ask: "Which account?", example: "Example County" },
        state: { label: "state", ask: "Are comments and messages open or shut?", example: "shut" },
        reason: { label: "reason", ask: "Why are they shut? No personal data.", example: "platform upgrade" },
      },
    },
  },
  already: (it: Named, open: boolean) =>
    `Comments on ${quota.named(it)} are ${open ? "open" : "shut"} already; nothing has changed.`,
  found: (reason: string | null) => `Comments or messages are shut${reason === null ? "" : ` (${reason})`}`,
  opened: (it: Named) =>
    `✅ ${quota.named(it)}: comments are open. What was found is still to be answered as usual.`,
  shut: (it: Named) => `✅ ${quota.named(it)}: comments are shut; this is on record.`,
  allowed: (it: Named, sources: readonly Source[]) =>
    `✅ ${quota.named(it)}: comments are shut with your consent and reason (${sources.map(cited.cite).join(", ")} want them open in principle).`,
  breached: (it: Named, number: string, sources: readonly Source[]) =>
    `⚠️ ${quota.named(it)}: comments are shut. ${sources.map(cited.cite).join(", ")} want them open in principle, and the leader in charge has not agreed: this is finding ${number}. Please open them soon, or have the leader enter a reason with /comments.`,
}
