import type { Account, Platform } from "./account.ts"
import type { Day } from "./time.ts"

/** What the filing form (备案登记表) says of one account: one form for each account on each platform. */
export interface FilingForm extends Pick<
  Account,
  "name" | "link" | "verification" | "operator" | "editors" | "openedOn" | "main"
> {
  readonly platform: Platform
  readonly unit: string
  /** The unit above that supervises it. */
  readonly supervisor: string | null
  readonly chiefs: readonly string[]
  readonly leaders: readonly string[]
  readonly editorsInChief: readonly string[]
  readonly custodian: string | null
  readonly registeredOn: Day | null
  readonly approvedOn: Day | null
  /** The numbers of the papers that approved it, or who agreed. */
  readonly approvedBy: readonly string[]
  readonly systemNumber: string | null
  readonly licence: string | null
  readonly filledOn: Day
}

/** The lines of the form, in order. */
export const formLines = [
  "name",
  "platform",
  "unit",
  "supervisor",
  "link",
  "verification",
  "main",
  "registeredOn",
  "openedOn",
  "approval",
  "chiefs",
  "leaders",
  "editorsInChief",
  "custodian",
  "editors",
  "outsourced",
  "operator",
  "licence",
  "systemNumber",
  "filledOn",
] as const
export type FormLine = (typeof formLines)[number]

/** Sheets of one workbook have short names of their own, without a few characters. */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return wanted.map((each) => {
    const plain = each.replace(/[[\]:*?/\\']/g, " ").trim() || "1"
    for (let nth = 1; ; nth += 1) {
      const end = nth === 1 ? "" : ` ${nth}`
      const name =
        Array.from(plain)
          .slice(0, 31 - end.length)
          .join("") + end
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
