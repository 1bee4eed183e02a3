import type { Tables } from "../storage/store.ts"
import type { Act } from "./app.ts"

const made = new WeakMap<Tables, Set<string>>()

/** Notes what whoever acts has to know beside the answer of the command, whichever command it is. */
export const add = ({ tables }: Pick<Act, "tables">, remark: string): void => {
  const known = made.get(tables) ?? new Set()
  made.set(tables, known.add(remark))
}

/** What was noted in this transaction, once; each remark is given back a single time. */
export const take = ({ tables }: Pick<Act, "tables">): readonly string[] => {
  const remarks = [...(made.get(tables) ?? [])]
  made.delete(tables)
  return remarks
}
