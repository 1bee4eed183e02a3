import type { Account } from "../../rules/account.ts"
import type { Duty } from "../../rules/duty.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import type { Button } from "../../rules/outgoing.ts"
import type { Post } from "../../rules/post.ts"
import { plainLink, type Repost, type RepostCard } from "../../rules/repost.ts"
import type { Act } from "../app.ts"
import * as duties from "../duties.ts"
import * as occasions from "../occasions.ts"
import * as outbox from "../outbox.ts"

/** For how many accounts a card offers a button; the others are reported with the link. */
const BUTTONS = 12

/** One account of a task, and how far it has come. */
export interface Asked {
  readonly account: Account
  readonly duty: Duty & Pick<Obligation, "aim">
  /** Who has passed it on, and when. */
  readonly done: { readonly by: string; readonly at: number } | null
}

export const occasionOf = (repostId: string, accountId: string): string =>
  occasions.idOf({ kind: "upstream.posted", unitId: "", accountId, nth: repostId })

/** What one account is asked for by a task; null when no rulebook asks it for anything. */
export const rowOf = async (act: Act, repostId: string, accountId: string): Promise<Obligation | null> => {
  const rows = await act.tables.obligations.where("occasion", occasionOf(repostId, accountId))
  return rows.find(({ phase }) => phase !== "void") ?? null
}

/** The report that shows that an account has passed it on. */
const postOf = async (act: Act, { link, at }: Repost, accountId: string): Promise<Post | null> => {
  const posts = await act.tables.posts.where("link", `${accountId} ${link}`)
  return posts.find((post) => plainLink(post.link ?? "") === plainLink(link) && post.at >= at) ?? null
}

const askedOf = async (act: Act, task: Repost, accountId: string): Promise<Asked | null> => {
  const row = await rowOf(act, task.id, accountId)
  const account = await act.tables.accounts.get(accountId)
  if (row === null || account === null) return null
  const post = await postOf(act, task, accountId)
  const said = post ?? (row.settled === null || row.phase === "waived" ? null : row.settled)
  const by = said === null ? null : ((await act.tables.persons.get(said.by))?.name ?? "")
  return {
    account,
    duty: { ...(await duties.shown(act, row)), aim: row.aim },
    done: said === null || by === null ? null : { by, at: said.at },
  }
}

/** How a card looks now. */
export const bodyOf = async (
  act: Act,
  task: Repost,
  { accountIds }: Pick<RepostCard, "accountIds">,
): Promise<{ text: string; buttons: readonly (readonly Button[])[] }> => {
  const asked: Asked[] = []
  for (const id of accountIds) {
    const one = await askedOf(act, task, id)
    if (one) asked.push(one)
  }
  const words = act.text.repost
  const waiting = asked.filter(({ done, duty }) => done === null && (isOpen(duty) || duty.phase === "missed"))
  return {
    text: words.card(task, asked),
    buttons: waiting
      .slice(0, BUTTONS)
      .map(({ account, duty }) => [
        { label: words.reposted(account), press: `reposted obligation=${duty.id}` },
      ]),
  }
}

/** The task that an obligation belongs to; null for one that came about in another way. */
export const taskOf = async (act: Act, { occasionId, accountId }: Obligation): Promise<Repost | null> => {
  if (occasionId === null || accountId === null) return null
  const id = occasionId.split("/").at(-1) ?? ""
  return occasionId === occasionOf(id, accountId) ? act.tables.reposts.get(id) : null
}

/** Changes every card of the task that lists this account, in place; nobody is told anew. */
export const refresh = async (act: Act, row: Obligation): Promise<void> => {
  const task = await taskOf(act, row)
  for (const card of task?.cards ?? []) {
    if (task === null || row.accountId === null || !card.accountIds.includes(row.accountId)) continue
    const posted = await act.tables.outbox.get(card.key)
    if (posted === null) continue
    await outbox.post(act, {
      to: posted.to,
      lane: "notice",
      edits: card.key,
      body: await bodyOf(act, task, card),
    })
  }
}
