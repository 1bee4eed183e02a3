import { EARLIEST_OPENING } from "../../rules/account.ts"
import {
  type DifferenceMistake,
  type LedgerEntry,
  type LedgerKey,
  ledgerLimits,
  type ReadMistake,
} from "../../rules/ledger.ts"
import { type FileMistake, tableLimits } from "../../rules/table.ts"
import { shorten } from "../../rules/words.ts"
import { firstLines } from "../list.ts"
import { platform as platforms } from "./platform.ts"
import * as when from "./when.ts"

export const headings: Record<LedgerKey, string> = {
  number: "序号",
  name: "账号名称",
  platform: "平台",
  unit: "主办单位",
  link: "账号链接",
  verification: "认证信息",
  outsourced: "是否委托运营",
  operator: "运营单位",
  custodian: "密码保管人",
  editors: "编辑人员",
  openedOn: "开通日期",
  main: "是否主账号",
  state: "状态",
  retiredOn: "注销日期",
  reason: "注销原因",
}
export const states: Record<LedgerEntry["state"], string> = { live: "正常", retired: "已注销" }

const rowsMost = tableLimits.rows.toLocaleString("en")
const again = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再发送。"
const fileMistakes: Record<FileMistake["code"], (mistake: FileMistake) => string> = {
  empty: () => "文件里没有内容。请发送填好账号的台账（.xlsx 或 .csv）。",
  "not-a-table": () => "这不是表格文件。请发送 .xlsx 或 .csv 格式的台账。",
  "old-excel": () => `这是旧版 Excel（.xls）或 WPS（.et）的格式。${again}`,
  locked: () => "文件设有打开密码。请取消密码，另存为 .xlsx 后再发送。",
  damaged: () => `文件已损坏或不完整，无法读取。${again}`,
  encoding: () => "无法识别文件的文字编码。请另存为“CSV UTF-8”或 .xlsx 后再发送。",
  "too-large": () => "文件超过 20 MB。请只保留台账工作表、删去图片后再发送。",
  gone: () => "文件已经取不到了，请重新发送一次。",
  bomb: () => "文件解压后大得不像台账，没有读取。请只保留台账工作表，另存为 .xlsx 后再发送。",
  "too-many-cells": () => "文件里的单元格太多。请只保留账号各行和需要的列，再发送一次。",
  "too-many-rows": (mistake) => `台账最多 ${rowsMost} 行${at(mistake)}。请删去多余的行，或分成几个文件发送。`,
  "too-many-columns": (mistake) =>
    `台账最多 ${tableLimits.columns} 列${at(mistake)}。请删去多余的列后再发送。`,
  quotes: (mistake) =>
    `第 ${"row" in mistake ? mistake.row : 1} 行的引号不成对，或者内容过长。请检查这一行，或另存为 .xlsx 后再发送。`,
}
const at = (mistake: FileMistake): string => ("cell" in mistake ? `，${mistake.cell} 已超出` : "")

const known = Object.values(platforms)
type CellMistake = Extract<ReadMistake | DifferenceMistake, { readonly cell: string }>
const cellMistakes: Record<CellMistake["code"], (mistake: CellMistake) => string> = {
  missing: ({ key }) =>
    `没有填写${key === "platform" ? `，请写：${known.slice(0, 4).join("、")}等` : "，请补上"}`,
  platform: () => `无法识别，请写：${known.join("、")}`,
  day: () => "不是完整的日期，请写成：2026-02-12",
  opening: () => `不合常理，应在 ${when.fullDay(EARLIEST_OPENING)}至今天之间，请检查年份`,
  "yes-or-no": () => "无法识别，请写：是 或 否",
  link: () => "不是网址，请写完整，例如：https://weibo.com/u/1234567890",
  state: () => `无法识别，请写：${Object.values(states).join(" 或 ")}`,
  "too-long": ({ key }) => `太长，最多 ${ledgerLimits[key] ?? 0} 个字`,
  formula: () => "是公式，但文件里没有算好的结果。请用 Excel 或 WPS 打开并保存一次，或直接写成文字",
  error: () => "是公式，但结果出错（如 #N/A）。请直接写成文字",
  twice: ({ also }) => `与 ${also.join("、")} 重复：同一单位在同一平台上同名的账号只写一行`,
  "live-with-day": () => `有注销日期，状态却是“${states.live}”，请改正其中一处`,
  "unknown-unit": () => "不在单位名单里，请写单位全称，或先添加这个单位",
  "dissolved-unit": ({ also }) =>
    `已经撤销${also.length === 0 ? "" : `，并入${also.join("、")}`}，不能再增加账号，请改写现在的主办单位`,
  "ambiguous-unit": ({ also }) => `可能是几个单位，请写其中一个：${also.join("、")}`,
  "ambiguous-account": ({ also }) =>
    `对应系统里几个同名账号（主办单位：${also.join("、")}），请先理清后再导入`,
  "operator-missing": () => "委托运营的账号须写明运营单位",
  "retired-day-missing": () => "已注销的账号须写明注销日期，例如：2026-02-12",
  "reason-missing": () => "已注销的账号须写明注销原因",
}

/** What is wrong, by cell, and what would be right. */
export const mistake = (it: ReadMistake | DifferenceMistake): string => {
  if ("heading" in it) {
    const found = it.found === "" ? "" : `“${shorten(it.found, 40)}”`
    return `${it.cell} ${it.heading}${found}${cellMistakes[it.code](it)}`
  }
  switch (it.code) {
    case "no-heading":
      return `没有找到这些列：${it.missing.map((key) => headings[key]).join("、")}。表头里须有 账号名称、平台、主办单位 三列。`
    case "column-twice":
      return `“${headings[it.key]}”出现在 ${it.cells.join("、")}，请只保留一列。`
    case "secret":
      return `${firstLines(it.cells, 10, (count) => `另有 ${count} 格`).join("、")} 像是密码，内容没有读取也没有保存。密码不要写进台账，请删去后再发送，并改掉这些密码。`
    case "no-rows":
      return "表头下面没有账号。请每个账号写一行。"
  }
}

/** Why a file could not be read at all. */
export const fileMistake = (it: FileMistake): string => fileMistakes[it.code](it)
