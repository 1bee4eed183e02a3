import type { FileHandle } from "node:fs/promises"
import { reasonOf } from "../faults.ts"

/** What writing a journal needs of a file. */
export type Disk = Pick<FileHandle, "write" | "datasync" | "truncate" | "close">

const LINE_END = Buffer.from("\n")

/** Writes lines to the end of the journal; those that come while the disk is busy share its next sync. */
export class Appender {
  readonly #disk: Disk
  readonly #fatal: (fault: Error) => void
  #waiting: Uint8Array[] = []
  #tail: Promise<void> = Promise.resolve()
  #taken: number
  #durable: number
  #broken = false

  constructor(disk: Disk, length: number, fatal: (fault: Error) => void) {
    this.#disk = disk
    this.#taken = length
    this.#durable = length
    this.#fatal = fatal
  }

  /** Bytes that are on the disk for good. */
  get durable(): number {
    return this.#durable
  }

  get broken(): boolean {
    return this.#broken
  }

  /** Takes a line, and says at which byte it will begin. */
  append(line: Uint8Array): number {
    const begins = this.#taken
    this.#taken += line.length + LINE_END.length
    this.#waiting.push(line, LINE_END)
    if (this.#waiting.length === 2) {
      this.#tail = this.#tail.then(() => this.#flush())
      this.#tail.catch(() => null) // Whoever waits hears of it through settled().
    }
    return begins
  }

  /** Resolves when all that was taken is durable; once a write has failed it only ever rejects. */
  settled(): Promise<void> {
    return this.#tail
  }

  close(): Promise<void> {
    return this.#disk.close()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    try {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.#disk.write(
          bytes,
          done,
          bytes.length - done,
          this.#durable + done,
        )
        done += bytesWritten
      }
      await this.#disk.datasync()
      this.#durable += bytes.length
    } catch (cause) {
      throw await this.#fail(cause)
    }
  }

  /** Takes back what nobody was answered for, as far as the disk allows, and says that this is the end. */
  async #fail(cause: unknown): Promise<Error> {
    const fault = new Error(`the journal cannot be written any more: ${reasonOf(cause)}`, { cause })
    this.#broken = true
    await this.#disk.truncate(this.#durable).catch(() => null)
    this.#fatal(fault)
    return fault
  }
}
