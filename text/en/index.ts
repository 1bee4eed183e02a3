import type { zh } from "../zh/index.ts"
import { command } from "./command.ts"
import { outbox } from "./outbox.ts"

export const en: typeof zh = { command, outbox }
