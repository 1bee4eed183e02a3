import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { shipped } from "./books.ts"

const root = new URL("../../", import.meta.url)

/** The code without its comments, which may give examples. */
const code = ["rules", "services", "commands", "bot", "papers", "text"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({
      file: `${folder}/${name}`,
      source: readFileSync(new URL(`${folder}/${name}`, root), "utf8").replace(
        /\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gmu,
        "",
      ),
    })),
)

const filesWith = (pattern: RegExp): string[] =>
  code.filter(({ source }) => pattern.test(source)).map(({ file }) => file)

test("no code knows a rule of a regulation", () => {
  expect(filesWith(/\b(WB|LZ|XC|JX|SJ|N|H)-\d/u)).toEqual([])
})

test("no code knows a regulation by its id", () => {
  const names = shipped.map(({ id }) => id).filter((id) => id !== "house" && id !== "national")
  expect(filesWith(new RegExp(`["'\`](${names.join("|")})["'\`:]`, "u"))).toEqual([])
  expect(filesWith(/["'`](house|national):/u)).toEqual([])
})
