import type { Hook, Topic } from "../../rules/hook.ts"
import type { hook as chinese } from "../zh/hook.ts"
import * as when from "./when.ts"

const topics: Record<Topic, string> = {
  obligations: "Duties due and done",
  incidents: "Emergencies",
  posts: "Reported posts",
  findings: "Findings",
}
const states: Record<Hook["state"], string> = { on: "on", off: "off", failing: "off after failing for long" }

const host = (url: string): string => new URL(url).host

export const hook: typeof chinese = {
  commands: {
    webhook: {
      title: "Have a program told what happens",
      aliases: ["sethook"],
      fields: {
        url: { label: "Address", ask: "Which address is told?", example: "https://oa.example.gov.cn/hook" },
        unit: {
          label: "Unit",
          ask: "Which unit? What happens in it and below it is told.",
          example: "County office",
        },
        topics: { label: "Topics", ask: "What is told?", example: "Emergencies, Findings" },
      },
    },
    webhooks: {
      title: "See and stop webhooks",
      aliases: ["hooks"],
      fields: {
        hook: { label: "Webhook", ask: "Which one?", example: "" },
        step: { label: "Step", ask: "What is to be done?", example: "" },
      },
    },
  },
  topics,
  steps: { on: "Start", off: "Stop", remove: "Remove" },
  buttons: { on: "Start", off: "Stop", remove: "Remove", all: "See all webhooks" },
  nth: (label, nth) => `${label} ${nth}`,
  registered: (it) =>
    [
      `✅ The webhook of “${it.unit}” is set up.`,
      `Every call is signed. Open this link within ${it.minutes} minutes to fetch the secret that verifies it; it is shown once:`,
      it.link,
    ].join("\n"),
  list: (listed) =>
    [
      `Webhooks (${listed.length}):`,
      ...listed.map(
        (it, at) =>
          `${at + 1}. ${host(it.url)} (${it.unit}): ${it.topics.map((topic) => topics[topic]).join(", ")}; ${states[it.state]}${it.waiting === 0 ? "" : `; ${it.waiting} not delivered yet`}`,
      ),
    ].join("\n"),
  none: "There are no webhooks. /webhook sets one up.",
  turned: {
    on: (url) => `✅ ${host(url)} is told again, beginning with what was not delivered.`,
    off: (url) => `✅ ${host(url)} is told nothing more.`,
  },
  removed: (url) => `✅ The webhook to ${host(url)} is removed.`,
  givenUp: (it) =>
    `⚠️ Calls to ${host(it.url)} (${it.unit}) have failed since ${when.instant(it.since)} and are stopped now. Start them below when it is mended; what was not delivered goes first.`,
  twice: "This address is set up already. /webhooks shows it.",
  tooMany: (unit, most) => `“${unit}” has ${most} webhooks: remove what is not used, with /webhooks.`,
  gone: "There is no such webhook, or it is not yours to look after. /webhooks shows them.",
  unsafe:
    "This address cannot be used: it begins with https://, has no name or password in it, and lies outside one's own network.",
  off: "Webhooks are not set up. Please have the administrator set EVENTS_KEY, which signs them.",
  page: {
    title: "Fetch the signing secret",
    once: "The secret is shown once. Have a place for it ready, then press the button.",
    show: "Show the secret",
  },
}
