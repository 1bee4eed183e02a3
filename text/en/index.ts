import type { zh } from "../zh/index.ts"
import { command } from "./command.ts"

export const en: typeof zh = { command }
