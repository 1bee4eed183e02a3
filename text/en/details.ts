import type { Objection } from "../../rules/registration/objections.ts"
import {
  type fields as chinese,
  type Raised,
  type runnings as chineseRunnings,
  type value as chineseValue,
  type yesOrNo as chineseYesOrNo,
} from "../zh/details.ts"
import { platform } from "./platform.ts"
import { registration } from "./registration.ts"
import * as when from "./when.ts"

export const fields: typeof chinese = {
  unit: {
    label: "Sponsor",
    ask: "Which unit runs this account?",
    example: "Example County Government Office",
  },
  platform: { label: "Platform", ask: "On which platform?", example: "Weibo" },
  name: {
    label: "Name",
    ask: "What is the account called? Please write it as the platform shows it.",
    example: "Example County News",
  },
  link: {
    label: "Link",
    ask: "What is the link of its page? Skip if there is none.",
    example: "https://weibo.com/u/1234567890",
  },
  verification: {
    label: "Verification text",
    ask: "What is its public verification text? It should name the sponsor in full; skip if it is not verified yet.",
    example: "Official account of Example County Government Office",
  },
  openedOn: {
    label: "Opened on",
    ask: "On which day was it opened? Skip if nobody knows.",
    example: "2020-05-18",
  },
  main: { label: "Main account", ask: "Is it the unit's main account?", example: "no" },
  running: { label: "Run by", ask: "Who runs it?", example: "our own staff" },
  operator: {
    label: "Operator",
    ask: "Which company runs it? Please write its full name.",
    example: "Example Media Ltd",
  },
  custodian: {
    label: "Password custodian",
    ask: "Who keeps the password? Press or write a name; skip if that is not settled. (The name only: please send no password.)",
    example: "Zhang San",
  },
  editors: {
    label: "Editors",
    ask: "Who edits and publishes? Usually one or two people; press or write their names.",
    example: "Zhang San, Li Si",
  },
  lastPost: {
    label: "Last post",
    ask: "On which day was the last post? The time limits run from it; skip if unknown, then they run from today.",
    example: "yesterday, 2026-02-12",
  },
}

export const yesOrNo: typeof chineseYesOrNo = { yes: "yes", no: "no" }
export const runnings: typeof chineseRunnings = { own: "our own staff", outsourced: "another company" }

export const value: typeof chineseValue = (it, field) => {
  switch (field) {
    case "unit":
      return it.unit
    case "platform":
      return platform[it.platform]
    case "main":
      return it.main ? yesOrNo.yes : yesOrNo.no
    case "running":
    case "operator":
      return it.operator ?? runnings.own
    case "custodian":
      return it.custodian?.name ?? "(none)"
    case "editors":
      return it.editors.join(", ") || "(none)"
    case "openedOn":
      return it.openedOn === null ? "(none)" : when.fullDay(it.openedOn)
    case "name":
      return it.name
    case "link":
    case "verification":
      return it[field] ?? "(none)"
    case "lastPost":
      return ""
  }
}

export const plain = (objection: Objection): string =>
  `· ${registration.objection({ ...objection, strength: "hard" })}`
export const listed = (raised: Raised): readonly string[] =>
  raised.map((objection) => `· ${registration.objection(objection)}`)
