import { existsSync, statSync } from "node:fs"
import { act, type App } from "../services/app.ts"
import * as calendars from "../services/calendar.ts"
import * as moves from "../services/moves.ts"
import { holidaysFile, ownYears } from "./shipped.ts"

const seen = new WeakMap<App, number>()

/** Loads the office's holiday notices when their file is new or has changed, and tells those whose date moved. */
export const keepHolidays = async (app: App, folder: string): Promise<void> => {
  const file = holidaysFile(folder)
  const changed = existsSync(file) ? statSync(file).mtimeMs : 0
  if (seen.get(app) === changed) return
  const first = !seen.has(app)
  seen.set(app, changed)
  try {
    const years = ownYears(folder)
    await act(app, { by: "setup", why: "calendar" }, async (turn) => {
      await moves.afterLoading(turn, await calendars.load(turn, years))
    })
  } catch (fault) {
    if (first) throw fault
    app.report(fault, "calendar")
  }
}
