import { tidy } from "../../rules/words.ts"
import type { Answers, Command, CommandWords } from "./command.ts"
import { parts } from "./fill.ts"

/** What somebody typed: the word after the slash, and the rest of the text. */
export interface Typed {
  readonly name: string
  readonly rest: string
  readonly slash: boolean
}

/** Reads `/post …`, `／报更新 …`, or without a slash `报更新 …`. */
export const readTyped = (text: string): Typed => {
  const trimmed = tidy(text)
  const match = /^([/／]?)(\S*)\s*([\s\S]*)$/.exec(trimmed)
  const [, slash = "", name = "", rest = ""] = match ?? []
  return { name: name.toLowerCase(), rest, slash: slash !== "" }
}

/** Gives the typed words to the fields: `标签：值` lines by label, then each word to the first field that takes it. */
export const spread = (command: Command, words: CommandWords, rest: string): Answers => {
  const answers: Record<string, string> = {}
  const loose: string[] = []
  for (const line of rest.split("\n")) {
    const labelled = labelledField(words, line)
    // A label with nothing behind it says nothing: its field is asked for.
    if (labelled?.value === "") continue
    if (labelled && !(labelled.field in answers))
      answers[labelled.field] = command.fields[labelled.field]?.canonical(labelled.value) ?? labelled.value
    else loose.push(line)
  }
  const entries = Object.entries(command.fields)
  const strict = entries.filter(([, field]) => !field.free)
  const free = entries.filter(([, field]) => field.free)
  const lastFree = free.at(-1)
  for (const word of wordsOf(loose.join(" "))) {
    const taker = strict.find(([name, field]) => !(name in answers) && field.takes(word))
    if (taker) {
      answers[taker[0]] = taker[1].canonical(word)
      continue
    }
    const open = free.find(([name, field]) => field.when(answers) && (!(name in answers) || field.many))
    if (open) {
      const [name] = open
      const before = answers[name]
      answers[name] = before === undefined ? parts(word).join(",") : [before, ...parts(word)].join(",")
      if (!open[1].many && before === undefined) answers[name] = word
    } else if (lastFree) {
      const [name] = lastFree
      answers[name] = [answers[name] ?? "", word].join(" ")
    } else {
      // Nobody takes it: the first question says what was wrong with it, instead of asking as if nothing had been said.
      const first = strict.find(([name, field]) => !(name in answers) && !field.silent && field.when(answers))
      if (first) answers[first[0]] = word
    }
  }
  return answers
}

const labelledField = (words: CommandWords, line: string): { field: string; value: string } | null => {
  const match = /^\s*([^:：]{1,20})[:：]\s*(.*)$/.exec(line)
  if (!match) return null
  const [, label = "", value = ""] = match
  const found = Object.entries(words.fields).find(
    ([name, field]) => field.label === label.trim() || name === label.trim(),
  )
  return found ? { field: found[0], value: value.trim() } : null
}

/** Words parted by blanks; a day and the time after it stay together. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(
      // But the hours of a shift, `08:00-20:00`, are a word of their own.
      /(\d{1,4}[-/.月年]\d{1,2}(?:[-/.月]\d{1,2})?日?|今天|昨天|前天|明天|后天|today|yesterday|tomorrow)\s+(\d{1,2}[:：]\d{2})(?![-–—~至到])/g,
      "$1T$2",
    )
    .split(/\s+/)
    .filter((word) => word !== "")
