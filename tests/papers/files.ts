import { crc32, deflateRawSync } from "node:zlib"
import { readTable } from "../../papers/table.ts"
import type { FileMistake, Table } from "../../rules/table.ts"

const u16 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2)
  numbers.forEach((number, index) => bytes.writeUInt16LE(number, index * 2))
  return bytes
}
const u32 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, index * 4))
  return bytes
}

/** One file of an archive; `says` is the size it gives out, `flags` 1 marks it as encrypted. */
export interface Packed {
  readonly path: string
  readonly content: string | Buffer
  readonly says?: number
  readonly flags?: number
  readonly stored?: boolean
  /** Writes the sizes into an extra field of 64 bits each, as some programs do. */
  readonly wide?: boolean
}

/** An archive made by hand, so that it can lie. */
export const zip = (files: readonly Packed[]): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { path, content, says, flags = 0, stored = false, wide = false } of files) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const name = Buffer.from(path)
    const size = says ?? plain.length
    const method = stored ? 0 : 8
    const times = u32(0x5a8f_6b2c)
    const local = Buffer.concat([
      u32(0x04034b50),
      u16(20, flags, method),
      times,
      u32(crc32(plain), packed.length, size),
      u16(name.length, 0),
      name,
      packed,
    ])
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(size), 4)
    extra.writeBigUInt64LE(BigInt(packed.length), 12)
    centrals.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20, 20, flags, method),
        times,
        u32(crc32(plain), ...(wide ? [0xffff_ffff, 0xffff_ffff] : [packed.length, size])),
        u16(name.length, wide ? extra.length : 0, 0, 0, 0),
        u32(0, offset),
        name,
        ...(wide ? [extra] : []),
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([
    ...locals,
    directory,
    u32(0x06054b50),
    u16(0, 0, files.length, files.length),
    u32(directory.length, offset),
    u16(0),
  ])
}

/** A cell with a text. */
export const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`

/** The rows of a sheet from texts; a text that begins with `<c` stands as it is. */
export const rowsOf = (rows: readonly (readonly string[])[], first = 1): string =>
  rows
    .map((cells, index) => {
      const row = first + index
      const written = cells.map((cell, column) =>
        cell.startsWith("<c")
          ? cell
          : cell === ""
            ? ""
            : text(`${String.fromCharCode(65 + column)}${row}`, cell),
      )
      return `<row r="${row}">${written.join("")}</row>`
    })
    .join("")

export interface Sheet {
  readonly name?: string
  readonly state?: string
  /** What stands between the tags of `sheetData`. */
  readonly rows: string
  readonly after?: string
}

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** The parts of a workbook as Excel lays them out. */
export const parts = (
  sheets: readonly Sheet[],
  more: { readonly strings?: string; readonly styles?: string; readonly properties?: string } = {},
): Packed[] => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return [
    { path: "[Content_Types].xml", content: "<Types/>" },
    {
      path: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook ${NAMESPACES}>${more.properties ?? ""}<sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${sheets.map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)).join("")}${relation("rIdS", "sharedStrings", "sharedStrings.xml")}${relation("rIdT", "styles", "styles.xml")}</Relationships>`,
    },
    ...sheets.map(({ rows, after = "" }, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<?xml version="1.0"?><worksheet ${NAMESPACES}><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...(more.strings === undefined ? [] : [{ path: "xl/sharedStrings.xml", content: more.strings }]),
    ...(more.styles === undefined ? [] : [{ path: "xl/styles.xml", content: more.styles }]),
  ]
}

export const workbook = (...sheets: readonly Sheet[]): Buffer => zip(parts(sheets))

export const tableOf = async (bytes: Uint8Array, name = "台账.xlsx"): Promise<Table> => {
  const reading = await readTable(name, bytes)
  if ("mistake" in reading) throw new Error(JSON.stringify(reading.mistake))
  return reading.table
}

export const mistakeOf = async (bytes: Uint8Array, name = "台账.xlsx"): Promise<FileMistake> => {
  const reading = await readTable(name, bytes)
  if ("table" in reading) throw new Error(`read ${reading.table.rows.length} rows`)
  return reading.mistake
}
