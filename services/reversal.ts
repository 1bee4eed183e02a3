import { type Account, changesBetween } from "../rules/account.ts"
import { isEnded } from "../rules/life.ts"
import type { Button } from "../rules/outgoing.ts"
import type { Taken } from "../rules/upload.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as uploads from "./uploads.ts"

/** What became of taking a ledger back: how many accounts are as before, and which were touched since and stay. */
export interface Undone {
  readonly undone: number
  readonly kept: readonly { readonly row: number; readonly account: Account }[]
}

/** Takes an applied ledger back in one step, but for accounts that somebody has changed since. */
export const undo = async (act: Act, me: people.Member | null, id: string): Promise<Undone> => {
  const upload = await uploads.inState(act, id, "applied")
  const kept = []
  for (const each of [...upload.taken].reverse()) {
    const touched = new Set([each.after.unitId, each.before?.unitId ?? each.after.unitId])
    if (me) for (const unitId of touched) await people.demand(act, me, "account.import", unitId)
    const now = await act.tables.accounts.get(each.accountId)
    if (now === null) continue
    if (await isUntouched(act, each, now)) await putBack(act, each, now)
    else kept.unshift({ row: each.row, account: now })
  }
  if (kept.length === upload.taken.length) throw new Refusal(act.text.upload.allTouched)
  await act.tables.uploads.put({ ...upload, state: "undone", taken: [] })
  return { undone: upload.taken.length - kept.length, kept }
}

const isUntouched = async (act: Act, { before, after }: Taken, now: Account): Promise<boolean> => {
  const same =
    Object.keys(changesBetween(after, now)).length === 0 &&
    now.state === after.state &&
    now.exceptions.length === after.exceptions.length
  if (!same) return false
  if (before) return (await accounts.double(act, before, now.id)) === null || isEnded(before)
  const posts = await act.tables.posts.where("account", now.id)
  const misses = await act.tables.misses.where("account", now.id)
  return posts.length + misses.length === 0
}

const putBack = async (act: Act, { before }: Taken, now: Account): Promise<void> => {
  if (before) await accounts.change(act, now, { ...before, lastPostAt: now.lastPostAt })
  else await accounts.remove(act, now)
}

/** The button that takes an applied ledger back. */
export const undoing = (act: Act, id: string): readonly (readonly Button[])[] => [
  [{ label: act.text.upload.buttons.undo, press: `import upload=${id} step=undo` }],
]
