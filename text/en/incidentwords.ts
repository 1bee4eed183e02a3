import type { commands as chinese } from "../zh/incidentwords.ts"

const incident = { label: "incident", ask: "Which one?", example: "2026-3" }
const link = { label: "link", ask: "What is the link?", example: "https://weibo.com/1234567890/abc" }
const pressed = { label: "what", ask: "What is to be done?", example: "" }

/** What the commands of emergencies are called, and what they ask. */
export const commands: typeof chinese = {
  sos: {
    title: "Report an emergency",
    aliases: ["emergency", "urgent", "🚨", "🆘"],
    fields: {
      kind: { label: "kind", ask: "What has happened?", example: "wrong post" },
      severity: {
        label: "level",
        ask: "How grave is it? Whoever is unsure is taken to have said major.",
        example: "unsure",
      },
      account: { label: "account", ask: "Which account?", example: "County News" },
      unit: { label: "unit", ask: "Which unit?", example: "County Office" },
      found: { label: "found", ask: "When was it found?", example: "now" },
      link,
      what: { label: "what", ask: "What is it?", example: "A video spreads" },
    },
  },
  incident: { title: "Deal with an emergency", aliases: [], fields: { case: incident, do: pressed } },
  incidents: { title: "Show emergencies", aliases: [], fields: { case: incident } },
  progress: {
    title: "Say how an emergency goes",
    aliases: [],
    fields: {
      case: incident,
      said: { label: "progress", ask: "How does it go?", example: "Deleted, being looked into" },
    },
  },
  detail: {
    title: "Add to an emergency",
    aliases: [],
    fields: {
      case: incident,
      link,
      what: { label: "what", ask: "What is to be added?", example: "About 3,000 reposts" },
    },
  },
  answered: {
    title: "Enter the link of an answer or correction",
    aliases: [],
    fields: {
      case: incident,
      link: { ...link, ask: "What is the link of the press conference, the answer or the correction?" },
    },
  },
  supply: {
    title: "Supply what closing asks for",
    aliases: [],
    fields: {
      case: incident,
      need: { label: "line", ask: "Which line?", example: "publicity department consulted" },
      on: { label: "day", ask: "On which day was it passed on?", example: "today" },
      said: {
        label: "what",
        ask: "What is there? For what was passed on: to whom?",
        example: "county police",
      },
    },
  },
  severity: {
    title: "Change the level of an emergency",
    aliases: [],
    fields: { case: incident, severity: { label: "level", ask: "Which level is it now?", example: "other" } },
  },
  fake: {
    title: "Report a fake account",
    aliases: [],
    fields: {
      kind: { label: "kind", ask: "Which of the two?", example: "fake account" },
      platform: { label: "platform", ask: "On which platform?", example: "Douyin" },
      name: { label: "name", ask: "What is that account called?", example: "County News Official" },
      link: { ...link, ask: "What is its link? Skip it if there is none." },
      found: { label: "found", ask: "When was it found?", example: "now" },
      unit: { label: "unit", ask: "In whose name?", example: "County Office" },
    },
  },
  correct: {
    title: "Correct a wrong post",
    aliases: [],
    fields: {
      account: { label: "account", ask: "Which account?", example: "County News" },
      link: { ...link, ask: "What is the link of the wrong post?" },
      found: { label: "found", ask: "When was it found?", example: "now" },
      what: { label: "what", ask: "What is wrong?", example: "The date in the title" },
    },
  },
  timeline: {
    title: "Show what happened in an emergency",
    aliases: [],
    fields: { case: incident, format: { label: "format", ask: "Which file?", example: "Word document" } },
  },
  drill: {
    title: "Hold a drill",
    aliases: [],
    fields: {
      unit: { label: "unit", ask: "Which unit?", example: "County Office" },
      kind: { label: "kind", ask: "What is rehearsed?", example: "hijacked account" },
      severity: { label: "level", ask: "Which level is rehearsed?", example: "gravest" },
    },
  },
  resolved: {
    title: "Close an emergency",
    aliases: [],
    fields: {
      case: incident,
      mistaken: { label: "mistaken", ask: "Was it a mistake?", example: "mistaken" },
      said: { label: "outcome", ask: "How did it end?", example: "Corrected" },
    },
  },
}
