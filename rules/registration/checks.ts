import type { Bound, Fact } from "../facts.ts"
import { nameKey } from "../words.ts"
import { holdsName, isGovernmentOffice, isSameName, sharesWord } from "../names.ts"
import type { Candidate, Finding, Named, NeededRole, Neighbour, Sponsor } from "./findings.ts"

export interface Case {
  readonly sponsor: Sponsor
  readonly account: Candidate
  /** The other accounts that are there or planned, those of the sponsor and those of other units. */
  readonly own: readonly Neighbour[]
  readonly foreign: readonly Neighbour[]
}

const role =
  (wanted: NeededRole) =>
  ({ sponsor }: Case): Finding | null =>
    sponsor.roles.includes(wanted) ? null : { code: "no-role", role: wanted }

/** So many accounts that are there already are named. */
const MOST = 10
const named = (accounts: readonly Named[]): readonly Named[] =>
  accounts.slice(0, MOST).map(({ platform, name }) => ({ platform, name }))

/** What can be judged when an account is registered; `wanted` is the number that the rule asks for. */
export const required: Partial<Record<Fact, (the: Case, wanted: number) => Finding | null>> = {
  "unit.leader": role("leader"),
  "unit.chief": role("chief"),
  "unit.editor-in-chief": role("editor-in-chief"),
  "unit.information-officer": role("information-officer"),
  "unit.main-account": ({ account, own }) =>
    account.main || own.some((each) => each.main) ? null : { code: "no-main" },
  "unit.responsible-office": ({ sponsor }) =>
    sponsor.office ? null : { code: "no-office", unit: sponsor.name },
  "account.run-by-government-office": ({ sponsor }) =>
    isGovernmentOffice(sponsor.name) ? null : { code: "not-government-office", unit: sponsor.name },
  "account.editors": ({ account }, atLeast) => {
    const count = account.editors.length
    if (count >= atLeast) return null
    return count === 0 ? { code: "no-editor" } : { code: "too-few-editors", count, atLeast }
  },
  "account.custodian": ({ account }) => (account.custodian === null ? { code: "no-custodian" } : null),
  "account.operator": ({ account }) => (account.operator?.trim() === "" ? { code: "no-operator" } : null),
  "account.verification-names-sponsor": ({ account, sponsor }) => {
    const verification = account.verification?.trim() ?? ""
    if (verification === "") return { code: "no-verification", unit: sponsor.name }
    if (holdsName(verification, sponsor.name)) return null
    return { code: "verification-without-sponsor", unit: sponsor.name, verification }
  },
  "account.name-tied-to-unit": ({ account, sponsor }) =>
    sharesWord(account.name, [sponsor.name, ...sponsor.shortNames, ...(sponsor.dutyWords ?? [])])
      ? null
      : { code: "name-not-tied", name: account.name, unit: sponsor.name },
  "account.name-own": ({ account, foreign }) =>
    foreign.some((each) => each.platform === account.platform && isSameName(each.name, account.name))
      ? { code: "name-taken", name: account.name, platform: account.platform }
      : null,
  "account.name-same-everywhere": ({ account, own }) => {
    const key = nameKey(account.name)
    return own.length === 0 || own.some((each) => nameKey(each.name) === key)
      ? null
      : { code: "name-differs", name: account.name, others: named(own) }
  },
  "account.platform-known": ({ account }) =>
    account.platform === "other" ? { code: "platform-unknown" } : null,
}

const full =
  (
    code: "platform-full" | "apps-full" | "mains-full",
    counts: (the: Case, each: Candidate | Neighbour) => boolean,
  ) =>
  (the: Case, atMost: number): Finding | null => {
    if (!counts(the, the.account)) return null
    const taken = the.own.filter((each) => counts(the, each))
    return taken.length < atMost ? null : { code, atMost, taken: named(taken) }
  }

export const limited: Partial<Record<Bound, (the: Case, atMost: number) => Finding | null>> = {
  /** An app is no account on somebody's platform, and nobody knows whether two other platforms are the same one. */
  "accounts-per-platform": full(
    "platform-full",
    ({ account }, each) =>
      each.platform === account.platform && each.platform !== "app" && each.platform !== "other",
  ),
  "apps-per-unit": full("apps-full", (_, each) => each.platform === "app"),
  "main-accounts": full("mains-full", (_, each) => each.main),
  "special-purpose-accounts": ({ account }, atMost) =>
    account.special === true && atMost === 0 ? { code: "special-purpose" } : null,
  editors: ({ account }, atMost) =>
    account.editors.length > atMost
      ? { code: "too-many-editors", count: account.editors.length, atMost }
      : null,
}
