import { readFileSync } from "node:fs"
import { readRulebook } from "../../papers/rulebook.ts"
import { languages } from "../../text/index.ts"
import { rulebooks } from "../shipped.ts"
import { type AddTool, Failed, settings } from "./tool.ts"

/** Checks a rulebook an office wrote, and shows those that are loaded. */
export const addRulebook: AddTool = (program) => {
  const rulebook = program.command("rulebook").description("regulations as data")
  rulebook
    .command("check")
    .description("check a file; every mistake is named with its line")
    .argument("<file>", "YAML, as docs/rulebooks.md describes")
    .action((file: string) => {
      const text = languages[settings().LANGUAGE]
      const read = readRulebook(readFileSync(file, "utf8"))
      if ("mistakes" in read) throw new Failed(text.rulebook.refused(file, read.mistakes))
      console.log(text.rulebook.sound(file, read.book))
    })
  rulebook
    .command("show")
    .description("the rulebooks, or one with its rules")
    .argument("[id]", "such as sxjt")
    .option("--json", "as JSON")
    .action((id: string | undefined, { json }: { json?: boolean }) => {
      const { DATA_DIR, LANGUAGE } = settings()
      const text = languages[LANGUAGE]
      const books = rulebooks(DATA_DIR, text)
      const shown = id === undefined ? books : books.filter((book) => book.id === id)
      if (shown.length === 0)
        throw new Failed(
          text.rulebook.unknown(
            id ?? "",
            books.map((book) => book.id),
          ),
        )
      if (json === true) console.log(JSON.stringify(id === undefined ? shown : shown[0], null, 2))
      else
        for (const book of shown)
          console.log(id === undefined ? text.rulebook.line(book) : text.rulebook.show(book))
    })
}
