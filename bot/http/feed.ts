import { act, type App } from "../../services/app.ts"
import * as feeds from "../../services/feeds.ts"
import type { Route } from "./route.ts"

/** Where a private calendar is found, below the public address. */
export const feedPath = (code: string): string => `/${code}.ics`

/** The calendar under a link; null for whatever is none, without telling why. */
const calendarFor = async (app: App, code: string): Promise<string | null> => {
  const outcome = await act(app, { by: "feed", why: "feed" }, (turn) => feeds.read(turn, code))
  return outcome.repeated ? null : outcome.value
}

/** Private calendars: rosters for calendar programs. */
export const feed: Route = (site, { app }) => {
  site.get("/:file{[a-z0-9]+\\.ics}", async (call) => {
    const text = await calendarFor(app, call.req.param("file").slice(0, -".ics".length))
    if (text === null) return call.notFound()
    return call.body(text, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, max-age=300",
    })
  })
}
