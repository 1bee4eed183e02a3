import type { contract as chinese } from "../zh/contract.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

export const contract: Chinese = {
  commands: {
    certify: {
      title: "Note until when a certification holds",
      aliases: ["certification"],
      fields: {
        account: { label: "Account", ask: "Which account?", example: "Example County News" },
        until: { label: "Valid until", ask: "Until which day is it certified?", example: "2027-09-30" },
      },
    },
    outsource: {
      title: "Note a contract for running an account",
      aliases: ["contract"],
      fields: {
        account: { label: "Account", ask: "Which account is run by others?", example: "Example County News" },
        operator: {
          label: "Operator",
          ask: "What is the full name of the operator?",
          example: "Example Media Ltd",
        },
        signedOn: { label: "Signed on", ask: "When was the contract signed?", example: "2026-09-29" },
        endsOn: { label: "Ends on", ask: "Until which day does it run?", example: "2027-09-28" },
        lines: { label: "Contents", ask: "What does the contract say?", example: "duties of both sides" },
      },
    },
    staff: {
      title: "Note whose employee somebody is",
      aliases: ["employer"],
      fields: {
        person: { label: "Person", ask: "Who?", example: "Zhang San" },
        from: { label: "Of", ask: "Of the unit, or of the operator?", example: "the unit" },
        company: { label: "Operator", ask: "Of which company?", example: "Example Media Ltd" },
      },
    },
  },
  staff: { own: "the unit", company: "the operator" },
  certified: (account, until, asked) =>
    `✅ Noted: ${quota.named(account)} is certified until ${when.fullDay(until)}${asked ? "; you are reminded before" : ""}.`,
  tooFar: (until) => `${when.fullDay(until)} is very far away. Please check the year.`,
  signed: (it) =>
    [
      `✅ Noted: ${quota.named(it.account)} is run by ${it.operator}, by a contract of ${when.fullDay(it.signedOn)} that ends on ${when.fullDay(it.endsOn)}.`,
      ...it.next,
    ].join("\n"),
  backwards: (signedOn, endsOn) =>
    `The end on ${when.fullDay(endsOn)} is not after ${when.fullDay(signedOn)}, when it was signed. Please check; nothing was changed.`,
  incomplete: (missing, source) =>
    `The contract lacks: ${missing.map(cited.says).join(", ")} (${cited.cite(source)}). Please note it when it is complete; nothing was changed.`,
  notOwn: (it) =>
    `${it.name} works for ${it.employer} and cannot be ${it.role}: publishing and gatekeeping stay in house (${cited.cite(it.source)}). Nothing was changed.`,
  minds: (source) =>
    `⚠️ In principle the editor-in-chief is on the unit's payroll (${cited.cite(source)}). Please make sure.`,
  staffed: (name, employer) => `✅ Noted: ${name} works for ${employer ?? "the unit"}.`,
}
