import { posix } from "node:path"
import { attributesOf, tags } from "./xml.ts"

/** Where a workbook keeps its parts. */
export interface Workbook {
  /** The sheets that people see, in order. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly strings: string | null
  readonly styles: string | null
  /** Some workbooks count their days from 1904. */
  readonly from1904: boolean
}

/** Reads the two parts that say where everything else is. */
export const workbookOf = (xml: string, relations: string): Workbook => {
  const worksheets = new Map<string, string>()
  const byType = new Map<string, string>()
  for (const tag of tags(relations)) {
    const attributes = attributesOf(tag)
    const target = attributes.get("Target")
    if (tag.name !== "Relationship" || target === undefined) continue
    const path = target.startsWith("/") ? target.slice(1) : posix.join("xl", target)
    const type = posix.basename(attributes.get("Type") ?? "")
    byType.set(type, path)
    if (type === "worksheet") worksheets.set(attributes.get("Id") ?? "", path)
  }
  const sheets: { name: string; path: string }[] = []
  let from1904 = false
  for (const tag of tags(xml)) {
    const attributes = attributesOf(tag)
    if (tag.name === "workbookPr") from1904 ||= /^(1|true)$/.test(attributes.get("date1904") ?? "")
    if (tag.name !== "sheet" || (attributes.get("state") ?? "visible") !== "visible") continue
    const path = worksheets.get(attributes.get("id") ?? "")
    if (path !== undefined) sheets.push({ name: attributes.get("name") ?? "", path })
  }
  return {
    sheets,
    strings: byType.get("sharedStrings") ?? null,
    styles: byType.get("styles") ?? null,
    from1904,
  }
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** A workbook of one sheet, in the parts that a parser asks for. */
export const workbookParts = (
  from1904: boolean,
  parts: { readonly sheet: Buffer; readonly strings: Buffer | null; readonly styles: Buffer | null },
): Readonly<Record<string, Buffer>> => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const workbook = `<workbook><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" id="r1"/></sheets></workbook>`
  const relations = [
    relation("r1", "worksheet", "sheet.xml"),
    ...(parts.strings ? [relation("r2", "sharedStrings", "sharedStrings.xml")] : []),
    ...(parts.styles ? [relation("r3", "styles", "styles.xml")] : []),
  ]
  return {
    "xl/workbook.xml": Buffer.from(workbook),
    "xl/_rels/workbook.xml.rels": Buffer.from(`<Relationships>${relations.join("")}</Relationships>`),
    "xl/sheet.xml": parts.sheet,
    ...(parts.strings && { "xl/sharedStrings.xml": parts.strings }),
    ...(parts.styles && { "xl/styles.xml": parts.styles }),
  }
}
