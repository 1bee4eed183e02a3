import type { Day } from "../../rules/time.ts"
import type { leave as chinese } from "../zh/leave.ts"
import { firstLines } from "../list.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

const SHOWN = 8
const days = (from: Day, to: Day): string =>
  from === to ? when.day(from) : `${when.day(from)} to ${when.day(to)}`

export const leave: typeof chinese = {
  commands: {
    leave: {
      title: "Be on leave (no shifts)",
      aliases: ["holiday"],
      fields: {
        who: { label: "Person", ask: "Who is on leave?", example: "Zhang Min" },
        from: { label: "First day", ask: "From which day?", example: "2026-03-05" },
        to: { label: "Last day", ask: "Until which day?", example: "2026-03-06" },
        end: { label: "Back", ask: "Which leave ends?", example: "" },
      },
    },
    leaves: {
      title: "Leaves that stand (and their end)",
      aliases: [],
      fields: {
        leave: { label: "Leave", ask: "Which leave?", example: "" },
        step: { label: "What to do", ask: "What is to be done?", example: "" },
      },
    },
    fill: {
      title: "Let somebody stand in",
      aliases: [],
      fields: {
        leave: { label: "Leave", ask: "Which leave?", example: "" },
        at: { label: "Shift", ask: "Which shift?", example: "" },
        by: { label: "Stand-in", ask: "Who stands in?", example: "" },
      },
    },
  },
  buttons: { end: "Back from leave", fill: "Find a stand-in", all: "All leaves" },
  steps: { end: "back from leave", fill: "find a stand-in" },
  endOf: (it) => `Back: ${it.who} ${days(it.from, it.to)}`,
  listed: (all) =>
    all.length === 0
      ? "Nobody's leave is noted now. /leave notes one."
      : [
          "Leaves that stand:",
          ...firstLines(
            all.map(
              (it) =>
                `· ${it.who} ${days(it.from, it.to)}${it.lost === 0 ? "" : `, ⚠️ ${it.lost} shifts without anybody`}`,
            ),
            SHOWN,
            (count) => `and ${count} more`,
          ),
        ].join("\n"),
  enteredFor: (by, from, to) =>
    `${by} noted leave for you: ${days(from, to)}. You have no shift that starts then. If that is wrong, /leaves ends it.`,
  endedFor: (by, from, to) =>
    `${by} ended your leave of ${days(from, to)}. Shifts ahead are yours again, but for those that others have taken.`,
  taken: (it) =>
    [
      `✅ Noted: ${it.who} is on leave ${days(it.from, it.to)} and has no shift that starts then.`,
      ...it.warnings,
    ].join("\n"),
  noShifts: "No shift falls on these days, so nobody has to stand in.",
  asked: (count) => `${count} shifts need somebody else; whoever arranges the roster has been told.`,
  holes: (it) =>
    [
      `[Stand-in] ${it.unit}: ${it.who} is on leave, and nobody has these shifts yet:`,
      ...firstLines(
        it.lost.map((each) => `· ${span(each)}`),
        SHOWN,
        (count) => `and ${count} more`,
      ),
      it.offered > 0
        ? "The first one first: press who takes it."
        : "Nobody fits the first one (same unit, same kind of duty, free then, reachable). Please use /shift, or invite a colleague first.",
    ].join("\n"),
  fill: (name, it) => `${name} takes ${span(it)}`,
  filled: (name, it) => `✅ ${name} takes ${span(it)} and has been told.`,
  allFilled: "Every shift of this leave has somebody now.",
  standsIn: (who, it) =>
    `[Stand-in] ${who} is on leave, and you take ${span(it)}. If you cannot, please tell whoever arranges the roster, or use /swap.`,
  ended: (who) => `✅ ${who} is back. Shifts ahead are theirs again, but for those that others have taken.`,
  backwards: "The last day is before the first; please check.",
  past: "These days are over; please give today or later.",
  tooLong: "Leave is noted for a year at most. For longer please use /leaving.",
  away: (who, from, to) => `${who} is on leave ${days(from, to)}; please arrange something else.`,
  overAlready: "This leave is over already.",
  filledAlready: "Somebody has this shift already, or the leave is over.",
  cannot: (name) => `${name} cannot take this shift now; please choose another.`,
}
