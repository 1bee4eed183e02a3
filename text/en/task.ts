import type { task as chinese } from "../zh/task.ts"
import { obligation } from "./obligation.ts"
import * as when from "./when.ts"

export const task: typeof chinese = {
  kinds: {
    task: "a task",
    result: "one shown by a link (an instruction)",
    phone: "new phone: reinstall the office app",
  },
  commands: {
    task: {
      title: "Give somebody a task",
      aliases: ["assign"],
      fields: {
        kind: { label: "Kind", ask: "What kind of task is it?", example: "a task" },
        person: { label: "Person", ask: "Who is to do it?", example: "Zhang Min" },
        title: { label: "Task", ask: "What is to be done?", example: "Sort the messages of the quarter" },
        by: { label: "Last day", ask: "By when?", example: "2026-03-20" },
      },
    },
  },
  past: (by) => `${when.fullDay(by)} has passed; the last day cannot lie before today.`,
  notAsked:
    "No rulebook of the unit asks for this kind, and nothing was opened. Where it is needed, give it as a task.",
  begun: (name, its) =>
    [`Given to ${name}:`, ...its.map(obligation.line), ...obligation.rules(its)].join("\n"),
  given: (by, it) =>
    [
      `[Task] ${by} gives you this to do:`,
      obligation.line(it),
      ...obligation.rules([it]),
      "When it is done, press the button or send /done.",
    ].join("\n"),
}
