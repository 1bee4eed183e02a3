import { type Lateness, TOLERATED } from "../../rules/lateness.ts"
import { firstLines } from "../list.ts"
import type { guide as chinese } from "../zh/guide.ts"
import { span } from "./incidentcard.ts"

const NAMED = 10
const few = (names: readonly string[]): string =>
  firstLines(names, NAMED, (count) => `and ${count} more`).join(", ")

const sections = {
  emergencies: "Emergencies",
  daily: "Daily",
  roster: "Duty roster",
  accounts: "Accounts",
  approvals: "Approvals",
  people: "People and units",
  settings: "Settings and questions",
}

const posted = ({ waiting, longest, late, worst }: Lateness): readonly string[] => [
  waiting === 0
    ? "No message is waiting."
    : `Messages waiting to leave: ${waiting}${longest > TOLERATED ? `, the first for ${span(longest)}` : ""}.`,
  ...(late === 0
    ? []
    : [`In the last 24 hours ${late} left more than 1 minute late, the worst by ${span(worst)}.`]),
]

const hearing = (all: boolean): string =>
  all
    ? "I see every message in the groups."
    : "In groups I see only commands and replies to me (Telegram's privacy mode): please use / commands, buttons or replies."

export const guide: typeof chinese = {
  commands: {
    start: { title: "Begin", aliases: ["begin"], fields: {} },
    help: {
      title: "See what I can do",
      aliases: ["?"],
      fields: { about: { label: "Command", ask: "Which command is it about?", example: "post" } },
    },
    cancel: { title: "Give up what is being filled in", aliases: ["stop"], fields: {} },
    status: { title: "See how the bot is doing", aliases: [], fields: {} },
  },
  welcome: (name, steps) =>
    `Hello ${name}! I am Zhishou, and I watch your unit's social-media accounts for you.\n${steps}`,
  steps: (it) =>
    [
      ...(it.reports
        ? [
            `To report a post, just send me its link${it.example === null ? "" : `, or say “post ${it.example}”`}.`,
          ]
        : []),
      ...(it.registers
        ? [
            "To register an account: /register, or send me the ledger (Excel). To invite a colleague: /invite.",
          ]
        : []),
      ...(it.reports || it.registers
        ? []
        : ["I tell you whatever needs you. What is due: /today; all accounts: /accounts."]),
      "Send /help to see what I can do.",
    ].join("\n"),
  list: (groups, inGroup) =>
    [
      ...groups.map(({ section, lines }) => [`[${sections[section]}]`, ...lines].join("\n")),
      `No need to remember any form: send the command alone, and I ask for the rest.${inGroup ? " Some commands work only in private: send me /help there." : ""}`,
    ].join("\n\n"),
  line: (name, title) => `/${name} ${title}`,
  usage: (name, words, fields) =>
    [
      `/${name} ${words.title}`,
      ...(words.aliases.length > 0 ? [`You can also say: ${words.aliases.join(", ")}`] : []),
      ...fields.flatMap((field) => {
        const about = words.fields[field]
        return about && about.example !== "" ? [`· ${about.label}, for example: ${about.example}`] : []
      }),
      ...(fields.length > 0 ? ["I ask for whatever you leave out."] : []),
    ].join("\n"),
  status: (it) =>
    [
      `Units: ${it.units}, accounts: ${it.accounts}, people: ${it.people}, groups: ${it.groups}.`,
      ...(it.post === null ? [] : posted(it.post)),
      ...(it.hearsGroups === null ? [] : [hearing(it.hearsGroups)]),
      ...(it.unreachable.length > 0
        ? [
            `Cannot be reached in private: ${few(it.unreachable)} (they should open the chat with me and press Start).`,
          ]
        : []),
      ...(it.silentGroups.length > 0 ? [`Cannot write to these groups: ${few(it.silentGroups)}.`] : []),
      ...(it.missingYear === null
        ? []
        : [
            `The holiday notice for ${it.missingYear} is not loaded; its working days count as Monday to Friday, marked provisional.`,
          ]),
    ].join("\n"),
}
