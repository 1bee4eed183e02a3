import { isOver } from "../../rules/incident.ts"
import type { Act } from "../app.ts"
import { refresh } from "./cards.ts"
import { keep } from "./notes.ts"

/** A group goes on under another id, where no message of before can be pressed: what is open has its card there anew. */
export const follow = async (act: Act, from: string, to: string): Promise<void> => {
  for (const it of await act.tables.incidents.all()) {
    const { [from]: key, ...others } = it.cards
    if (key === undefined) continue
    const moved = await keep(act, { ...it, cards: { [to]: key, ...others } })
    if (!isOver(moved)) await refresh(act, { ...moved, cards: { [to]: key } })
  }
}
