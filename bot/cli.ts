#!/usr/bin/env node
import { Command, CommanderError } from "commander"
import { inWords } from "./faults.ts"
import { addAudit } from "./tools/audit.ts"
import { addCalendar } from "./tools/calendar.ts"
import { addDue } from "./tools/due.ts"
import { addLedger } from "./tools/ledger.ts"
import { addProof } from "./tools/proof.ts"
import { addRulebook } from "./tools/rulebook.ts"
import { addSimulate } from "./tools/simulate.ts"
import { Failed } from "./tools/tool.ts"

const program = new Command("zhishou")
  .description("Tools beside the bot: dates, holiday notices, rulebooks, the journal, the ledger of accounts")
  .showHelpAfterError()
  .exitOverride()

for (const add of [addDue, addCalendar, addRulebook, addAudit, addLedger, addProof, addSimulate]) add(program)

try {
  await program.parseAsync()
} catch (fault) {
  if (fault instanceof CommanderError) process.exit(fault.exitCode)
  console.error(fault instanceof Failed ? fault.message : `zhishou: ${inWords(fault)}`)
  process.exit(1)
}
