import { type Account, changesBetween, Draft, type Exception } from "../rules/account.ts"
import { isEnded } from "../rules/life.ts"
import type { Objection } from "../rules/registration/objections.ts"
import type { Request } from "../rules/request.ts"
import { holdsAnywhere } from "../rules/rights.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import * as duties from "./duties.ts"
import * as objections from "./objections.ts"
import * as planning from "./opening/planning.ts"
import * as people from "./people.ts"
import * as redating from "./redating.ts"
import { Refusal } from "./refusal.ts"
import * as requests from "./requests.ts"
import * as reversal from "./reversal.ts"
import * as seconding from "./seconding.ts"
import * as uploads from "./uploads.ts"

/** Who asked when it was nobody in the chat. */
const COMMAND_LINE = "command-line"

/** Passes what the rules refuse in principle; the written reason stays with the account. Gives back what to say. */
export const approve = async (
  act: Act,
  me: people.Member,
  id: string,
  reason: string,
): Promise<requests.Answer> => {
  const request = await requests.waiting(act, me, id)
  if (request.wanted.kind === "redate" && request.by === act.by) throw new Refusal(act.text.redate.himself)
  if (!(await askerStands(act, request))) {
    const who = (await act.tables.persons.get(request.by))?.name ?? ""
    const outcome = { text: act.text.request.askerLeft(who, await subjectOf(act, request)), buttons: [] }
    await abandon(act, request)
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
const askerStands = async (act: Act, { by, wanted, unitId }: Request): Promise<boolean> => {
  if (by === COMMAND_LINE) return true
  const person = await act.tables.persons.get(by)
  if (person?.state !== "active") return false
  const asker = { person, roles: await people.rolesOf(act, by) }
  // Over which units, the ledger itself looks to.
  if (wanted.kind === "import") return holdsAnywhere(asker.roles, "account.import")
  if (wanted.kind === "register") return people.may(act, asker, "account.register", wanted.draft.unitId)
  if (wanted.kind === "open") return people.may(act, asker, "procedure.ask", wanted.draft.unitId)
  if (wanted.kind === "redate") return people.may(act, asker, "account.edit", unitId)
  if (wanted.kind === "done") return true
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
    case "open": {
      const draft = await accounts.settled(act, wanted.draft)
      await accounts.refuseDouble(act, draft, null)
      refuseUnasked(act, request, await objections.against(act, draft, null, wanted.purpose.special))
      const account = await planning.create(act, draft, wanted.purpose, passed)
      return {
        text: act.text.request.agreed({ ...about, account, kind: "open" }),
        buttons: [[{ label: act.text.opening.buttons.apply, press: `apply account=${account.id}` }]],
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
    case "redate": {
      const row = await act.tables.obligations.get(wanted.obligationId)
      const occasion = row?.occasionId ? await act.tables.occasions.get(row.occasionId) : null
      if (!row || !occasion) throw new Refusal(act.text.obligation.gone)
      await redating.apply(act, occasion, wanted)
      const duty = await duties.shown(act, (await act.tables.obligations.get(row.id)) ?? row)
      return {
        text: act.text.redate.agreed({ ...about, duty, on: wanted.on }),
        buttons: [[{ label: act.text.obligation.buttons.why, press: `why obligation=${row.id}` }]],
      }
    }
    case "done":
      return seconding.confirm(act, me, request, wanted)
    case "import": {
      const done = await uploads.pass(act, wanted.uploadId, reason)
      return {
        text: act.text.upload.agreed({ ...about, ...done }),
        buttons: reversal.undoing(act, wanted.uploadId),
      }
    }
  }
}

const declined = async (act: Act, me: people.Member, request: Request): Promise<string> => {
  await abandon(act, request)
  return act.text.request.disagreed({ by: me.person.name, what: await subjectOf(act, request) })
}

/** Nobody decided in time: the request lapses, by its name. */
export const lapse = async (act: Act, request: Request): Promise<void> => {
  const text = act.text.request.expired({ days: requests.KEPT_DAYS, what: await subjectOf(act, request) })
  if (request.state === "waiting") await abandon(act, request)
  await requests.forget(act, request, { text, buttons: [] })
}

/** A ledger that was put before the leader is given up with its request. */
const abandon = async (act: Act, { wanted }: Request): Promise<void> => {
  const upload = wanted.kind === "import" ? await act.tables.uploads.get(wanted.uploadId) : null
  if (upload?.state === "asked") await uploads.abandon(act, upload)
}

/** What was asked for, in words; null when it is no longer there. */
const subjectOf = async (act: Act, { wanted }: Request): Promise<string | null> => {
  if (wanted.kind === "import") {
    const upload = await act.tables.uploads.get(wanted.uploadId)
    return upload && act.text.request.importing(upload.name)
  }
  if (wanted.kind === "redate" || wanted.kind === "done") {
    const row = await act.tables.obligations.get(wanted.obligationId)
    const { about } = wanted.kind === "done" ? act.text.second : act.text.redate
    return row && about(await duties.shown(act, row))
  }
  const account: Pick<Draft, "platform" | "name"> | null =
    wanted.kind === "edit" ? await act.tables.accounts.get(wanted.accountId) : wanted.draft
  return account && act.text.request.about(wanted.kind, account)
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
