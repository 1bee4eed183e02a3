import { firstLines, MOST_LINES } from "../list.ts"
import type { unit as chinese } from "../zh/unit.ts"
import { cited } from "./cited.ts"

const kinds: typeof chinese.kinds = {
  "provincial-government": "provincial government",
  "provincial-department": "provincial department",
  "direct-body": "body directly under the province",
  "city-government": "city government",
  "city-department": "city department",
  "county-government": "county government",
  "county-department": "county department",
  township: "township or street",
  "direct-unit": "direct unit",
  other: "other",
}

const lacks: typeof chinese.lacks = {
  "unit.account": "it has no account yet",
  "unit.supervisor": "the unit one step up is not named yet",
  "unit.responsible-office": "the office that answers for its accounts is not named yet",
  "unit.same-office-as-website": "its website is kept by another office than its accounts",
}

const settings: typeof chinese.settings = {
  name: "name",
  shortNames: "short names",
  kind: "kind",
  rulebooks: "rulebooks",
  office: "office for accounts",
  websiteOffice: "office for the website",
  supervisor: "unit one step up",
  guides: "enterprises it guides",
  digest: "time of the daily digest",
  lastCall: "time of the last call",
  quietFrom: "start of the quiet hours",
  quietUntil: "end of the quiet hours",
  witness: "witness to password changes",
  leadsAt: "time of the daily lead",
  leadsOn: "days of the daily lead",
  festivals: "festivals ahead",
}

const asksNew: typeof settings = {
  name: "What is it to be? For example: Example County Education and Sports Bureau",
  shortNames: "What are they to be? For example: education bureau",
  kind: "What kind is it to be?",
  rulebooks: "Which shall hold? You may choose several, or skip for none.",
  office: "Which office answers for its accounts? For example: Party and Government Office; or “none”.",
  websiteOffice: "Which office keeps its website? For example: Party and Government Office; or “none”.",
  supervisor: "Which unit supervises it? For example: Example City Government Office; or “none”.",
  guides: "Which enterprises of its trade does it guide? For example: County Bus Company; or “none”.",
  digest: "What is it to be? For example: 08:30",
  lastCall: "What is it to be? For example: 16:30",
  quietFrom: "What is it to be? For example: 21:00",
  quietUntil: "What is it to be? For example: 07:30",
  witness: "Is a second person to witness that a password was changed?",
  leadsAt: "By when are leads sent each day? For example: 16:00; or “none”.",
  leadsOn: "Every day, or on working days only?",
  festivals: "Are topics and activities to be brought up before a festival?",
}

const nameField = {
  label: "Name",
  ask: "What is the unit's full name?",
  example: "Example County Government Office",
}
const kindField = { label: "Kind", ask: "What kind of unit is it?", example: "county department" }
const rulebooksField = {
  label: "Rulebooks",
  ask: "Which rulebooks hold beside the national ones? You may choose several, or skip.",
  example: "Jiangxi province",
}

export const unit: typeof chinese = {
  comma: ", ",
  noOffice: ["none", "无"],
  lacks,
  kinds,
  settings,
  festivals: {
    yes: "Bring them up",
    no: "Do not",
    unknown: (typed) => `I do not understand “${typed}”. Please press “Bring them up” or “Do not”.`,
  },
  witness: {
    yes: "Witnessed",
    no: "Not witnessed",
    unknown: (typed: string) =>
      `I do not understand “${typed}”. Please press “Witnessed” or “Not witnessed”.`,
  },
  commands: {
    setup: {
      title: "Set up my unit",
      aliases: [],
      fields: {
        name: { ...nameField, ask: "What is your unit's full name?" },
        kind: { ...kindField, ask: "What kind of unit is yours?" },
        rulebooks: rulebooksField,
      },
    },
    newunit: {
      title: "Create a unit below mine",
      aliases: [],
      fields: {
        name: nameField,
        kind: kindField,
        parent: {
          label: "Above it",
          ask: "Which unit is above it?",
          example: "Example County Government Office",
        },
        rulebooks: {
          ...rulebooksField,
          ask: "Which rulebooks hold beside those of the unit above? You may choose several, or skip.",
        },
      },
    },
    setunit: {
      title: "Change a unit's settings",
      aliases: [],
      fields: {
        unit: { label: "Unit", ask: "Which unit?", example: "Example County Government Office" },
        what: { label: "Setting", ask: "What is to change?", example: "time of the daily digest" },
        rulebooks: rulebooksField,
        value: { label: "Value", ask: "What is it to be?", example: "08:30" },
      },
    },
    units: { title: "See the units", aliases: [], fields: {} },
    bind: {
      title: "Bind this group to a unit",
      aliases: [],
      fields: {
        unit: {
          label: "Unit",
          ask: "To which unit does this group belong?",
          example: "Example County Government Office",
        },
      },
    },
  },
  ready: (name) =>
    [
      `“${name}” is set up. What you can do next:`,
      "· /newunit to create the units below it",
      "· /invite to invite colleagues",
      "· add me to the working group and send /bind there",
      "· /register to register an account, or just send me the account ledger (Excel)",
    ].join("\n"),
  created: (name, parent) => `“${name}” was created below “${parent}”. Send /invite to invite its people.`,
  asksValue: (it) => `“${it.unit}”, ${settings[it.what]}: now ${it.now || "(none)"}. ${asksNew[it.what]}`,
  changed: (name, what, value) => `“${name}”, ${what}: now ${value || "(none)"}`,
  kindUnknown: (typed) => `There is no kind “${typed}”. It can be: ${Object.values(kinds).join(", ")}.`,
  timeQuiet: (time, from, until) =>
    `${time} lies in the quiet hours (${from}–${until}), so the reminder could not come then. Please choose another time, such as 09:00.`,
  timeUnknown: (typed) => `The time “${typed}” was not understood; please write it like 09:00 (24 hours).`,
  tree: (leaves) =>
    firstLines(
      leaves.flatMap(({ unit: it, depth, accounts, notes }) => [
        `${"  ".repeat(depth)}· ${it.name} (${kinds[it.kind]}, accounts: ${accounts})`,
        ...notes.map(
          ({ fact, source }) => `${"  ".repeat(depth + 1)}Note: ${lacks[fact]} (${cited.cite(source)})`,
        ),
      ]),
      MOST_LINES,
      (count) => `and ${count} more`,
    ).join("\n"),
  bound: (name, hearsGroups) =>
    [
      `This group now belongs to “${name}”. Reminders that no single person owns come here.`,
      ...(hearsGroups ? [] : ["In groups I see only / commands, buttons and replies to me."]),
    ].join("\n"),
  boundAlready: (name) => `This group is bound to “${name}” already.`,
  unbound:
    "This group is bound to no unit yet. Please have an administrator send /bind, or talk to me in private.",
  unnamed: "(unnamed unit)",
  twinBelow: (name, above) =>
    `There is already a unit called “${name}” below “${above}”. Go on if yours is below another; otherwise cancel.`,
  twin: (name) => `There is already a unit called “${name}”. Please choose another name.`,
}
