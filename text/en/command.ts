import type { command as chinese } from "../zh/command.ts"

export const command: typeof chinese = {
  cancelled: "Cancelled. Nothing was changed.",
}
