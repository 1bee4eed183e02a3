import type { patrol as chinese } from "../zh/patrol.ts"

export const patrol: typeof chinese = {
  commands: {
    patrol: {
      title: "Note today's patrol",
      aliases: [],
      fields: { unit: { label: "Unit", ask: "Which unit?", example: "" } },
    },
  },
  button: "Patrol done today",
  walked: (unit, it) =>
    `✅ Noted: the accounts of ${unit} were patrolled today. This month: ${it.done} days done${it.missing > 0 ? `, ${it.missing} left out` : ""}.`,
  none: "There is no patrol to note today.",
}
