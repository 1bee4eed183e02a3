import type { Account } from "../account.ts"
import { isEnded } from "../life.ts"
import { nameKey } from "../words.ts"
import type { LedgerKey } from "./columns.ts"
import { type CellMistake, type LedgerRow, type Ledger, mistakeIn, stateOf } from "./ledger.ts"

/** An account as a ledger describes it; the rest of the record is given by whoever takes it in. */
export type LedgerAccount = Pick<
  Account,
  | "unitId"
  | "platform"
  | "name"
  | "link"
  | "verification"
  | "operator"
  | "custodian"
  | "editors"
  | "openedOn"
  | "main"
> & {
  /** A ledger knows no more than whether an account is over. */
  readonly state: "live" | "retired"
  readonly retired: { readonly on: string; readonly reason: string } | null
}

/** What the ledger can say of an account that exists. */
export const described = (account: Account): LedgerAccount => ({
  unitId: account.unitId,
  platform: account.platform,
  name: account.name,
  link: account.link,
  verification: account.verification,
  operator: account.operator,
  custodian: account.custodian,
  editors: account.editors,
  openedOn: account.openedOn,
  main: account.main,
  state: isEnded(account) ? "retired" : "live",
  retired: account.retired && { on: account.retired.on, reason: account.retired.reason },
})

/** An account of which only the row speaks. */
export const blank = ({ values }: LedgerRow, unitId: string): LedgerAccount => ({
  unitId,
  platform: values.platform,
  name: values.name,
  link: null,
  verification: null,
  operator: null,
  custodian: null,
  editors: [],
  openedOn: null,
  main: false,
  state: "live",
  retired: null,
})

export type FieldFault = "operator-missing" | "retired-day-missing" | "reason-missing"
type Wrong = { readonly fault: CellMistake<FieldFault> }

const operatorAfter = (
  ledger: Ledger,
  { row, values }: LedgerRow,
  before: LedgerAccount,
  sponsor: string,
): string | null | Wrong => {
  const named = values.operator
  if (values.outsourced === false) return null
  const own = typeof named === "string" && nameKey(named) === nameKey(sponsor)
  const after = named === undefined ? before.operator : own ? null : named
  if (values.outsourced && after === null)
    return {
      fault: mistakeIn(ledger, "operator-missing", {
        row,
        key: ledger.columns.operator ? "operator" : "outsourced",
      }),
    }
  return after
}

const retiredAfter = (
  ledger: Ledger,
  { row, values }: LedgerRow,
  before: LedgerAccount,
): LedgerAccount["retired"] | Wrong => {
  const state = stateOf(values) ?? before.state
  if (state === "live") return null
  const lacking = (fault: FieldFault, key: LedgerKey) => ({
    fault: mistakeIn(ledger, fault, { row, key: ledger.columns[key] ? key : "state" }),
  })
  const on = values.retiredOn ?? before.retired?.on
  if (on === undefined) return lacking("retired-day-missing", "retiredOn")
  const reason = values.reason ?? before.retired?.reason
  return reason === undefined ? lacking("reason-missing", "reason") : { on, reason }
}

/** Another name is another person, who may not be enrolled. */
const custodianAfter = (
  name: string | null | undefined,
  before: LedgerAccount["custodian"],
): LedgerAccount["custodian"] => {
  if (name === undefined || name === before?.name) return before
  return name === null ? null : { name, personId: null }
}

/** The account as it would be after the row: what the row does not say stays as it was. */
export const after = (
  ledger: Ledger,
  line: LedgerRow,
  before: LedgerAccount,
  unit: { readonly id: string; readonly name: string },
): LedgerAccount | Wrong => {
  const { values } = line
  const operator = operatorAfter(ledger, line, before, unit.name)
  if (typeof operator === "object" && operator) return operator
  const retired = retiredAfter(ledger, line, before)
  if (retired && "fault" in retired) return retired
  return {
    unitId: unit.id,
    platform: line.vague ? before.platform : values.platform,
    name: values.name,
    link: values.link === undefined ? before.link : values.link,
    verification: values.verification === undefined ? before.verification : values.verification,
    operator,
    custodian: custodianAfter(values.custodian, before.custodian),
    editors: values.editors ?? before.editors,
    openedOn: values.openedOn === undefined ? before.openedOn : values.openedOn,
    main: values.main ?? before.main,
    state: retired ? "retired" : "live",
    retired,
  }
}
