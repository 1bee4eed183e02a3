import { type Changed, type LedgerEntry } from "../../rules/ledger.ts"
import { shorten } from "../../rules/words.ts"
import { firstLines } from "../list.ts"
import type { ledger as chinese } from "../zh/ledger.ts"
import { fileMistake, headings, mistake, states } from "./ledgermistakes.ts"
import { platform as platforms } from "./platform.ts"

const yesOrNo = (yes: boolean): string => (yes ? "yes" : "no")

const cell = (entry: LedgerEntry, key: keyof LedgerEntry): string => {
  if (key === "platform") return platforms[entry.platform]
  if (key === "state") return states[entry.state]
  if (key === "editors") return entry.editors.join(", ")
  if (key === "outsourced" || key === "main") return yesOrNo(entry[key])
  return entry[key] ?? ""
}

const more = (count: number): string => `and ${count} more`
const account = (entry: LedgerEntry): string => `${entry.name} (${platforms[entry.platform]}, ${entry.unit})`

const change = ({ from, to, keys }: Changed): string => {
  const lines = keys.map((key) => {
    const [before, after] = [from, to].map((entry) => shorten(cell(entry, key), 60) || "none")
    return `\n  ${headings[key]}: ${before ?? ""} → ${after ?? ""}`
  })
  return `${account(from)}${lines.join("")}`
}

const group = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        `${title}:\n${firstLines(lines, 10, more)
          .map((line) => `• ${line}`)
          .join("\n")}`,
      ]

export const ledger: typeof chinese = {
  sheet: "Ledger",
  headings,
  cell,
  file: fileMistake,
  mistake,
  mistakes: (them) =>
    `The ledger has ${them.length} ${them.length === 1 ? "mistake" : "mistakes"}; nothing was taken in:\n${firstLines(
      them.map(mistake),
      20,
      more,
    )
      .map((line) => `• ${line}`)
      .join("\n")}`,
  notes: (reading, table) => [
    ...(reading.secret.length === 0
      ? []
      : [
          `${reading.secret.join(", ")} looks like a column of passwords and was not read. A ledger holds no passwords: please delete the column from your file, and change those passwords.`,
        ]),
    ...(table.others.length === 0
      ? []
      : [`Only the sheet "${table.sheet}" was read, not: ${firstLines(table.others, 5, more).join(", ")}`]),
    ...(reading.ignored.length === 0
      ? []
      : [
          `Columns not taken in: ${firstLines(
            reading.ignored.map(({ cell, heading }) => `${shorten(heading, 20)} (${cell})`),
            10,
            more,
          ).join(", ")}`,
        ]),
    ...(reading.skipped.length === 0
      ? []
      : [`Rows that are no accounts: ${firstLines(reading.skipped.map(String), 10, more).join(", ")}`]),
  ],
  difference: (it) =>
    [
      `Preview: ${it.added.length} new, ${it.changed.length} changed, ${it.unchanged.length} unchanged.`,
      ...group(
        "New",
        it.added.map(({ entry }) => account(entry)),
      ),
      ...group("Changed", it.changed.map(change)),
      ...(it.absent.length === 0
        ? []
        : [
            `${it.absent.length} more ${it.absent.length === 1 ? "account is" : "accounts are"} not in the ledger and will not be touched.`,
          ]),
    ].join("\n\n"),
}
