import { z } from "zod"
import { type incidents } from "./vocabulary.ts"

type Named = (typeof incidents)[number]

/** What can be reported, in the order in which it is offered; `any` is for whoever cannot tell. */
export const incidentKinds = [
  "major-event",
  "opinion",
  "wrong-post",
  "hijack",
  "harmful-content",
  "harmful-comment",
  "any",
  "rumour",
  "rumour-serious",
  "misreading",
  "opinion-sensitive",
  "trend",
  "leak",
  "fake-account",
  "personal-account",
  "repeated-complaint",
] as const satisfies readonly Named[]
export const IncidentKind = z.enum(incidentKinds)
export type IncidentKind = z.output<typeof IncidentKind>

/** How grave it is, the gravest first; whoever is unsure is taken to have said major. */
export const severities = ["gravest", "major", "unsure", "other"] as const
export const Severity = z.enum(severities)
export type Severity = z.output<typeof Severity>

/** What the public talks about: how soon it is answered depends on how grave it is. */
const talkedAbout: readonly IncidentKind[] = [
  "major-event",
  "opinion",
  "opinion-sensitive",
  "any",
  "rumour",
  "rumour-serious",
  "misreading",
]
export const isTalkedAbout = (kind: IncidentKind): boolean => talkedAbout.includes(kind)

/** What happens to an account, so that it is asked for which. */
const ofAccounts: readonly IncidentKind[] = [
  "wrong-post",
  "hijack",
  "harmful-content",
  "harmful-comment",
  "leak",
]
export const isOfAccount = (kind: IncidentKind): boolean => ofAccounts.includes(kind)

/** What an account does itself rather than what is done to it. */
const ownDoings: readonly IncidentKind[] = ["wrong-post", "harmful-content"]
export const isOwnDoing = (kind: IncidentKind): boolean => ownDoings.includes(kind)

const opinions: Readonly<Record<Severity, readonly Named[]>> = {
  gravest: ["opinion-gravest", "opinion-major"],
  major: ["opinion-major"],
  unsure: ["opinion-major"],
  other: ["opinion"],
}

/** Every word under which rules speak of it: what the public talks about is public opinion of its gravity too. */
export const countsAs = (kind: IncidentKind, severity: Severity): readonly Named[] => [
  ...new Set<Named>([
    "any",
    ...(kind === "opinion" ? [] : [kind]),
    ...(isTalkedAbout(kind) ? opinions[severity] : []),
    // Somebody's account in the unit's name is dealt with as a fake one.
    ...(kind === "personal-account" ? (["fake-account"] as const) : []),
  ]),
]

/** Whether one gravity is milder than another; unsure stands beside major. */
export const isMilder = (one: Severity, than: Severity): boolean => {
  const rank = (it: Severity): number => (it === "gravest" ? 0 : it === "other" ? 2 : 1)
  return rank(one) > rank(than)
}
