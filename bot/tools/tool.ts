import { readFileSync } from "node:fs"
import type { Command } from "commander"
import { inWords } from "../faults.ts"
import { environment, readSettings, type Settings } from "../settings.ts"

/** What a tool says when it cannot do what was asked; the process then ends with 1. */
export class Failed extends Error {}

/** The bytes of a file that somebody named. */
export const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (fault) {
    // That it is a folder shows only when it is read, and then the system no longer says which.
    throw new Failed(inWords(fault, file))
  }
}

/** Adds one group of tools to the command line. */
export type AddTool = (program: Command) => void

/** The settings, with another data folder where one was named. */
export const settings = (folder?: string): Settings =>
  readSettings({ ...environment(), ...(folder === undefined ? {} : { DATA_DIR: folder }) })
