import { readFile } from "node:fs/promises"
import type { ServerResponse } from "node:http"
import { existsSync } from "node:fs"
import { join } from "node:path"

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
}

/** Beside the source, and one folder higher when compiled: the page is not compiled. */
const folder = ["../page", "../../../playground/page"]
  .map((place) => join(import.meta.dirname, place))
  .find((place) => existsSync(join(place, "index.html")))

const HEADERS = {
  "content-security-policy":
    // A bot on this machine may have a page of its own, which a phone opens.
    "default-src 'self'; frame-src http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
}

/** Serves a file of the page; false when there is none of that name. */
export const servePage = async (response: ServerResponse, path: string): Promise<boolean> => {
  const name =
    path === "/" ? "index.html" : (/^\/([a-z][a-z-]*\.(?:html|css|js|svg))$/.exec(path)?.[1] ?? null)
  if (name === null || folder === undefined) return false
  const file = join(folder, name)
  if (!existsSync(file)) return false
  const bytes = await readFile(file)
  const type = TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream"
  response.writeHead(200, { ...HEADERS, "content-type": type, "content-length": bytes.length })
  response.end(bytes)
  return true
}
