import { readFileSync } from "node:fs"
import { checkRulebook, type Print, showRulebooks } from "../../papers/shelf.ts"
import { languages } from "../../text/index.ts"
import { rulebooks } from "../shipped.ts"
import { type AddTool, Failed, settings } from "./tool.ts"

const print = ({ content, output }: Print): void => {
  if (!content) throw new Failed(output)
  console.log(output)
}

/** Checks a rulebook an office wrote, and shows those that are loaded. */
export const addRulebook: AddTool = (program) => {
  const rulebook = program.command("rulebook").description("regulations as data")
  rulebook
    .command("check")
    .description("check a file; every mistake is named with its line")
    .argument("<file>", "YAML, as docs/rulebooks.md describes")
    .action((file: string) => {
      print(checkRulebook({ name: file, source: readFileSync(file, "utf8") }, languages[settings().LANGUAGE]))
    })
  rulebook
    .command("show")
    .description("the rulebooks, or one with its rules")
    .argument("[id]", "such as sxjt")
    .option("--json", "as JSON")
    .action((id: string | undefined, { json = false }: { json?: boolean }) => {
      const { DATA_DIR, LANGUAGE } = settings()
      const text = languages[LANGUAGE]
      print(showRulebooks(rulebooks(DATA_DIR, text), { id: id ?? null, json }, text))
    })
}
