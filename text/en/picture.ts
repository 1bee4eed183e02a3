import type { picture as chinese } from "../zh/picture.ts"
import * as when from "./when.ts"

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

export const picture: typeof chinese = {
  rosterTitle: (unit) => `${unit}: duty roster`,
  span: (from, until) => `${when.short(from)} – ${when.fullDay(until)}`,
  month: (year, month) => `${MONTHS[month - 1] ?? ""} ${year}`,
  shortLayers: { duty: "D", deputy: "2", leader: "L" },
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  today: "today",
  rest: "off",
  makeUp: "work",
  nobody: "nobody",
  none: "–",
  more: (count) => `${count} more`,
  nextDay: (time) => `${time} +1`,
  legendGap: "Slanted lines and “nobody”: nobody is on duty",
  legendRest: "off: day of rest; work: make-up working day",
  legendLayers: (marks) => marks.map(([mark, layer]) => `${mark}: ${layer}`).join("; "),
  provisional: "Holidays not announced yet: days of rest are provisional",
  wholeNames: (names) => `Names in full: ${names.join(", ")}`,
  missingNames: (names) => `〓 in the picture: ${names.join(", ")}`,
  week: "Picture",
  monthly: "Month",
  missing: "〓: no font here has this character; see the text",
  rosterAlt: (unit, span) => `${unit}: duty roster (${span})`,
  matrixTitle: (unit) => `${unit}: accounts`,
  states: {
    good: "met",
    near: "due soon",
    bad: "not met",
    none: "not asked",
  },
}
