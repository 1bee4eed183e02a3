import {
  type Changed,
  type Difference,
  type DifferenceMistake,
  type LedgerEntry,
  type LedgerReading,
  type ReadMistake,
} from "../../rules/ledger.ts"
import type { Table } from "../../rules/table.ts"
import { shorten } from "../../rules/words.ts"
import { firstLines } from "../list.ts"
import { fileMistake, headings, mistake, states } from "./ledgermistakes.ts"
import { platform as platforms } from "./platform.ts"

const yesOrNo = (yes: boolean): string => (yes ? "是" : "否")

/** What a cell of the ledger says; empty where there is nothing. */
const cell = (entry: LedgerEntry, key: keyof LedgerEntry): string => {
  if (key === "platform") return platforms[entry.platform]
  if (key === "state") return states[entry.state]
  if (key === "editors") return entry.editors.join("、")
  if (key === "outsourced" || key === "main") return yesOrNo(entry[key])
  return entry[key] ?? ""
}

const more = (count: number): string => `另有 ${count} 条`
const account = (entry: LedgerEntry): string => `${entry.name}（${platforms[entry.platform]}，${entry.unit}）`

const change = ({ from, to, keys }: Changed): string => {
  const lines = keys.map((key) => {
    const [before, after] = [from, to].map((entry) => shorten(cell(entry, key), 60) || "无")
    return `\n　${headings[key]}：${before ?? ""} → ${after ?? ""}`
  })
  return `${account(from)}${lines.join("")}`
}

const group = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        `${title}：\n${firstLines(lines, 10, more)
          .map((line) => `• ${line}`)
          .join("\n")}`,
      ]

export const ledger = {
  sheet: "账号台账",
  headings,
  cell,
  file: fileMistake,
  mistake,
  mistakes: (them: readonly (ReadMistake | DifferenceMistake)[]): string =>
    `台账有 ${them.length} 处要改，没有导入任何内容：\n${firstLines(them.map(mistake), 20, more)
      .map((line) => `• ${line}`)
      .join("\n")}`,
  /** What was left unread, so that nobody thinks it was taken in. */
  notes: (reading: LedgerReading, table: Table): readonly string[] => [
    ...(reading.secret.length === 0
      ? []
      : [
          `${reading.secret.join("、")} 像是密码列：没有读取。密码不要写进台账：请在原文件里删去这一列，并改掉这些密码。`,
        ]),
    ...(table.others.length === 0
      ? []
      : [`只读取了工作表“${table.sheet}”，没有读取：${firstLines(table.others, 5, more).join("、")}`]),
    ...(reading.ignored.length === 0
      ? []
      : [
          `没有导入的列：${firstLines(
            reading.ignored.map(({ cell, heading }) => `${shorten(heading, 20)}（${cell}）`),
            10,
            more,
          ).join("、")}`,
        ]),
    ...(reading.skipped.length === 0
      ? []
      : [`不是账号、没有导入的行：${firstLines(reading.skipped.map(String), 10, more).join("、")}`]),
  ],
  /** What taking in the ledger would do: the counts first, then the first of each kind. */
  difference: (it: Difference): string =>
    [
      `台账预览：新增 ${it.added.length} 个，修改 ${it.changed.length} 个，不变 ${it.unchanged.length} 个。`,
      ...group(
        "新增",
        it.added.map(({ entry }) => account(entry)),
      ),
      ...group("修改", it.changed.map(change)),
      ...(it.absent.length === 0 ? [] : [`另有 ${it.absent.length} 个账号不在台账里，不作改动。`]),
    ].join("\n\n"),
}
