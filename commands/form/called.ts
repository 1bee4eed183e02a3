import type { Text } from "../../text/index.ts"
import type { Command } from "./command.ts"

const known = new WeakMap<readonly Command[], Map<Text, Map<string, Command>>>()

const byWord = (commands: readonly Command[], text: Text): Map<string, Command> => {
  const words = new Map<string, Command>()
  for (const command of commands)
    for (const word of command.hidden ? [] : [command.name, ...command.words(text).aliases])
      if (!words.has(word)) words.set(word, command)
  return words
}

/** The command that answers to a typed word, by its name or one of its aliases; every message asks for it. */
export const calledBy = (commands: readonly Command[], text: Text, word: string): Command | null => {
  const inLanguages = known.get(commands) ?? new Map<Text, Map<string, Command>>()
  known.set(commands, inLanguages)
  const words = inLanguages.get(text) ?? byWord(commands, text)
  inLanguages.set(text, words)
  return words.get(word) ?? null
}
