import { show, verify } from "../../storage/audit.ts"
import { instantOf, isDay } from "../../rules/time.ts"
import { isTable } from "../../storage/tables.ts"
import { type AddTool, Failed, settings } from "./tool.ts"

/** Checks and shows the journal, also while the bot runs. */
export const addAudit: AddTool = (program) => {
  const audit = program.command("audit").description("the journal: every change, in order, chained by hashes")
  audit
    .command("verify")
    .description("recompute the chain and say whether it holds")
    .option("--data <folder>", "another data folder than DATA_DIR")
    .action(async ({ data }: { data?: string }) => {
      const found = await verify(data ?? settings().DATA_DIR)
      if (!found.sound) throw new Failed(`damaged after ${found.lines} lines: ${found.damage.message}`)
      console.log(`sound: ${found.lines} lines`)
      if (found.first && found.last)
        console.log(`first ${found.first.at} ${found.first.hash}\nlast  ${found.last.at} ${found.last.hash}`)
      if (found.unfinished > 0) console.log(`${found.unfinished} bytes of an unfinished line follow`)
      console.log(`checkpoint: ${found.checkpoint}${found.inUse ? "; in use" : ""}`)
    })
  audit
    .command("show")
    .description("print the lines, one JSON object each")
    .option("--data <folder>", "another data folder than DATA_DIR")
    .option("--table <name>", "only lines that touched this table")
    .option("--id <id>", "only lines that touched this row")
    .option("--since <day>", "only lines from this day on: 2026-02-14")
    .action(async (asked: { data?: string; table?: string; id?: string; since?: string }) => {
      const { data, table, id, since } = asked
      if (table !== undefined && !isTable(table)) throw new Failed(`there is no table "${table}"`)
      if (since !== undefined && !isDay(since)) throw new Failed("--since expects a day, such as 2026-02-14")
      const wanted = {
        ...(table === undefined ? {} : { table }),
        ...(id === undefined ? {} : { id }),
        ...(since === undefined ? {} : { since: instantOf(since) }),
      }
      for await (const line of show(data ?? settings().DATA_DIR, wanted)) console.log(JSON.stringify(line))
    })
}
