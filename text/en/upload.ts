import { firstLines } from "../list.ts"
import type { upload as chinese } from "../zh/upload.ts"
import { quota } from "./quota.ts"
import { registration } from "./registration.ts"

type Chinese = typeof chinese
type Rows = Parameters<Chinese["opposed"]>[0]

const SHOWN = 20

const line = ({ row, account, raised }: Rows[number]): string =>
  `• row ${row}, ${quota.named(account)}: ${raised.map((each) => registration.objection({ ...each, strength: "hard" })).join("; ")}`
const lines = (rows: Rows, most = SHOWN): readonly string[] =>
  firstLines(rows.map(line), most, (count) => `and ${count} more rows`)

const counts = (it: { added: number; changed: number }): string =>
  [it.added > 0 ? `${it.added} new` : "", it.changed > 0 ? `${it.changed} changed` : ""]
    .filter((part) => part !== "")
    .join(", ")

export const upload: Chinese = {
  commands: {
    import: {
      title: "Take in a ledger of accounts",
      aliases: [],
      fields: {
        upload: { label: "Ledger", ask: "Which ledger?", example: "" },
        step: { label: "Step", ask: "What is to be done?", example: "" },
      },
    },
    export: {
      title: "Give out the ledger of accounts",
      aliases: [],
      fields: {
        unit: {
          label: "Unit",
          ask: "The ledger of which unit, with those below it?",
          example: "Example County Government Office",
        },
        format: { label: "Format", ask: "In which format?", example: "csv" },
        blank: { label: "Blank", ask: "Only an empty one?", example: "yes" },
      },
    },
  },
  formats: { xlsx: "Excel (.xlsx)", csv: "CSV (.csv)" },
  steps: { apply: "take in", cancel: "cancel", undo: "take back" },
  blanks: { yes: "empty ledger" },
  buttons: {
    apply: (it) => `Take in ${counts(it)}`,
    ask: "Take in, with the leader's consent",
    cancel: "Cancel",
    undo: "Take the import back",
    blank: "Send me an empty ledger",
  },
  howTo: [
    "Just send me the ledger: an Excel file (.xlsx) or a CSV file with the column names in the first row, at least “Account name”, “Platform” and “Sponsor”, in any order.",
    "First I list what would change; only when you press does anything change, and it can be taken back.",
    "Please send it in private, and write no passwords into it.",
  ].join("\n"),
  nothing: (it) =>
    [
      `All ${it.unchanged} accounts in the ledger are as they are known; there is nothing to change.`,
      ...(it.absent > 0 ? [`${it.absent} more accounts are not in the ledger and stay as they are.`] : []),
    ].join("\n"),
  forbidden: (rows) =>
    [`${rows.length} rows are against the rules; nothing was taken in:`, ...lines(rows)].join("\n"),
  opposed: (rows) =>
    [
      `${rows.length} of the rows are not allowed in principle; the leader in charge has to give a written reason before all is taken in together:`,
      ...lines(rows, 10),
    ].join("\n"),
  noted: (rows) => ["Notes, which hinder nothing:", ...lines(rows, 10)].join("\n"),
  waits: (hours) => `Nothing has changed yet; please confirm within ${hours} hours.`,
  done: (it, hours) => `✅ Taken in: ${counts(it)}. It can be taken back for ${hours} hours.`,
  asked: (leaders, days) =>
    `I have asked ${leaders.join(", ")} in private. The ledger is kept for ${days} days and taken in at once with their consent; you will hear.`,
  askedMyself: "Please give the reason; with it everything is taken in.",
  asksLeader: (it) =>
    [
      `[Your decision] ${it.by ?? "The administrator"} wants to take in the ledger “${it.name}” (${counts(it)})`,
      `${it.opposed.length} of the rows are not allowed in principle:`,
      ...lines(it.opposed, 10),
    ].join("\n"),
  agreed: (it) =>
    `✅ ${it.by} agreed: the ledger “${it.name}” is taken in (${counts(it)}). Reason: ${it.reason}`,
  cancelled: (name) => `All right, “${name}” was not taken in; nothing has changed.`,
  withdrawn: (name) => `↩️ The ledger “${name}” was withdrawn: nothing to decide, nothing has changed.`,
  undone: (it) =>
    [
      `↩️ Taken back: ${it.undone} accounts are as before.`,
      ...(it.kept.length > 0 ? [`These ${it.kept.length} have changed since and stay:`] : []),
      ...firstLines(
        it.kept.map(({ row, account }) => `• row ${row}, ${quota.named(account)}`),
        SHOWN,
        (count) => `and ${count} more`,
      ),
    ].join("\n"),
  allTouched:
    "Every account of this ledger has changed since, so that it cannot be taken back as one. Please use /edit or /retire for each.",
  otherwise: (name) =>
    `Accounts or rules have changed since this was shown; nothing was taken in. Please send “${name}” again.`,
  askerLeft: "Whoever wanted this taken in has left. Please have an administrator send the ledger again.",
  gone: (hours) => `This ledger is older than ${hours} hours. Please send it again if need be.`,
  already: {
    previewed: "This ledger has not been taken in yet.",
    asked: "This ledger lies with the leader in charge; please wait for the answer.",
    applied: "This ledger has been taken in.",
    undone: "This import has been taken back.",
    dropped: "This ledger has been cancelled.",
  },
  exported: (it) =>
    `The ledger of ${it.unit}: ${it.count} accounts, retired ones included. Change it and send it back to take it in.`,
  blank: "An empty ledger. One row per account; send it back when it is filled in.",
  fileName: (day) => `accounts-${day}`,
  blankName: "accounts-empty",
}
