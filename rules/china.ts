import dayjs, { type Dayjs } from "dayjs"
import utc from "dayjs/plugin/utc.js"
import { type Day, type Instant, instantOf } from "./time.ts"

dayjs.extend(utc)

/** A day, or an instant, as China's clocks and calendars show it: for writing it out. */
export const inChina = (it: Day | Instant): Dayjs =>
  dayjs(typeof it === "string" ? instantOf(it) : it).utcOffset(8)
