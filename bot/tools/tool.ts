import type { Command } from "commander"
import { environment, readSettings, type Settings } from "../settings.ts"

/** What a tool says when it cannot do what was asked; the process then ends with 1. */
export class Failed extends Error {}

/** Adds one group of tools to the command line. */
export type AddTool = (program: Command) => void

/** The settings, without the ones that only the running bot needs. */
export const settings = (): Settings => readSettings(environment())
