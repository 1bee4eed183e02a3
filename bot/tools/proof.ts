import { writeFileSync } from "node:fs"
import { isDay } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { act, type Act } from "../../services/app.ts"
import * as proof from "../../services/proof.ts"
import { openCopy } from "../../storage/copy.ts"
import { openApp } from "../main.ts"
import { type AddTool, Failed, settings } from "./tool.ts"

interface Asked {
  readonly from: string
  readonly to: string
  readonly unit?: string
  readonly data?: string
}

/** The proof for an inspection: read beside the bot at work, and nothing is written but the file. */
export const addProof: AddTool = (program) => {
  const group =
    program.commands.find((each) => each.name() === "export") ??
    program.command("export").description("give something out")
  group
    .command("obligations")
    .description("write what was due in a period, and what became of it")
    .argument("<file>", "its ending says which: .xlsx or .csv")
    .requiredOption("--from <day>", "the first day on which something was due: 2026-01-01")
    .requiredOption("--to <day>", "the last day")
    .option("--unit <name>", "only this unit, and those below it")
    .option("--data <folder>", "another data folder than DATA_DIR")
    .action(async (file: string, { from, to: until, unit, data }: Asked) => {
      if (!isDay(from)) throw new Failed("--from expects a day, such as 2026-02-14")
      if (!isDay(until)) throw new Failed("--to expects a day, such as 2026-02-14")
      if (until < from) throw new Failed("--to must not lie before --from")
      const given = { ...settings(data), LOG_LEVEL: "warn" as const }
      const { app } = await openApp(given, {
        open: (_log, _fatal, now) => openCopy({ folder: given.DATA_DIR, now }),
      })
      await act(app, { by: "command-line", why: "export" }, async (turn) => {
        const chosen = unit === undefined ? null : await unitNamed(turn, unit)
        const format = file.endsWith(".csv") ? "csv" : "xlsx"
        writeFileSync(file, await proof.all(turn, chosen, { from, until }, format), { mode: 0o600 })
      })
      await app.store.close()
      console.log(file)
    })
}

const unitNamed = async (turn: Act, name: string): Promise<Unit> => {
  const named = (await turn.tables.units.all()).filter(
    (each) => each.name === name || each.shortNames.includes(name),
  )
  const [only, ...others] = named
  if (only === undefined) throw new Failed(`there is no unit "${name}"`)
  if (others.length > 0) throw new Failed(`there are ${named.length} units called "${name}"`)
  return only
}
