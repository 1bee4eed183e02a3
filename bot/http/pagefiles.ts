import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { languages } from "../../text/index.ts"
import type { Settings } from "../settings.ts"

/** A file of the page, as it is served. */
export interface PageFile {
  readonly type: string
  readonly body: string
}

const NAMES: readonly (readonly [name: string, type: string])[] = [
  ["index.html", "text/html; charset=utf-8"],
  ["page.css", "text/css; charset=utf-8"],
  ["page.js", "text/javascript; charset=utf-8"],
  ["dom.js", "text/javascript; charset=utf-8"],
  ["draw.js", "text/javascript; charset=utf-8"],
  ["grid.js", "text/javascript; charset=utf-8"],
  ["telegram.js", "text/javascript; charset=utf-8"],
]

/** Beside the source, and elsewhere when compiled: the page is not compiled. */
const folder = ["page", "../../../bot/http/page"]
  .map((place) => join(import.meta.dirname, place))
  .find((place) => existsSync(join(place, "index.html")))

/** What the page says by itself, in every language: it has no words of its own. */
const wordsOf = (usual: Settings["LANGUAGE"]): string => {
  const own = Object.fromEntries(Object.entries(languages).map(([name, text]) => [name, text.overview.own]))
  return `export const words = ${JSON.stringify(own)}\nexport const usual = ${JSON.stringify(usual)}\n`
}

/** The page's files by name; the page itself has the empty one. */
export const pageFiles = (usual: Settings["LANGUAGE"]): ReadonlyMap<string, PageFile> => {
  if (folder === undefined) throw new Error("the files of the overview page are missing")
  const files = NAMES.map(([name, type]): [string, PageFile] => [
    name === "index.html" ? "" : name,
    { type, body: readFileSync(join(folder, name), "utf8") },
  ])
  const words = { type: "text/javascript; charset=utf-8", body: wordsOf(usual) }
  return new Map([...files, ["words.js", words]])
}
