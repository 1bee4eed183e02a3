import { changedOn } from "../attested.ts"
import { fine, type Source, wrong } from "./knowing.ts"

/** Whether the password was changed in time, as its custodian has attested. */
export const password: Source = async (act, account) => {
  const words = act.text.check.knows
  const rows = (await act.tables.obligations.where("account", account.id)).filter(
    (row) => row.act === "password.change",
  )
  if (rows.some(({ phase }) => phase === "overdue" || phase === "escalated")) return wrong(words.passwordLate)
  const on = await changedOn(act, account.id)
  return on === null ? null : fine(words.changed(on))
}
