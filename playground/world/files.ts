import type { Document } from "./shapes.ts"

/** A bot may fetch files up to this size. */
export const FETCHABLE = 20 * 1024 * 1024
/** All the bytes that are kept; the oldest files go first. */
const KEPT = 256 * 1024 * 1024

/** A file: its bytes, or only its size when none were given (they read as zeros). */
export interface Stored {
  readonly document: Document
  readonly path: string
  readonly bytes: Uint8Array | null
}

export interface Files {
  keep(name: string, content: { readonly bytes: Uint8Array } | { readonly size: number }): Document
  byId(id: string): Stored | null
  byPath(path: string): Stored | null
}

const TYPES: Record<string, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  txt: "text/plain",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  json: "application/json",
  yaml: "application/yaml",
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ""

export const createFiles = (): Files => {
  const ids = new Map<string, Stored>()
  const paths = new Map<string, Stored>()
  let total = 0
  let count = 0
  return {
    keep: (name, content) => {
      count += 1
      const extension = extensionOf(name)
      const bytes = "bytes" in content ? content.bytes : null
      const document: Document = {
        file_id: `BQACAgUAAxkBAAI${String(count).padStart(8, "0")}AAHV4Ag`,
        file_unique_id: `AgAD${String(count).padStart(8, "0")}`,
        file_name: name,
        mime_type: TYPES[extension] ?? "application/octet-stream",
        file_size: "bytes" in content ? content.bytes.length : content.size,
      }
      const path = `documents/file_${String(count)}${extension === "" ? "" : `.${extension}`}`
      const stored = { document, path, bytes }
      ids.set(document.file_id, stored)
      paths.set(path, stored)
      total += bytes?.length ?? 0
      for (const oldest of ids.values()) {
        if (total <= KEPT && ids.size <= 10_000) break
        total -= oldest.bytes?.length ?? 0
        ids.delete(oldest.document.file_id)
        paths.delete(oldest.path)
      }
      return document
    },
    byId: (id) => ids.get(id) ?? null,
    byPath: (path) => paths.get(path) ?? null,
  }
}

/** The bytes of a file; zeros when only its size is known. */
export const bytesOf = (file: Stored): Uint8Array => file.bytes ?? new Uint8Array(file.document.file_size)
