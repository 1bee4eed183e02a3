import { isOver } from "../../rules/incident.ts"
import type { Act } from "../app.ts"
import { moved, refresh } from "./dealing.ts"
import { keep } from "./notes.ts"

/** A group goes on under another id, where no message of before can be pressed: what is open has its card there anew. */
export const follow = async (act: Act, from: string, to: string): Promise<void> => {
  for (const it of await act.tables.incidents.all()) {
    const key = it.cards[from]
    const cards = moved(it.cards, from, to)
    const kept = await keep(act, { ...it, cards })
    if (key !== undefined && !isOver(kept)) await refresh(act, { ...kept, cards: { [to]: key } })
  }
}
