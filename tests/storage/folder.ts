import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import { openFile, type FileOptions } from "../../storage/file.ts"
import type { Store, Tables } from "../../storage/store.ts"
import { MONDAY, put } from "./cast.ts"

/** A folder for one test, the stores opened in it, and what they said. */
export class Folder {
  readonly path: string
  readonly notices: string[] = []
  readonly faults: Error[] = []

  constructor(path: string) {
    this.path = path
    onTestFinished(() => rm(path, { recursive: true, force: true }))
  }

  async open(options: Partial<FileOptions> = {}): Promise<Store> {
    const store = await openFile({
      folder: this.path,
      now: () => MONDAY,
      notice: (text) => this.notices.push(text),
      fatal: (fault) => this.faults.push(fault),
      ...options,
    })
    onTestFinished(() => store.close())
    return store
  }

  /** A journal of one line for each account `a1`, `a2` …, closed; without its checkpoint unless told. */
  async journal(lines: number, keepCheckpoint = false): Promise<void> {
    const store = await this.open()
    for (let index = 1; index <= lines; index += 1) await put(store, `a${index}`)
    await store.close()
    if (!keepCheckpoint) await rm(this.at("checkpoint.json"))
  }

  at(name: string): string {
    return join(this.path, name)
  }

  read(name: string): Promise<string> {
    return readFile(this.at(name), "utf8")
  }

  /** Rewrites a file by what a test does to its text. */
  async edit(name: string, change: (text: string) => string): Promise<void> {
    await writeFile(this.at(name), change(await this.read(name)))
  }

  async lines(): Promise<string[]> {
    return (await this.read("journal.jsonl")).split("\n").slice(0, -1)
  }
}

export const freshFolder = async (): Promise<Folder> =>
  new Folder(await mkdtemp(join(tmpdir(), "zhishou-folder-")))

/** What a store answers, in a transaction that changes nothing. */
export const ask = async <T>(store: Store, question: (tables: Tables) => Promise<T>): Promise<T> => {
  const outcome = await store.transaction({ by: "test", why: "ask" }, question)
  if (outcome.repeated) throw new Error("repeated")
  return outcome.value
}

/** Each account with its unit. */
export const accountsIn = (store: Store): Promise<string[]> =>
  ask(store, async ({ accounts }) => (await accounts.all()).map(({ id, unitId }) => `${id} ${unitId}`))
