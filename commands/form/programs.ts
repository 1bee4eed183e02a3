import { token } from "../token.ts"
import { tokens_ } from "../tokens.ts"
import { webhook } from "../webhook.ts"
import { webhooks } from "../webhooks.ts"
import type { Command } from "./command.ts"

/** What programs of the office are let do, and are told. */
export const programs: readonly Command[] = [token, tokens_, webhook, webhooks]
