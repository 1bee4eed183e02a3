import type { Command } from "commander"
import { environment, readSettings, type Settings } from "../settings.ts"

/** What a tool says when it cannot do what was asked; the process then ends with 1. */
export class Failed extends Error {}

/** Adds one group of tools to the command line. */
export type AddTool = (program: Command) => void

/** The settings, with another data folder where one was named. */
export const settings = (folder?: string): Settings =>
  readSettings({ ...environment(), ...(folder === undefined ? {} : { DATA_DIR: folder }) })
