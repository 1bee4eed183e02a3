/** What a rule may require to be so. The first ones can be judged when an account is registered. */
export const facts = [
  "unit.leader",
  "unit.chief",
  "unit.editor-in-chief",
  "unit.information-officer",
  "unit.main-account",
  "account.editors",
  "account.custodian",
  "account.operator",
  "account.verification-names-sponsor",
  "account.name-tied-to-unit",
  "account.name-own",
  "account.name-same-everywhere",
  "account.platform-known",

  "unit.account",
  "unit.supervisor",
  "unit.responsible-office",
  "unit.same-office-as-website",
  "unit.incident-table",
  "account.approval",
  "account.filing-form",
  "account.system-entry",
  "account.matrix-parent",
  "account.run-by-government-office",
  "account.comments-open",
  "account.licence",
  "account.opening-announcement",
  "account.offline-announcement",
  "account.offline-approved-this-year",
  "account.closing-announcement",
  "account.destination-announcement",
  "account.change-announcement",
  "app.security-report",
  "app.ipv6",
  "app.https",
  "app.html5",
  "app.every-terminal",
  "outsourcing.own-publishers",
  "item.approved",
  "item.source-listed",
  "item.source-named",
  "item.source-responsible",
  "item.other-units-agree",
  "item.policy-link",
  "item.interpretation-link",
  "item.on-every-platform",
  "person.handed-over",
  "editor-in-chief.on-payroll",
  "account.binding-checked",
  "password.length",
  "password.letters-and-digits",
] as const
export type Fact = (typeof facts)[number]

/** What a rule may set a bound to. */
export const bounds = [
  "accounts-per-platform",
  "apps-per-unit",
  "main-accounts",
  "editors",
  "special-purpose-accounts",
  "offline-windows",
  "silence",
  "personal-data",
  "case-reopenings",
] as const
export type Bound = (typeof bounds)[number]

/** The states of an account that has been silent too long, the mildest first. */
export const marks = ["red", "dormant", "zombie"] as const

/** When a requirement is looked at; without one, from registration on. */
export const moments = [
  "account.go-live",
  "account.go-offline",
  "account.change",
  "account.close",
  "account.cancel",
  "item.publish",
  "item.repost",
  "password.change",
  "person.leave",
] as const
