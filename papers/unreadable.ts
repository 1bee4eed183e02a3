import type { FileMistake } from "../rules/table.ts"

/** Thrown while a file is read, and turned into an answer where reading began. */
export class Unreadable extends Error {
  readonly mistake: FileMistake

  constructor(mistake: FileMistake, cause?: unknown) {
    super(mistake.code, { cause })
    this.mistake = mistake
  }
}
