import { command } from "./command.ts"
import { outbox } from "./outbox.ts"

export const zh = { command, outbox }
