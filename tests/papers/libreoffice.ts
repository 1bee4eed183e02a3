import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const PROGRAM = "/usr/bin/soffice"
/** Its parts come in packages of their own. */
const parts = { writer: "libswlo.so", calc: "libsclo.so" } as const

const lacks = (part: keyof typeof parts): boolean =>
  !existsSync(PROGRAM) || !existsSync(`/usr/lib/libreoffice/program/${parts[part]}`)

/** Without another program to read our files, that is not tested, and said. */
export const missing = (["writer", "calc"] as const).some(lacks)
if (missing)
  console.warn("SKIPPED: papers are not read back, because LibreOffice (writer and calc) is not installed")

const filters = {
  docx: "txt:Text (encoded):UTF8",
  xlsx: "csv:Text - txt - csv (StarCalc):9,34,76,1",
} as const

/** What LibreOffice reads in files of one kind, as text; a table's cells come apart by line, or by tabulator. */
export const readBack = async (
  files: Readonly<Record<string, Uint8Array>>,
  kind: keyof typeof filters,
): Promise<Readonly<Record<string, string>>> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-papers-"))
  try {
    const names = Object.keys(files)
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, `${name}.${kind}`), bytes)
    await promisify(execFile)(PROGRAM, [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      filters[kind],
      "--outdir",
      join(folder, "read"),
      ...names.map((name) => join(folder, `${name}.${kind}`)),
    ])
    const read: Record<string, string> = {}
    for (const file of await readdir(join(folder, "read"))) {
      const [name = ""] = file.split(".")
      const text = await readFile(join(folder, "read", file), "utf8")
      read[name] = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n")
    }
    return read
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
