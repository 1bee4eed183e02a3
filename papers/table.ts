import { type FileMistake, type Table, tableLimits } from "../rules/table.ts"
import { readCsv } from "./csv.ts"
import { Unreadable } from "./unreadable.ts"
import { readXlsx } from "./xlsx.ts"

export type TableReading = { readonly table: Table } | { readonly mistake: FileMistake }

const ZIP = Buffer.from("PK")
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** Excel packs a workbook with a password into an old container, with this entry in its directory. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le")
/** Kinds of file people send by mistake, which could pass for text. */
const OTHER_KINDS = ["%PDF", "{\\rtf", "<html", "<!DOCTYPE", "<?xml"].map((text) => Buffer.from(text))

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)

const readBytes = async (name: string, bytes: Buffer): Promise<Table> => {
  if (bytes.length > tableLimits.bytes) throw new Unreadable({ code: "too-large" })
  if (bytes.length === 0) throw new Unreadable({ code: "empty" })
  if (startsWith(bytes, ZIP)) return readXlsx(bytes)
  if (startsWith(bytes, OLE)) throw new Unreadable({ code: bytes.includes(LOCKED) ? "locked" : "old-excel" })
  if (OTHER_KINDS.some((kind) => startsWith(bytes, kind))) throw new Unreadable({ code: "not-a-table" })
  const rows = readCsv(bytes)
  if (rows.length === 0) throw new Unreadable({ code: "empty" })
  return { sheet: name, rows, unreadable: {}, others: [] }
}

/** Reads an `.xlsx` or `.csv` file as a table. What a file is, its content says, not the ending of its name. */
export const readTable = async (name: string, bytes: Uint8Array): Promise<TableReading> => {
  try {
    return { table: await readBytes(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) }
  } catch (error) {
    if (error instanceof Unreadable) return { mistake: error.mistake }
    throw error
  }
}
