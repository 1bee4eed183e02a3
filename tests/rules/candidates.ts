import type { Role } from "../../rules/person.ts"
import type { Candidate, Neighbour, Sponsor } from "../../rules/registration/findings.ts"
import { objections } from "../../rules/registration/objections.ts"
import { type Stack, stackFor } from "../../rules/stack.ts"
import { shipped } from "./books.ts"

const ROLES: readonly Role[] = ["leader", "chief", "editor-in-chief", "information-officer"]

export const sponsor = (changes: Partial<Sponsor> = {}): Sponsor => ({
  id: "transport",
  name: "示例县交通运输局",
  shortNames: ["示例交通"],
  kind: "county-department",
  roles: ROLES,
  ...changes,
})

export const account = (changes: Partial<Candidate> = {}): Candidate => ({
  id: null,
  platform: "weibo",
  name: "示例交通",
  verification: "示例县交通运输局官方微博",
  operator: null,
  custodian: { name: "李静", personId: null },
  editors: ["李静", "王芳"],
  main: true,
  exceptions: [],
  ...changes,
})

export const other = (changes: Partial<Neighbour> = {}): Neighbour => ({
  id: "a1",
  unitId: "transport",
  platform: "wechat-subscription",
  name: "示例交通",
  main: false,
  state: "live",
  ...changes,
})

export const under = (...books: string[]): Stack => stackFor({ rulebooks: books }, [], shipped)

export const raised = (
  stack: Stack,
  candidate: Candidate,
  others: readonly Neighbour[] = [],
  who: Sponsor = sponsor(),
): string[] =>
  objections(stack, who, candidate, others).map(
    ({ rule, strength, finding }) => `${strength} ${finding.code} ${rule}`,
  )
