import { z } from "zod"
import type { CheckSheet } from "../../rules/check.ts"
import type { Button } from "../../rules/outgoing.ts"
import type { Month } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { type Overview, isClean } from "../../services/checks/listing.ts"
import { type ShownCheck, type ShownSheet, wrongOn } from "../../services/checks/showing.ts"
import type { Field, Scene } from "./command.ts"
import { press } from "./command.ts"
import { field } from "./fields.ts"

/** For how many units or accounts a card offers a button. */
const BUTTONS = 20

type Where = Pick<ShownCheck, "unitId" | "month" | "kind">

/** A button has room for 64 letters: month, kind and unit, or account, are one word in it. */
const to = (
  { unitId, month, kind }: Where,
  say: string,
  more: { id?: string; n?: string; by?: string } = {},
) => {
  const { id = unitId, ...rest } = more
  return press("sheet", { of: `${month.replace("-", "")}${kind[0] ?? ""}.${id}`, say, ...rest })
}

/** What such a word stands for. */
export const sheetWord = (): Field<{
  readonly month: Month
  readonly kind: CheckSheet["kind"]
  readonly id: string
}> =>
  field(z.string().regex(/^20\d{4}[cs]\.[\w-]{1,40}$/), (_scene, typed) =>
    Promise.resolve({
      month: `${typed.slice(0, 4)}-${typed.slice(4, 6)}`,
      kind: typed[6] === "s" ? ("self" as const) : ("check" as const),
      id: typed.slice(8),
    }),
  )

/** A month as it is written, `2026-03`. */
export const monthField = (): Field<Month> =>
  field(z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/), (_scene, typed) => Promise.resolve(typed))

/** What may be pressed on a unit's card. */
export const cardButtons = (
  scene: Scene,
  check: ShownCheck,
  by: string | null = null,
): readonly (readonly Button[])[] => {
  const words = scene.text.check.buttons
  if (check.signed !== null)
    return check.sheets.some(({ sheet }) => sheet.signed?.by === scene.me.person.id)
      ? [[{ label: words.undo, press: to(check, "undo") }]]
      : []
  const wrong = check.sheets.reduce((sum, { sheet }) => sum + wrongOn(sheet), 0)
  return [
    [{ label: words.sign(wrong), press: to(check, "sign", by === null ? {} : { by }) }],
    ...check.sheets
      .slice(0, BUTTONS)
      .map((each) => [{ label: words.exception(each), press: to(check, "open", { id: each.account.id }) }]),
  ]
}

/** What may be pressed on one account's lines. */
export const lineButtons = (
  scene: Scene,
  where: Where,
  { account, sheet }: ShownSheet,
): readonly (readonly Button[])[] => {
  const words = scene.text.check.buttons
  const id = account.id
  return [
    ...sheet.lines.map((line, n) => [
      { label: words.line(line), press: to(where, "line", { id, n: String(n) }) },
    ]),
    ...sheet.sample.map((each, n) => [
      { label: words.post(each), press: to(where, "post", { id, n: String(n) }) },
    ]),
    [{ label: words.back, press: to(where, "show") }],
  ]
}

/** What may be pressed on the list of an office. */
export const overviewButtons = (
  scene: Scene,
  { checks, month }: Overview,
  kind: CheckSheet["kind"],
): readonly (readonly Button[])[] => {
  const words = scene.text.check.buttons
  const clean = checks.filter(isClean)
  const [first] = clean
  return [
    ...(first === undefined || clean.length < 2
      ? []
      : [[{ label: words.all(clean.length), press: to({ ...first, month, kind }, "all") }]]),
    ...checks
      .filter(({ signed }) => signed === null)
      .slice(0, BUTTONS)
      .map((each) => [{ label: words.unit(each), press: to(each, "show") }]),
  ]
}

/** Of several units those of which somebody checks the accounts, and how: for the office, or for oneself. */
export const kindFor = (checks: readonly Unit[], own: readonly Unit[]): CheckSheet["kind"] =>
  checks.length > 0 || own.length === 0 ? "check" : "self"
