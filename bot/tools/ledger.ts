import { writeFileSync } from "node:fs"
import { basename } from "node:path"
import { readTable } from "../../papers/table.ts"
import type { Table } from "../../rules/table.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as dryruns from "../../services/dryruns.ts"
import * as exports_ from "../../services/exports.ts"
import { KEPT_DAYS } from "../../services/requests.ts"
import * as uploads from "../../services/uploads.ts"
import { languages } from "../../text/index.ts"
import { openApp } from "../main.ts"
import { type AddTool, bytesOf, Failed, settings } from "./tool.ts"

interface Asked {
  readonly data: string | undefined
  readonly why: string
  /** Whether anything is to be kept. */
  readonly keeps: boolean
}

/**
 * Works on the data folder itself: refused while the bot runs there, which takes files by chat. Where nothing is to be
 * kept, a folder without a journal stays as it is.
 */
const inStore = async ({ data, why, keeps }: Asked, work: (turn: Act) => Promise<string>): Promise<void> => {
  const { app } = await openApp({ ...settings(data), LOG_LEVEL: "warn" }, { keeps })
  try {
    console.log(await transact(app, why, work))
  } finally {
    await app.store.close()
  }
}

const transact = async (app: App, why: string, work: (turn: Act) => Promise<string>): Promise<string> => {
  const outcome = await act(app, { by: "command-line", why }, work)
  if (outcome.repeated) throw new Error("a transaction without an incoming cannot be a repeat")
  return outcome.value
}

/** Takes the office's ledger of accounts in, and gives it out. */
export const addLedger: AddTool = (program) => {
  program
    .command("import")
    .description("take something in")
    .command("accounts")
    .description("take a ledger of accounts in: a dry run, unless --apply is given")
    .argument("<file>", ".xlsx or .csv, as docs/ledger.md describes")
    .option("--apply", "do it")
    .option("--data <folder>", "another data folder than DATA_DIR")
    .action(async (file: string, { apply = false, data }: { apply?: boolean; data?: string }) => {
      const text = languages[settings().LANGUAGE]
      const reading = await readTable(basename(file), bytesOf(file))
      if ("mistake" in reading) throw new Failed(text.ledger.file(reading.mistake))
      await inStore({ data, why: "import", keeps: apply }, (turn) =>
        taken(turn, basename(file), reading.table, apply),
      )
    })
  program
    .command("export")
    .description("give something out")
    .command("accounts")
    .description("write the ledger of all accounts")
    .argument("<file>", "its ending says which: .xlsx or .csv")
    .option("--data <folder>", "another data folder than DATA_DIR")
    .action(async (file: string, { data }: { data?: string }) => {
      const format = file.endsWith(".csv") ? "csv" : "xlsx"
      await inStore({ data, why: "export", keeps: false }, async (turn) => {
        writeFileSync(file, await exports_.all(turn, format), { mode: 0o600 })
        return file
      })
    })
}

/** What the ledger would change, or has changed; whatever stands against it throws, and nothing is kept. */
const taken = async (turn: Act, name: string, table: Table, apply: boolean): Promise<string> => {
  const shown = await uploads.preview(turn, null, name, table)
  const words = dryruns.inWords(turn, table, shown)
  switch (shown.preview.kind) {
    case "mistakes":
      throw new Failed(words)
    case "nothing":
      return words
    case "ready": {
      const { id } = shown.preview.upload
      if (!apply) {
        await uploads.drop(turn, null, id)
        return words
      }
      const applied = await uploads.apply(turn, null, id)
      const { done, asked } = turn.text.upload
      return applied.kind === "done"
        ? done(applied, uploads.KEPT_HOURS)
        : asked(applied.leaders ?? [], KEPT_DAYS)
    }
  }
}
