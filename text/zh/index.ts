import { command } from "./command.ts"

export const zh = { command }
