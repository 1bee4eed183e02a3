import { dayOf } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import type { people as chinese } from "../zh/people.ts"
import { leaving } from "./leaving.ts"
import * as when from "./when.ts"

type Portrait = Parameters<(typeof chinese)["me"]>[0]

const roles: typeof chinese.roles = {
  chief: "chief",
  leader: "leader in charge",
  "editor-in-chief": "editor-in-chief",
  reviewer: "reviewer",
  "information-officer": "information officer",
  administrator: "administrator",
  custodian: "password custodian",
  duty: "duty person",
  publisher: "publisher",
  supervisor: "supervising officer",
}

const rolesAt = (shown: Portrait): string =>
  shown.roles
    .map(({ role, unit }) => (unit === shown.unit ? roles[role] : `${roles[role]} (${unit})`))
    .join(", ") || "(no role)"

const unitField = { label: "Unit", ask: "Which unit?", example: "Example County Government Office" }
const personField = { label: "Person", ask: "Who is it?", example: "Zhang San" }
const roleField = { label: "Role", ask: "Which role?", example: "publisher" }

export const people: typeof chinese = {
  roles,
  commands: {
    me: { title: "See my roles", aliases: [], fields: {} },
    people: { title: "See a unit's people", aliases: [], fields: { unit: unitField } },
    invite: {
      title: "Invite a colleague",
      aliases: [],
      fields: { unit: { ...unitField, ask: "Into which unit?" }, role: roleField },
    },
    appoint: {
      title: "Give somebody a role",
      aliases: [],
      fields: { person: personField, role: roleField, unit: { ...unitField, ask: "At which unit?" } },
    },
    dismiss: {
      title: "End somebody's role",
      aliases: [],
      fields: {
        person: personField,
        role: { ...roleField, ask: "Which role ends?" },
        unit: { ...unitField, ask: "At which unit?" },
      },
    },
  },
  me: (shown) => `${shown.name}\nUnit: ${shown.unit}\nRoles: ${rolesAt(shown)}`,
  list: (unit, shown, gone) =>
    shown.length + gone.length === 0
      ? `“${unit}” has nobody yet. Send /invite to invite somebody.`
      : [
          `People of “${unit}”: ${shown.length}`,
          ...firstLines(
            shown.map(
              (each) =>
                `· ${each.name}: ${rolesAt(each)}${each.lastOn === null ? "" : leaving.mark(each.lastOn)}${each.reachable ? "" : " (cannot be reached in private)"}`,
            ),
            MOST_LINES,
            (count) => `and ${count} more`,
          ),
          ...gone,
        ].join("\n"),
  invitation: (it) =>
    `Invitation (${it.unit}, ${it.role}):\n${it.link}\nPlease pass it to that person alone; it works once, within ${it.hours} hours.`,
  appointed: (name, unit, role) => `Done: ${name} is now ${role} of “${unit}”.`,
  dismissed: (name, unit, role) => `Done: ${name} is no longer ${role} of “${unit}”.`,
  rights: {
    see: "see",
    "post.report": "report posts",
    "item.submit": "send in items for review",
    "upstream.announce": "announce items from above",
    "lead.submit": "send leads",
    "duty.finish": "say that a duty is done",
    "report.make": "make reports",
    "report.issue": "record that a report was given out",
    "score.enter": "enter the figures of an account",
    "duty.waive": "let a duty go",
    "task.give": "give tasks",
    "check.hold": "check accounts",
    "check.self": "check one's own accounts",
    "finding.open": "enter findings",
    "finding.close": "close findings",
    "talk.record": "record interviews and notices",
    "account.register": "register accounts",
    "account.edit": "edit accounts",
    "account.retire": "retire accounts",
    "account.import": "import the ledger",
    "account.except": "grant exceptions",
    "procedure.ask": "send in applications",
    "procedure.record": "record decisions",
    "closure.order": "order a closure",
    "incident.raise": "report emergencies",
    "incident.take": "deal with emergencies",
    "drill.hold": "hold drills",
    "case.handle": "see to messages of the public",
    "incident.lower": "lower the level of an emergency",
    "unit.create": "create units",
    "unit.edit": "change a unit's settings",
    "unit.papers": "keep a unit's papers",
    "person.invite": "invite people",
    "person.appoint": "change people's roles",
    "person.leave": "enter who leaves",
    "group.bind": "bind groups",
    "api.manage": "manage API tokens and webhooks",
    "roster.edit": "arrange the duty roster",
  },
  noRole: "no role",
  marked: (name, mark) => `${name} (${mark})`,
  since: (at) => `since ${when.fullDay(dayOf(at))}`,
  nth: (place) => `no. ${place}`,
  unnamed: "(no name)",
  outsider:
    "Hello. You are not enrolled, so I cannot help yet. Please ask your unit's administrator for an invitation link.",
  noRight: (right, unit) =>
    `You have no right to ${right} at “${unit}”. Please ask that unit's administrator.`,
  noRightAtAll: (right) => `You have no right to ${right}. Please ask your unit's administrator.`,
  inviteInvalid:
    "This link is not valid: it was used before, or has expired. Please ask the administrator for a new one.",
  claimed: (name) =>
    `Hello ${name}! You are now the administrator of Zhishou. Let us take a minute to describe your unit.`,
  joined: (name, unit, role) =>
    `Hello ${name}! You have joined “${unit}” as ${role}.\nSend /help to see what you can do; I write here when something is due, and otherwise keep quiet.`,
  hasNotRole: (role) => `This person is not ${role} now.`,
  lastAdministrator:
    "This is the last administrator and cannot be dismissed. Please appoint another one first.",
}
