import type { Account } from "../../rules/account.ts"
import { advanced, closed, settledBy } from "../../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import type { Post } from "../../rules/post.ts"
import { plainLink, type Repost } from "../../rules/repost.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { keep } from "../obligations.ts"
import * as seconding from "../seconding.ts"
import * as settling from "../settling.ts"
import * as cards from "./cards.ts"

const rowsFor = async (
  act: Act,
  account: Pick<Account, "id">,
  { link, at }: Pick<Post, "link" | "at">,
): Promise<readonly Obligation[]> => {
  if (link === null) return []
  const rows: Obligation[] = []
  for (const task of await act.tables.reposts.where("link", plainLink(link))) {
    // What came out before it cannot have passed it on.
    const row = at < task.at ? null : await cards.rowOf(act, task.id, account.id)
    if (row) rows.push(row)
  }
  return rows
}

/** Somebody reported a post: where its link is that of an item from above, the account has passed that on. */
export const reported = async (act: Act, account: Account, post: Post): Promise<void> => {
  for (const row of await rowsFor(act, account, post)) {
    if (row.aim) await reach(act, row, post)
    else if (isOpen(row))
      await settling.settle(act, row, { on: dayOf(post.at), proof: post.link, note: null })
    else await cards.refresh(act, row)
  }
}

/** An aim is reached by the minute of the post, whenever that was reported; later than that it stays missed. */
const reach = async (act: Act, row: Obligation, { at, by, link }: Post): Promise<void> => {
  if (!isOpen(row) && row.phase !== "missed") return
  const settled = { on: dayOf(at), by, at, proof: link, note: null }
  const inTime = row.due === null || at <= row.due.at
  const after = inTime
    ? settledBy({ ...row, settled: null }, settled)
    : closed({ ...row, settled }, "missed", act.now)
  await cards.refresh(act, await keep(act, after))
}

/** A report was taken back, and with it what it had shown. */
export const takenBack = async (act: Act, account: Account, post: Post): Promise<void> => {
  for (const row of await rowsFor(act, account, post)) {
    const again = row.settled?.proof === post.link && row.phase !== "waived"
    if (isOpen(row)) await seconding.takeBack(act, row)
    const before = advanced({ ...row, settled: null, phase: "open" }, act.now)
    await cards.refresh(act, again ? await keep(act, before) : row)
  }
}

/** The item that a press on a card is about, for the account of the obligation. */
export const pressed = async (
  act: Act,
  row: Obligation,
): Promise<{ task: Repost; account: Account } | null> => {
  const task = await cards.taskOf(act, row)
  const account = row.accountId === null ? null : await act.tables.accounts.get(row.accountId)
  return task === null || account === null ? null : { task, account }
}
