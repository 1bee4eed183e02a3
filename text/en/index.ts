import type { zh } from "../zh/index.ts"
import { command } from "./command.ts"
import { ledger } from "./ledger.ts"
import { outbox } from "./outbox.ts"
import { platform } from "./platform.ts"
import { registration } from "./registration.ts"
import { rulebook } from "./rulebook.ts"

export const en: typeof zh = { command, ledger, outbox, platform, registration, rulebook }
