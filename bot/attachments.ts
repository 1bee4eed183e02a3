import type { Upload } from "../commands/form/command.ts"
import { readTable } from "../papers/table.ts"
import { holdsAnywhere } from "../rules/rights.ts"
import { act, type App } from "../services/app.ts"
import * as people from "../services/people.ts"
import { type Attachment, type Incoming, Withheld } from "./messenger.ts"

/** A file that came with a message, as far as it could be read. */
export interface Opened {
  readonly upload: Upload
  /** Whether it was sent to be taken in; otherwise it was only looked into for passwords. */
  readonly wanted: boolean
}

/** What may be a ledger; nothing else is looked into that nobody wants taken in. */
const TABLE = /\.(xlsx|csv)$/i

/** Opens the file of an enrolled person before the transaction begins; null when there is none, or it is none of ours. */
export const opened = async (app: App, incoming: Incoming): Promise<Opened | null> => {
  if (incoming.kind !== "message" || !incoming.attachment || !incoming.sender) return null
  const { attachment, sender, place, edited } = incoming
  const known = await act(app, { by: sender.id, why: "look" }, (turn) => people.memberOf(turn, sender.id))
  if (known.repeated || known.value === null) return null
  const { roles } = known.value
  const takes = (["account.import", "roster.edit", "unit.papers"] as const).some((right) =>
    holdsAnywhere(roles, right),
  )
  const wanted = place.kind === "private" && !edited && takes
  if (wanted) return { wanted, upload: await read(attachment) }
  if (!TABLE.test(attachment.name)) return null
  try {
    return { wanted, upload: await read(attachment) }
  } catch (fault) {
    // Nobody waits for it: the message itself is answered as if it could not be read.
    app.report(fault, "look")
    return null
  }
}

const read = async (attachment: Attachment): Promise<Upload> => {
  const { name } = attachment
  try {
    return { name, reading: await readTable(name, await attachment.read()) }
  } catch (fault) {
    if (fault instanceof Withheld) return { name, reading: { mistake: { code: fault.code } } }
    throw fault
  }
}
