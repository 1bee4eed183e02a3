import { EARLIEST_OPENING } from "../../rules/account.ts"
import type { account as chinese } from "../zh/account.ts"
import { cited } from "./cited.ts"
import { fields, listed, plain, runnings, value, yesOrNo } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Next = Parameters<(typeof chinese)["registered"]>[0]["next"]

const accountField = { label: "Account", ask: "Which account?", example: "Example County News" }
const requestField = { label: "Request", ask: "Which request?", example: "" }
const clearing = "Press “Skip” to leave it empty."

const next = (due: Next): readonly string[] =>
  due === null
    ? []
    : [
        `Next post by ${when.day(due.until)}${due.provisional ? " (provisional)" : ""} (${due.left} days; ${cited.cite(due.source)}).`,
      ]

export const account: typeof chinese = {
  fields,
  yesOrNo,
  runnings,
  editable: {
    name: fields.name.label,
    link: fields.link.label,
    verification: fields.verification.label,
    custodian: fields.custodian.label,
    editors: fields.editors.label,
    running: fields.running.label,
    main: fields.main.label,
    openedOn: fields.openedOn.label,
    platform: fields.platform.label,
    unit: fields.unit.label,
  },
  confirm: { yes: "Retire it", no: "Keep it" },
  confirmRetiring: (it) => `Retire ${quota.named(it)}`,
  commands: {
    register: { title: "Register an account", aliases: [], fields },
    accounts: {
      title: "List the accounts",
      aliases: [],
      fields: {
        of: { label: "Which", ask: "Which accounts?", example: "overdue" },
        page: { label: "Page", ask: "Which page?", example: "2" },
      },
    },
    account: { title: "Show an account", aliases: [], fields: { account: accountField } },
    edit: {
      title: "Change an account",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Which account is to be changed?" },
        what: { label: "What", ask: "What is to be changed?", example: "name" },
        name: { ...fields.name, ask: "What is its new name? Please write it as the platform shows it." },
        link: { ...fields.link, ask: `What is the new link? ${clearing}` },
        verification: { ...fields.verification, ask: `What is the new verification text? ${clearing}` },
        custodian: {
          ...fields.custodian,
          ask: `Who keeps the password now? Press or write a name. ${clearing} (The name only: please send no password.)`,
        },
        editors: { ...fields.editors, ask: "Who edits and publishes now? Please name all of them." },
        running: { ...fields.running, ask: "Who runs it now?" },
        operator: fields.operator,
        main: fields.main,
        openedOn: { ...fields.openedOn, ask: `On which day was it opened? ${clearing}` },
        platform: { ...fields.platform, ask: "Which platform is it on?" },
        unit: { ...fields.unit, ask: "Which unit is the sponsor now?" },
      },
    },
    retire: {
      title: "Retire an account",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "Which account is to be retired?" },
        reason: {
          label: "Reason",
          ask: "Why? One sentence, which is kept with the account.",
          example: "merged into Example County News",
        },
        confirm: {
          label: "Confirmation",
          ask: "Nobody will be reminded of it any more; its record is kept. Retire it?",
          example: "Retire it",
        },
      },
    },
    unregister: { title: "Take a registration back", aliases: [], fields: { account: accountField } },
    restore: { title: "Take a retirement back", aliases: [], fields: { account: accountField } },
    approve: {
      title: "Agree with a reason",
      aliases: [],
      fields: {
        request: requestField,
        reason: {
          label: "Reason",
          ask: "Please write why; the reason is kept with the account, for inspections.",
          example: "two accounts are being merged, three months of transition",
        },
      },
    },
    refuse: { title: "Disagree", aliases: [], fields: { request: requestField } },
  },
  buttons: {
    report: "Report a post",
    show: "Show the account",
    edit: "Change",
    retire: "Retire",
    restore: "Take it back",
    unregister: "Undo",
    next: "Next ›",
    back: "‹ Back",
    all: "All accounts",
  },
  registered: (it) =>
    [`✅ Registered: ${quota.named(it.account)} of ${it.unit}`, ...next(it.next), ...listed(it.notes)].join(
      "\n",
    ),
  edited: (it) =>
    [
      `✅ Changed: ${quota.named(it.after)}`,
      ...it.changed
        .filter((field) => value(it.before, field) !== value(it.after, field))
        .map((field) => `${fields[field].label}: ${value(it.before, field)} → ${value(it.after, field)}`),
      ...listed(it.notes),
    ].join("\n"),
  registration: (it, at) => `${when.instant(at)} registered: ${quota.named(it)}`,
  unregistered: (it) => `↩️ Taken back: ${quota.named(it)} is registered no longer.`,
  notFresh: (it, hours) =>
    `${quota.named(it)} was registered more than ${hours} hours ago, or something has come of it since, so it stays. Send /retire if it is used no longer.`,
  refused: (raised) => ["Not saved. Please settle this first:", ...listed(raised)].join("\n"),
  ahead: {
    refused: (raised) => ["It cannot be registered like this:", ...listed(raised)].join("\n"),
    opposed: (raised) =>
      [
        "In principle the rules do not allow it; the leader in charge has to give a written reason:",
        ...raised.map(plain),
        "Go on if it is needed, and I shall ask the leader when all is filled in; otherwise cancel.",
      ].join("\n"),
  },
  double: (it) => `${quota.named(it)} is registered already. To change it, use /edit.`,
  gone: "There is no such account; it may have been taken back. /accounts lists them all.",
  same: "That is what it was before; nothing has changed.",
  retiredAlready: (it) => `${quota.named(it)} has been retired.`,
  notRetired: (it) => `${quota.named(it)} is not retired.`,
  restoreTooLate: (hours) =>
    `It was retired more than ${hours} hours ago and can no longer be restored. Please register it again with /register.`,
  retired: (it, reason, hours) =>
    `Retired: ${quota.named(it)} (reason: ${reason}). Nobody is reminded of it any more; this can be taken back for ${hours} hours.`,
  kept: (it) => `All right, ${quota.named(it)} stays.`,
  restored: (it) => `↩️ Taken back: ${quota.named(it)} is watched as before.`,
  tooLong: (field, most) =>
    `${fields[field].label} too long: at most ${most} characters. For example: ${fields[field].example}`,
  notAName: (typed) =>
    `“${typed}” looks like a link, not a name. Please write the name the platform shows, for example: ${fields.name.example}`,
  notAnOperator: (typed) =>
    `“${typed}” is no company. If another one runs the account, please choose “${runnings.outsourced}” and give its full name, for example: ${fields.operator.example}; otherwise choose “${runnings.own}”.`,
  notADay: (typed) => `The day “${typed}” was not understood. For example: ${fields.openedOn.example}`,
  dayOutOfRange: (day) =>
    `${when.fullDay(day)} cannot be right: it lies before ${when.fullDay(EARLIEST_OPENING)} or after today. Please check the year. For example: ${fields.openedOn.example}`,
}
