import type { Body, Button } from "../../rules/outgoing.ts"
import type { Text } from "../../text/index.ts"
import type { Choice, Field } from "./command.ts"

/** How many choices one card shows. */
export const PAGE = 8
/** Labels up to this length stand two in a row. */
const NARROW = 12

/** What the buttons of a dialog mean; each travels after the dialog's nonce. */
export type Answering =
  | { readonly kind: "choose"; readonly value: string }
  | { readonly kind: "all" | "done" | "skip" | "cancel" | "next" | "back" }

const words = ["all", "done", "skip", "cancel", "next", "back"] as const

export const encode = (nonce: string, answering: Answering): string =>
  answering.kind === "choose" ? `.${nonce} =${answering.value}` : `.${nonce} ${answering.kind}`

/** Reads the press of a dialog's button; null when it is something else. */
export const decode = (press: string): { readonly nonce: string; readonly answering: Answering } | null => {
  const match = /^\.(\S+) (.+)$/.exec(press)
  if (!match) return null
  const [, nonce = "", what = ""] = match
  if (what.startsWith("=")) return { nonce, answering: { kind: "choose", value: what.slice(1) } }
  const kind = words.find((word) => word === what)
  return kind ? { nonce, answering: { kind } } : null
}

interface Asked {
  readonly nonce: string
  readonly title: string
  readonly ask: string
  /** What the question is about: the account, the duty or the application that was answered before. */
  readonly about: string | null
  readonly field: Field<unknown>
  readonly problem: string | null
  readonly choices: readonly Choice[]
  readonly picked: readonly string[]
  readonly page: number
  readonly place: "private" | "group"
}

/** The card that asks for one field. */
export const question = (text: Text, asked: Asked): Body => {
  const { field, choices, nonce } = asked
  const shown = choices.slice(asked.page * PAGE, (asked.page + 1) * PAGE)
  const button = (label: string, answering: Answering): Button => ({ label, press: encode(nonce, answering) })
  const rows = inRows(
    shown.map(({ value, label }) =>
      button(asked.picked.includes(value) ? `✓ ${label}` : label, { kind: "choose", value }),
    ),
  )
  const turning = [
    ...(asked.page > 0 ? [button(text.command.back, { kind: "back" })] : []),
    ...((asked.page + 1) * PAGE < choices.length ? [button(text.command.next, { kind: "next" })] : []),
  ]
  const closing = [
    ...(field.many && choices.length > 1 && asked.picked.length === 0
      ? [button(text.command.all(choices.length), { kind: "all" })]
      : []),
    ...(asked.picked.length > 0 ? [button(text.command.done(asked.picked.length), { kind: "done" })] : []),
    ...(field.optional ? [button(text.command.skip, { kind: "skip" })] : []),
  ]
  const buttons = [...rows, turning, closing].filter((row) => row.length > 0)
  // A message of a group cannot both open a reply and carry a button: typing is the way there, and /cancel gives up.
  const opensReply = buttons.length === 0 && asked.place === "group"
  const byReply = choices.length === 0 && asked.place === "group" ? text.command.byReply : null
  const hint = opensReply ? text.command.byReplyOrCancel : byReply
  const lines = [asked.problem, text.command.question(asked.title, asked.ask, asked.about), hint]
  return {
    text: lines.filter((line) => line !== null).join("\n"),
    ...(opensReply
      ? { ask: true }
      : { buttons: [...buttons, [button(text.command.cancel, { kind: "cancel" })]] }),
  }
}

const inRows = (buttons: readonly Button[]): readonly (readonly Button[])[] => {
  const rows: Button[][] = []
  for (const button of buttons) {
    const last = rows.at(-1)
    const fits =
      last?.length === 1 && [...last, button].every(({ label }) => Array.from(label).length <= NARROW)
    if (fits) last.push(button)
    else rows.push([button])
  }
  return rows
}
