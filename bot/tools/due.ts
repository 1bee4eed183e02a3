import { calendarOf } from "../../rules/calendar.ts"
import { dueLine } from "../../rules/dueline.ts"
import type { CalendarYear } from "../../rules/year.ts"
import { ownYears, shippedYears } from "../shipped.ts"
import { type AddTool, Failed, settings } from "./tool.ts"

/** Prints when something falls due: `zhishou due 2026-02-12 "5 working days"`. */
export const addDue: AddTool = (program) => {
  program
    .command("due")
    .description('count a deadline: zhishou due 2026-02-12 "5 working days"')
    .argument("<from>", "the day of the trigger, or day and time: 2026-02-16T23:30")
    .argument("<within>", "5 working days, 30 days, 48 hours, 2 months, 1 year")
    .action((from: string, within: string) => {
      const years = new Map<string, CalendarYear>()
      for (const year of [...shippedYears(), ...ownYears(settings().DATA_DIR)]) years.set(year.id, year)
      const read = dueLine(calendarOf([...years.values()]), from, within)
      if ("wrong" in read) throw new Failed(read.wrong)
      console.log(read.ok.line)
      if (read.ok.remark !== null) console.error(read.ok.remark)
    })
}
