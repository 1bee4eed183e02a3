import type { Layer } from "../../rules/roster.ts"
import type { feed as chinese } from "../zh/feed.ts"

const layers: Record<Layer, string> = { duty: "On duty", deputy: "Deputy", leader: "Leader on duty" }

export const feed: typeof chinese = {
  commands: {
    feed: {
      title: "Have the roster in one's calendar",
      aliases: ["calendar"],
      fields: {
        whose: { label: "Whose", ask: "Whose shifts?", example: "My shifts" },
        unit: { label: "Unit", ask: "Which unit?", example: "County office" },
        step: { label: "Step", ask: "What is to be done?", example: "" },
      },
    },
  },
  whose: { mine: "My shifts", unit: "All shifts of a unit" },
  steps: { revoke: "Revoke all links" },
  buttons: { revoke: "Revoke all links" },
  ofUnit: (it) => `${layers[it.layer]}: ${it.who}`,
  ofPerson: (it) => `${layers[it.layer]} (${it.unit})`,
  unitCalendar: (unit) => `Duty roster of ${unit}`,
  personCalendar: (name) => `${name} on duty`,
  issued: (it) =>
    [
      `The calendar of ${it.what}:`,
      it.link,
      "Add it to your calendar as a subscription; it follows whatever is changed.",
      "Whoever has the link can read it, so please do not pass it on; revoke it below when it is no longer needed.",
    ].join("\n"),
  revoked: (count) =>
    count === 0
      ? "You have no calendar links in use."
      : `✅ ${count} calendar links are revoked and show nothing new any more.`,
  off: "Calendars are not set up. Please have the administrator set HTTP_URL, their public address.",
}
