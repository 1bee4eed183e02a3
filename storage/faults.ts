/** The journal is not as it was written: from this line on nothing can be trusted. */
export class Damage extends Error {
  /** Counted from 1, as an editor does. */
  readonly line: number
  /** Where the line begins in the file. */
  readonly byte: number
  readonly what: string

  constructor(line: number, byte: number, what: string, options?: ErrorOptions) {
    super(`journal.jsonl is damaged at line ${line} (byte ${byte}): ${what}`, options)
    this.name = "Damage"
    this.line = line
    this.byte = byte
    this.what = what
  }
}

/** Another process works in the folder, or seems to. */
export class Locked extends Error {
  override readonly name = "Locked"
}

/** The folder cannot be used: read-only, not a folder, full. */
export class Unusable extends Error {
  override readonly name = "Unusable"
}

/** The system's own code of a failure, `ENOSPC`; null when it has none. */
export const codeOf = (fault: unknown): string | null =>
  fault instanceof Error && "code" in fault && typeof fault.code === "string" ? fault.code : null

export const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
