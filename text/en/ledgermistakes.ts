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
  number: "No.",
  name: "Account name",
  platform: "Platform",
  unit: "Sponsor",
  link: "Link",
  verification: "Verification text",
  outsourced: "Outsourced",
  operator: "Operated by",
  custodian: "Password custodian",
  editors: "Editors",
  openedOn: "Opened on",
  main: "Main account",
  state: "State",
  retiredOn: "Retired on",
  reason: "Reason for retirement",
}
export const states: Record<LedgerEntry["state"], string> = { live: "live", retired: "retired" }

const rowsMost = tableLimits.rows.toLocaleString("en")
const again = "Please open it in Excel or WPS, save it as .xlsx and send it again."
const fileMistakes: Record<FileMistake["code"], (mistake: FileMistake) => string> = {
  empty: () => "The file is empty. Please send a ledger with accounts in it (.xlsx or .csv).",
  "not-a-table": () => "This is no spreadsheet. Please send the ledger as .xlsx or .csv.",
  "old-excel": () => `This is the old format of Excel (.xls) or WPS (.et). ${again}`,
  locked: () => "The file has a password. Please remove it, save the file as .xlsx and send it again.",
  damaged: () => `The file is damaged or incomplete and cannot be read. ${again}`,
  encoding: () =>
    'The encoding of the file is unknown. Please save it as "CSV UTF-8" or .xlsx and send it again.',
  "too-large": () => "The file is larger than 20 MB. Please keep the ledger's sheet only, without pictures.",
  gone: () => "The file can no longer be fetched. Please send it again.",
  bomb: () =>
    "Unpacked, the file is far too large for a ledger, and was not read. Please keep the ledger's sheet only.",
  "too-many-cells": () =>
    "The file has too many cells. Please keep only the accounts and the columns you need.",
  "too-many-rows": (mistake) =>
    `A ledger has at most ${rowsMost} rows${at(mistake)}. Please send several files.`,
  "too-many-columns": (mistake) =>
    `A ledger has at most ${tableLimits.columns} columns${at(mistake)}. Please delete those it does not need.`,
  quotes: (mistake) =>
    `The quotation marks in row ${"row" in mistake ? mistake.row : 1} do not match, or it is too long. Please check it, or save the file as .xlsx.`,
}
const at = (mistake: FileMistake): string => ("cell" in mistake ? `; ${mistake.cell} is beyond` : "")

const known = Object.values(platforms)
type CellMistake = Extract<ReadMistake | DifferenceMistake, { readonly cell: string }>
const cellMistakes: Record<CellMistake["code"], (mistake: CellMistake) => string> = {
  missing: ({ key }) =>
    `is empty${key === "platform" ? `; write for example ${known.slice(0, 4).join(", ")}` : ""}`,
  platform: () => `is unknown; write one of: ${known.join(", ")}`,
  day: () => "is not a whole date; write it as 2026-02-12",
  opening: () => `cannot be: it lies before ${when.fullDay(EARLIEST_OPENING)} or after today; check the year`,
  "yes-or-no": () => "is unclear; write yes or no",
  link: () => "is not an address; write it whole, such as https://weibo.com/u/1234567890",
  state: () => `is unknown; write ${Object.values(states).join(" or ")}`,
  "too-long": ({ key }) => `is too long; at most ${ledgerLimits[key] ?? 0} characters`,
  formula: () =>
    "is a formula without a result in the file; open and save it once in Excel or WPS, or write the text itself",
  error: () => "is a formula that failed (such as #N/A); write the text itself",
  twice: ({ also }) =>
    `stands already in ${also.join(", ")}; one row for each account of a unit on a platform`,
  "live-with-day": () => `says when it was retired, but the state is ${states.live}; correct one of them`,
  "unknown-unit": () => "is not among the units; write its full name, or add the unit first",
  "dissolved-unit": ({ also }) =>
    `is dissolved${also.length === 0 ? "" : `, merged into ${also.join(", ")}`}, and gets no account any more; write who sponsors it now`,
  "ambiguous-unit": ({ also }) => `may be several units; write one of: ${also.join(", ")}`,
  "ambiguous-account": ({ also }) =>
    `fits several accounts of that name (sponsors: ${also.join(", ")}); sort them out first`,
  "operator-missing": () => "is needed: an outsourced account names its operator",
  "retired-day-missing": () => "is needed: a retired account says since when, such as 2026-02-12",
  "reason-missing": () => "is needed: a retired account says why",
}

/** What is wrong, by cell, and what would be right. */
export const mistake = (it: ReadMistake | DifferenceMistake): string => {
  if ("heading" in it) {
    const found = it.found === "" ? "" : ` "${shorten(it.found, 40)}"`
    return `${it.cell} ${it.heading}${found} ${cellMistakes[it.code](it)}`
  }
  switch (it.code) {
    case "no-heading":
      return `These columns were not found: ${it.missing.map((key) => headings[key]).join(", ")}. A ledger has the columns ${headings.name}, ${headings.platform} and ${headings.unit}.`
    case "column-twice":
      return `"${headings[it.key]}" stands in ${it.cells.join(" and ")}; keep one.`
    case "secret":
      return `${firstLines(it.cells, 10, (count) => `${count} more`).join(", ")}: this looks like a password, and was neither read nor kept. A ledger holds no passwords: please take them out before sending it again, and change them.`
    case "no-rows":
      return "There are no accounts below the headings. Write one row for each account."
  }
}

/** Why a file could not be read at all. */
export const fileMistake = (it: FileMistake): string => fileMistakes[it.code](it)
