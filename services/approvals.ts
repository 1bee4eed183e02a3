import { type Account, changesBetween, Draft, type Exception } from "../rules/account.ts"
import { isEnded } from "../rules/life.ts"
import type { Objection } from "../rules/registration/objections.ts"
import type { Request } from "../rules/request.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import * as objections from "./objections.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import * as requests from "./requests.ts"
import * as reversal from "./reversal.ts"
import * as uploads from "./uploads.ts"

/** Passes what the rules refuse in principle; the written reason stays with the account. Gives back what to say. */
export const approve = async (
  act: Act,
  me: people.Member,
  id: string,
  reason: string,
): Promise<requests.Answer> => {
  const request = await requests.waiting(act, me, id)
  if (!(await askerStands(act, request))) {
    const outcome = { text: act.text.request.askerLeft, buttons: [] }
    await requests.close(act, request, "refused", outcome)
    return outcome
  }
  const passed = request.rules.map((rule): Exception => ({ rule, reason, by: act.by, at: act.now }))
  const outcome = await carryOut(act, me, request, passed, reason)
  await requests.close(act, request, "approved", outcome)
  return outcome
}

/** Says no: nothing happens to the account. */
export const refuse = async (act: Act, me: people.Member, id: string): Promise<string> => {
  const request = await requests.waiting(act, me, id)
  const outcome = await declined(act, me, request)
  await requests.close(act, request, "refused", { text: outcome, buttons: [] })
  return outcome
}

/** Whether whoever asked for it might still do it themselves, were there no rule against it. */
const askerStands = async (act: Act, { by, wanted }: Request): Promise<boolean> => {
  // A ledger looks to its own asker: it may have come by the command line.
  if (wanted.kind === "import") return true
  const person = await act.tables.persons.get(by)
  if (person?.state !== "active") return false
  const asker = { person, roles: await people.rolesOf(act, by) }
  if (wanted.kind === "register") return people.may(act, asker, "account.register", wanted.draft.unitId)
  const account = await act.tables.accounts.get(wanted.accountId)
  if (account && !(await people.may(act, asker, "account.edit", account.unitId))) return false
  const moves = wanted.patch.unitId
  return moves === undefined || people.may(act, asker, "account.register", moves)
}

const carryOut = async (
  act: Act,
  me: people.Member,
  request: Request,
  passed: readonly Exception[],
  reason: string,
): Promise<requests.Answer> => {
  const { wanted } = request
  const about = { by: me.person.name, reason }
  switch (wanted.kind) {
    case "register": {
      const draft = await accounts.settled(act, wanted.draft)
      await accounts.refuseDouble(act, draft, null)
      refuseUnasked(act, request, await objections.against(act, draft, null))
      const { lastPostAt } = wanted
      const account = await accounts.create(act, draft, { exceptions: passed, lastPostAt })
      return {
        text: act.text.request.agreed({ ...about, account, kind: "register" }),
        buttons: shown(act, account),
      }
    }
    case "edit": {
      const account = await liveAccount(act, wanted.accountId)
      const draft = await accounts.settled(act, Draft.parse({ ...account, ...wanted.patch }))
      await accounts.refuseDouble(act, draft, account.id)
      refuseUnasked(act, request, await objections.raisedBy(act, draft, account))
      const exceptions = [...account.exceptions, ...passed]
      await accounts.change(act, account, { ...changesBetween(account, draft), exceptions })
      return {
        text: act.text.request.agreed({ ...about, account: draft, kind: "edit" }),
        buttons: shown(act, account),
      }
    }
    case "import": {
      const done = await uploads.pass(act, wanted.uploadId, reason)
      return {
        text: act.text.upload.agreed({ ...about, ...done }),
        buttons: reversal.undoing(act, wanted.uploadId),
      }
    }
  }
}

/** Works also when what it is about is no longer there. */
const declined = async (act: Act, me: people.Member, { wanted }: Request): Promise<string> => {
  const by = me.person.name
  if (wanted.kind === "import") {
    const upload = await act.tables.uploads.get(wanted.uploadId)
    if (upload?.state === "asked") await uploads.abandon(act, upload)
    return upload
      ? act.text.upload.disagreed({ by, name: upload.name })
      : act.text.request.disagreedSimply({ by })
  }
  const account: Pick<Draft, "platform" | "name"> | null =
    wanted.kind === "register" ? wanted.draft : await act.tables.accounts.get(wanted.accountId)
  return account
    ? act.text.request.disagreed({ by, account, kind: wanted.kind })
    : act.text.request.disagreedSimply({ by })
}

/** The leader passes what the card said, and nothing that came up since. */
const refuseUnasked = (act: Act, request: Request, raised: readonly Objection[]): void => {
  const { soft } = objections.refuseHard(act, raised)
  const unasked = soft.filter(({ rule }) => !request.rules.includes(rule))
  if (unasked.length > 0) throw new Refusal(act.text.request.cameUpSince(unasked))
}

const liveAccount = async (act: Act, id: string): Promise<Account> => {
  const found = await accounts.account(act, id)
  if (isEnded(found)) throw new Refusal(act.text.account.retiredAlready(found))
  return found
}

const shown = (act: Act, account: Account): requests.Answer["buttons"] => [
  [{ label: act.text.account.buttons.show, press: `account account=${account.id}` }],
]
