import type { Role, RoleAssignment } from "./person.ts"

/** Over which units a role carries a right: its own unit alone, or everything below it too. */
type Reach = "unit" | "below"
type Grant = Partial<Record<Role, Reach>>

const everyone: Grant = {
  chief: "below",
  leader: "below",
  "editor-in-chief": "unit",
  reviewer: "unit",
  "information-officer": "unit",
  administrator: "below",
  custodian: "unit",
  duty: "unit",
  publisher: "unit",
  supervisor: "below",
}
const officers: Grant = { administrator: "below", supervisor: "below" }

/** The one table of rights: who may do what, and how far down the tree. Checked when the thing happens. */
export const rights = {
  /** Know of a unit, its people and its accounts. */
  see: everyone,
  "post.report": {
    "editor-in-chief": "unit",
    "information-officer": "unit",
    administrator: "below",
    custodian: "unit",
    duty: "unit",
    publisher: "unit",
  },
  /** Send in what is to be published, for others to look at it first. */
  "item.submit": {
    "editor-in-chief": "unit",
    reviewer: "unit",
    "information-officer": "unit",
    administrator: "below",
    custodian: "unit",
    duty: "unit",
    publisher: "unit",
  },
  /** Say what an official account or website above has published, for the accounts below to repost. */
  "upstream.announce": {
    ...officers,
    "editor-in-chief": "unit",
    "information-officer": "unit",
    duty: "unit",
  },
  /** Take in what the public writes, and see to it. */
  "case.handle": {
    chief: "below",
    leader: "below",
    "editor-in-chief": "unit",
    "information-officer": "unit",
    administrator: "below",
    custodian: "unit",
    duty: "unit",
    publisher: "unit",
    supervisor: "below",
  },
  /** Send in what is worth publishing. */
  "lead.submit": { "information-officer": "unit", "editor-in-chief": "unit", administrator: "below" },
  /** Say that a dated duty was done. */
  "duty.finish": {
    chief: "below",
    leader: "below",
    "editor-in-chief": "unit",
    "information-officer": "unit",
    administrator: "below",
    custodian: "unit",
    publisher: "unit",
    supervisor: "below",
  },
  /** Write up how the accounts were kept, and read what is overdue where. */
  "report.make": {
    ...officers,
    chief: "below",
    leader: "below",
    "editor-in-chief": "unit",
    "information-officer": "unit",
  },
  /** Say that a report was given out, and under which number. */
  "report.issue": { ...officers, chief: "below", leader: "below" },
  /** Type in what only a platform shows: followers, reposts, comments. */
  "score.enter": {
    ...officers,
    "editor-in-chief": "unit",
    "information-officer": "unit",
    publisher: "unit",
  },
  /** Let a dated duty go, with a written reason. */
  "duty.waive": { chief: "below", leader: "below" },
  /** Give somebody a task with a date. */
  "task.give": { ...officers, chief: "below", leader: "below", "editor-in-chief": "unit" },
  /** Go through the accounts of a unit for the office that watches over it. */
  "check.hold": officers,
  /** Look at one's own accounts in the same way. */
  "check.self": { ...officers, leader: "below", "editor-in-chief": "unit", "information-officer": "unit" },
  /** Say what is wrong and by when it is put right, and that it was. */
  "finding.open": officers,
  "finding.close": officers,
  /** Record notices, interviews and conferences. */
  "talk.record": { ...officers, chief: "below", leader: "below", "information-officer": "unit" },
  "account.register": officers,
  "account.edit": officers,
  "account.retire": officers,
  "account.import": officers,
  /** Pass a rule that holds in principle (原则上), with a written reason. */
  "account.except": { chief: "below", leader: "below" },
  /** Send in what others have to agree to, and take it back. */
  "procedure.ask": officers,
  /** Record what an office outside has decided on paper. */
  "procedure.record": officers,
  /** Order an account closed, by a decision on paper. */
  "closure.order": { supervisor: "below" },
  /** Report that something has gone wrong. */
  "incident.raise": everyone,
  /** Take it on, say how it goes, and end it. */
  "incident.take": everyone,
  /** Rehearse an emergency. */
  "drill.hold": { ...officers, chief: "below", leader: "below", "information-officer": "unit" },
  /** Say that it is less grave than was thought. */
  "incident.lower": { chief: "below", leader: "below" },
  "unit.create": officers,
  "unit.edit": officers,
  /** Say what a unit keeps: papers, contacts, channels. */
  "unit.papers": { ...officers, "information-officer": "unit", leader: "below" },
  "person.invite": officers,
  "person.appoint": officers,
  /** Enter that somebody leaves, and who receives what they kept. */
  "person.leave": { ...officers, chief: "below", leader: "below" },
  "group.bind": officers,
  /** Let programs of the unit in, and have it told outside what happens. */
  "api.manage": officers,
  /** Set up who is on duty, and change the shifts of others. */
  "roster.edit": { ...officers, chief: "below", leader: "below", "information-officer": "unit" },
} as const satisfies Record<string, Grant>

export type Right = keyof typeof rights

/** Whether somebody with these roles has a right over a unit. `path` is the unit's id, then those above it. */
export const holds = (roles: readonly RoleAssignment[], right: Right, path: readonly string[]): boolean =>
  roles.some((assignment) => {
    const reach = (rights[right] as Grant)[assignment.role]
    if (reach === undefined || assignment.until !== null) return false
    return reach === "below" ? path.includes(assignment.unitId) : path[0] === assignment.unitId
  })

/** Whether somebody with these roles has a right over any unit at all. */
export const holdsAnywhere = (roles: readonly RoleAssignment[], right: Right): boolean =>
  roles.some(
    (assignment) => assignment.until === null && (rights[right] as Grant)[assignment.role] !== undefined,
  )

const BELOW: Reach = "below"

/** Whether a role reaches below its unit in everything it may do. */
const reachesBelow = (role: Role): boolean =>
  Object.values(rights).every((grant: Grant) => grant[role] === undefined || grant[role] === BELOW)

/**
 * The same roles as they are worth over one unit and those below it, and nowhere else. `path` is the unit's id, then those
 * above it.
 */
export const clipped = (
  roles: readonly RoleAssignment[],
  path: readonly string[],
): readonly RoleAssignment[] => {
  const [own = ""] = path
  return roles
    .filter(({ unitId, role }) => unitId === own || (path.includes(unitId) && reachesBelow(role)))
    .map((assignment) => ({ ...assignment, unitId: own }))
}
