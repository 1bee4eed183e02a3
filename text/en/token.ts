import type { Scope } from "../../rules/token.ts"
import { dayOf } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import type { token as chinese } from "../zh/token.ts"
import * as when from "./when.ts"

const scopes: Record<Scope, string> = {
  "posts.write": "report posts",
  "findings.write": "enter findings",
  "cases.write": "take in messages",
  "obligations.read": "read duties",
  "accounts.read": "read accounts",
  "inspect.read": "read inspections",
  "duty.read": "read who is on duty",
}

type Listed = Parameters<typeof chinese.list>[0][number]

const use = (it: Listed): string => {
  if (it.standing === "hidden") return "not fetched yet"
  return it.usedAt === null ? "never used" : `last used ${when.instant(it.usedAt)}`
}

const line = (it: Listed): string =>
  [
    `· “${it.name}” (${it.unit}): ${it.scopes.map((scope) => scopes[scope]).join(", ")}`,
    `  ${it.by === null ? "" : `made by ${it.by}; `}until ${when.fullDay(dayOf(it.until))}; ${use(it)}`,
  ].join("\n")

export const token: typeof chinese = {
  commands: {
    token: {
      title: "Make a token for a program",
      aliases: ["apitoken"],
      fields: {
        name: { label: "Name", ask: "For which system? Give it a name.", example: "Publishing desk" },
        unit: {
          label: "Unit",
          ask: "Which unit? The token reaches this unit and those below it.",
          example: "County office",
        },
        scopes: { label: "Scopes", ask: "What may it do?", example: "report posts, read duties" },
        lifetime: { label: "Lifetime", ask: "For how long?", example: "90 days" },
      },
    },
    tokens: {
      title: "See and revoke tokens",
      aliases: ["apitokens"],
      fields: { revoke: { label: "Revoke", ask: "Which one?", example: "" } },
    },
  },
  scopes,
  lifetimes: { "30": "30 days", "90": "90 days", "365": "365 days" },
  buttons: { revoke: (name) => `Revoke “${name}”`, all: "See all tokens" },
  issued: (it) =>
    [
      `✅ The token “${it.name}” (${it.unit}) is made, and holds until ${when.fullDay(dayOf(it.until))}.`,
      `Open this link within ${it.minutes} minutes to fetch it; it is shown once:`,
      it.link,
      "A token is a key: put it straight into the system that needs it, and into no chat. Neither this chat nor the store keeps it.",
    ].join("\n"),
  none: "There are no tokens. /token makes one.",
  list: (listed) =>
    [
      `Tokens (${listed.length}):`,
      ...firstLines(listed.map(line), MOST_LINES, (hidden) => `… and ${hidden} more`),
    ].join("\n"),
  revoked: (name) => `✅ The token “${name}” is revoked, at once.`,
  alreadyRevoked: (name) => `The token “${name}” was revoked before.`,
  gone: "There is no such token, or it is not yours to look after. /tokens shows them.",
  tooMany: (unit, most) => `“${unit}” has ${most} tokens: revoke what is not used, with /tokens.`,
  off: "HTTP is not set up. Please have the administrator set HTTP_URL, its public address, or HTTP_PORT.",
  page: {
    lang: "en",
    title: "Fetch a token",
    of: (name) => `Token “${name}”`,
    once: "The token is shown once. Have a place for it ready, then press the button.",
    show: "Show the token",
    keep: "Put it into the system that needs it now. It cannot be seen again; if it is lost, revoke it and make another.",
    gone: "This link was used, has run out, or never was. Make a token with /token in the bot's private chat.",
  },
}
