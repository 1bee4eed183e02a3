import { writeCsv } from "../../papers/csv.ts"
import { addDays, type Day, dayOf, daysBetween, isDay } from "../../rules/time.ts"
import { act } from "../../services/app.ts"
import * as simulation from "../../services/simulation.ts"
import { isBegun } from "../../storage/file.ts"
import { openCopy } from "../../storage/copy.ts"
import { openApp } from "../main.ts"
import { type AddTool, Failed, settings } from "./tool.ts"

/** Further ahead no holiday notice reaches, and nobody plans. */
const MOST_DAYS = 400

const dayFrom = (name: string, typed: string): Day => {
  if (isDay(typed)) return typed
  throw new Failed(`--${name} expects a day, such as 2026-02-14`)
}

/** Plays a period forward on a copy of the data folder: also while the bot runs there, and nothing is written. */
export const addSimulate: AddTool = (program) => {
  program
    .command("simulate")
    .description("every message of a period to come, if nobody did anything; works on a copy")
    .requiredOption("--to <day>", "the last day: 2026-06-30")
    .option("--from <day>", "the first day; today unless told")
    .option("--csv", "as comma-separated values, with the whole texts")
    .option("--data <folder>", "another data folder than DATA_DIR")
    .action(async (asked: { to: string; from?: string; csv?: boolean; data?: string }) => {
      const given = { ...settings(asked.data), LOG_LEVEL: "warn" as const }
      const { DATA_DIR: folder } = given
      if (!isBegun(folder)) throw new Failed(`there is no journal in ${folder}`)
      const { app } = await openApp(given, { open: (_log, _fatal, now) => openCopy({ folder, now }) })
      const today = dayOf(app.now())
      const from = dayFrom("from", asked.from ?? today)
      const until = dayFrom("to", asked.to)
      if (from < today) throw new Failed(`--from must not lie before today, ${today}`)
      if (until < from) throw new Failed("--to must not lie before --from")
      if (daysBetween(today, until) > MOST_DAYS)
        throw new Failed(`--to must not lie after ${addDays(today, MOST_DAYS)}`)
      await act(app, { by: "clock", why: "simulate" }, async (turn) => {
        const messages = await simulation.play(turn, from, until)
        if (asked.csv) process.stdout.write(writeCsv(simulation.table(turn, messages)))
        else {
          const { line, total } = turn.text.simulation
          console.log([total(from, until, messages.length), ...messages.map(line)].join("\n"))
        }
      })
      await app.store.close()
    })
}
