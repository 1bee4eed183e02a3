import { writeForms } from "../papers/form.ts"
import type { Account } from "../rules/account.ts"
import { type FilingForm, type FormLine, formLines } from "../rules/form.ts"
import { isWatched } from "../rules/life.ts"
import type { Role } from "../rules/person.ts"
import { approvedOn, decidedNow, isAgreed } from "../rules/procedure.ts"
import { dayOf } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import { languages } from "../text/index.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import { profileOf } from "./procedures/asking.ts"
import { Refusal } from "./refusal.ts"
import * as units from "./units.ts"

/** What an account need not have; every other blank is named. */
const optional: readonly FormLine[] = [
  "licence",
  "registeredOn",
  "approval",
  "supervisor",
  "link",
  "editorsInChief",
]

/** The filing forms of a unit and of those below it that somebody may see, in one workbook. */
export const ofUnit = async (
  act: Act,
  me: people.Member,
  unit: Unit,
): Promise<{ readonly count: number; readonly base64: string; readonly unfinished: readonly string[] }> => {
  await people.demand(act, me, "see", unit.id)
  const forms: FilingForm[] = []
  for (const { unit: each } of await units.below(act, unit.id))
    if (await people.may(act, me, "see", each.id))
      for (const account of await act.tables.accounts.where("unit", each.id))
        if (isWatched(account)) forms.push(await formOf(act, account, each))
  if (forms.length === 0) throw new Refusal(act.text.form.none(unit.name))
  const { labels, value } = act.text.form
  const blank = formLines.filter(
    (line) => !optional.includes(line) && forms.some((form) => value(form, line) === ""),
  )
  const language = (Object.keys(languages) as (keyof typeof languages)[]).find(
    (each) => languages[each] === act.text,
  )
  const bytes = await writeForms(forms, language ?? "zh")
  return {
    count: forms.length,
    base64: Buffer.from(bytes).toString("base64"),
    unfinished: blank.map((line) => labels[line]),
  }
}

const formOf = async (act: Act, account: Account, unit: Unit): Promise<FilingForm> => {
  const names = async (role: Role): Promise<readonly string[]> =>
    (await people.holding(act, unit.id, [role])).map(({ name }) => name)
  const procedure = (await act.tables.procedures.where("account", account.id)).findLast((each) =>
    isAgreed(each, "account.open"),
  )
  const approvedBy: string[] = []
  for (const { paper, by } of procedure ? decidedNow(procedure) : [])
    approvedBy.push(paper ?? (await act.tables.persons.get(by))?.name ?? "")
  const [, above] = await units.above(act, unit.id)
  const { name, platform, link, verification, operator, editors, openedOn, main } = account
  const { registeredOn, systemNumber, licence } = await profileOf(act, account.id)
  return {
    name,
    platform,
    link,
    verification,
    operator,
    editors,
    openedOn,
    main,
    unit: unit.name,
    supervisor: above?.name ?? null,
    chiefs: await names("chief"),
    leaders: await names("leader"),
    editorsInChief: await names("editor-in-chief"),
    custodian: account.custodian?.name ?? null,
    registeredOn,
    approvedOn: procedure ? approvedOn(procedure) : null,
    approvedBy,
    systemNumber,
    licence,
    filledOn: dayOf(act.now),
  }
}
