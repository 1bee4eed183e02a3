import type { Account } from "./account.ts"
import { speaksOf } from "./chain.ts"
import type { Fact, moments } from "./facts.ts"
import { inForce, type InForce } from "./force.ts"
import type { Require } from "./kinds/require.ts"
import { holdsName } from "./names.ts"
import type { Announcement } from "./procedure.ts"
import type { Profile } from "./profile.ts"
import type { Stack } from "./stack.ts"
import type { Unit } from "./unit.ts"

/** An account before a step of its life, as far as a rule may look at it. */
export interface Standing {
  readonly account: Pick<Account, "platform" | "main" | "operator" | "verification">
  readonly profile: Profile
  readonly unit: Pick<Unit, "name" | "kind">
  /** What has been announced for this step. */
  readonly announced: readonly Announcement["kind"][]
}

const has =
  (kind: Announcement["kind"]) =>
  ({ announced }: Standing): boolean =>
    announced.includes(kind)

/** What can be looked at before a step; what is not here is looked at elsewhere, or by nobody. */
const met: Partial<Record<Fact, (the: Standing) => boolean>> = {
  "account.verification-names-sponsor": ({ account, unit }) =>
    holdsName(account.verification ?? "", unit.name),
  "account.licence": ({ profile }) => profile.licence !== null,
  "account.opening-announcement": has("opening"),
  "account.offline-announcement": has("offline"),
  "account.closing-announcement": has("closing"),
  "account.destination-announcement": has("destination"),
  "account.change-announcement": has("change"),
  "app.security-report": ({ profile }) => profile.app?.securityReport != null,
  "app.ipv6": ({ profile }) => profile.app?.ipv6 === true,
  "app.https": ({ profile }) => profile.app?.https === true,
  "app.html5": ({ profile }) => profile.app?.html5 === true,
  "app.every-terminal": ({ profile }) => profile.app?.everyTerminal === true,
}

type Moment = (typeof moments)[number]

/** The rules that stand before a step: what holds from registration on has to hold when an account goes live too. */
const before = ({ rule }: InForce<Require>, step: Moment): boolean =>
  rule.at === step || (rule.at === undefined && step === "account.go-live")

/** The facts that the rulebooks ask for before a step, whether they are so or not. */
export const guarding = (
  stack: Stack,
  step: Moment,
  the: Pick<Standing, "account" | "profile" | "unit">,
): readonly InForce<Require>[] =>
  inForce(stack, "require", { unitKind: the.unit.kind, platform: the.account.platform })
    .filter((cited) => before(cited, step) && met[cited.rule.require] !== undefined)
    .filter(({ rule }) => speaksOf(rule, { ...the.account, news: the.profile.news }))

/** The rules that still stand before a step; each fact once, by its first rule. */
export const unmet = (stack: Stack, step: Moment, the: Standing): readonly InForce<Require>[] => {
  const told = new Set<Fact>()
  return guarding(stack, step, the).filter(({ rule }) => {
    if (met[rule.require]?.(the) !== false || told.has(rule.require)) return false
    told.add(rule.require)
    return true
  })
}
