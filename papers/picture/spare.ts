import { existsSync, readdirSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { type Face, readFaces } from "./sfnt.ts"

/** Where systems keep their fonts. */
const FOLDERS: readonly string[] = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/System/Library/Fonts",
  "/Library/Fonts",
  "C:\\Windows\\Fonts",
  join(homedir(), ".local/share/fonts"),
  join(homedir(), ".fonts"),
]

/** How fonts for Chinese are called; only these are opened. */
const CHINESE =
  /cjk|han|hei|song|ming|kai|fang|^sim|yahei|^msyh|wqy|wenquan|fallback|unifont|plangothic|notos\w*[st]c/i
const FONT = /\.(ttf|otf|ttc|otc)$/i

const DEEPEST = 4
const MOST = 200

const below = (folder: string, depth = 0): readonly string[] => {
  if (depth > DEEPEST || !existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return below(path, depth + 1)
    return FONT.test(entry.name) && CHINESE.test(entry.name) ? [path] : []
  })
}

/** Sans before serif, plain before bold: what stands beside our own letters best comes first. */
const oddness = (file: string): number =>
  (/serif|song|ming|kai|fang/i.test(file) ? 2 : 0) + (/bold|black|heavy|thin|light/i.test(file) ? 1 : 0)

const faces = new Map<string, readonly Face[]>()

/** What cannot be read is no font for us. */
const facesOf = (file: string): readonly Face[] => {
  const known = faces.get(file)
  if (known) return known
  let found: readonly Face[] = []
  try {
    found = readFaces(file)
  } catch {
    found = []
  }
  faces.set(file, found)
  return found
}

let files: readonly string[] | null = null

/** The face of this system that draws a character, if there is one. Looked for only when a character is not among ours. */
export const spareFace = (point: number): Face | null => {
  files ??= FOLDERS.flatMap((folder) => below(folder))
    .sort((a, b) => oddness(a) - oddness(b) || (a < b ? -1 : 1))
    .slice(0, MOST)
  for (const file of files) {
    const face = facesOf(file).find((one) => one.covers(point))
    if (face) return face
  }
  return null
}
