import { checkRulebook, type Print, showRulebooks } from "../../papers/shelf.ts"
import { dayOf } from "../../rules/time.ts"
import { languages, type Text } from "../../text/index.ts"
import { wallClock } from "../main.ts"
import { rulebooks } from "../shipped.ts"
import { type AddTool, bytesOf, Failed, settings } from "./tool.ts"

const print = ({ content, output }: Print): void => {
  if (!content) throw new Failed(output)
  console.log(output)
}

/** Says of one file whether it is right; one that cannot be read is wrong, and the next is looked at. */
const isSound = (file: string, text: Text): boolean => {
  try {
    const { content, output } = checkRulebook({ name: file, source: bytesOf(file).toString("utf8") }, text)
    if (content) console.log(output)
    else console.error(output)
    return content
  } catch (fault) {
    if (!(fault instanceof Failed)) throw fault
    console.error(fault.message)
    return false
  }
}

/** Checks a rulebook an office wrote, and shows those that are loaded. */
export const addRulebook: AddTool = (program) => {
  const rulebook = program.command("rulebook").description("regulations as data")
  rulebook
    .command("check")
    .description("check files; every mistake is named with its line")
    .argument("<files...>", "YAML, as docs/rulebooks.md describes")
    .action((files: readonly string[]) => {
      const text = languages[settings().LANGUAGE]
      const wrong = files.filter((file) => !isSound(file, text))
      if (wrong.length > 0) process.exitCode = 1
    })
  rulebook
    .command("show")
    .description("the rulebooks, or one with its rules")
    .argument("[id]", "such as sxjt")
    .option("--json", "as JSON")
    .action((id: string | undefined, { json = false }: { json?: boolean }) => {
      const { DATA_DIR, LANGUAGE } = settings()
      const text = languages[LANGUAGE]
      print(
        showRulebooks(rulebooks(DATA_DIR, text), { id: id ?? null, json, today: dayOf(wallClock()) }, text),
      )
    })
}
