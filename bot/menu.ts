import { commands } from "../commands/index.ts"
import type { Text } from "../text/index.ts"
import type { MenuEntry } from "./messenger.ts"

/** What stands in the messenger's menu. */
export const menu = (text: Text): readonly MenuEntry[] =>
  commands
    .filter(({ hidden, unlisted }) => !hidden && !unlisted)
    .map(({ name, words, where }) => ({ name, title: words(text).title, where }))
