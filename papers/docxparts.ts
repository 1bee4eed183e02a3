import { instead } from "./docxstyle.ts"
import { packedAnew } from "./packing.ts"

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/** The faces that are asked for, each with what may stand in its place. */
const fontTable = (): string => {
  const fonts = Object.entries(instead).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD}">${fonts.join("")}</w:fonts>`
}

/** Nobody is named as the writer, and no moment of the writing. */
const anonymous = (xml: string): string =>
  xml
    .replace(/<(dc:creator|cp:lastModifiedBy)>[^<]*<\/\1>/g, "")
    .replace(/<(dcterms:created|dcterms:modified)[^>]*>[^<]*<\/\1>/g, "")

const mended = (path: string, content: Buffer): Buffer => {
  if (path === "word/fontTable.xml") return Buffer.from(fontTable())
  return path === "docProps/core.xml" ? Buffer.from(anonymous(content.toString())) : content
}

/** A document as it should be: with faces to fall back on, and without the time at which it was written. */
export const repackedPaper = (document: Buffer): Promise<Buffer> => packedAnew(document, mended)
