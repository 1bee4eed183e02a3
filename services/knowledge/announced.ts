import { fine, type Source, wrong } from "./knowing.ts"

/** Whether the announcements of the account were kept as long as they have to be. */
export const announced: Source = async (act, account, since) => {
  const rows = (await act.tables.obligations.where("account", account.id)).filter(
    (row) => row.act === "announcement.remove",
  )
  const early = rows.some(({ phase, settled }) => phase === "late" && settled !== null && settled.on >= since)
  if (early) return wrong(act.text.check.knows.removedEarly)
  return fine(rows.some(({ phase }) => phase === "scheduled") ? act.text.check.knows.keptStill : null)
}
