import type { LedgerReading } from "../rules/ledger.ts"
import type { Table } from "../rules/table.ts"
import type { Act } from "./app.ts"
import type { Preview } from "./uploads.ts"

/** What a ledger would do, in words: for the card in the chat, and for the command line. */
export const inWords = (
  act: Act,
  table: Table,
  { reading, preview }: { readonly reading: LedgerReading; readonly preview: Preview },
): string => [...said(act, preview), ...act.text.ledger.notes(reading, table)].join("\n\n")

const said = (act: Act, preview: Preview): readonly string[] => {
  const { ledger, upload } = act.text
  switch (preview.kind) {
    case "mistakes": {
      const { mistakes, forbidden } = preview
      return [
        ...(mistakes.length > 0 ? [ledger.mistakes(mistakes)] : []),
        ...(forbidden.length > 0 ? [upload.forbidden(forbidden)] : []),
      ]
    }
    case "nothing": {
      const { unchanged, absent } = preview.carried.difference
      return [upload.nothing({ unchanged: unchanged.length, absent: absent.length })]
    }
    case "ready": {
      const { difference, opposed, noted } = preview.carried
      return [
        ledger.difference(difference),
        ...(opposed.length > 0 ? [upload.opposed(opposed)] : []),
        ...(noted.length > 0 ? [upload.noted(noted)] : []),
      ]
    }
  }
}
