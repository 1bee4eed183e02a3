import type { sync as chinese } from "../zh/sync.ts"
import { obligation } from "./obligation.ts"

const origins: typeof chinese.origins = {
  website: "on the website",
  policy: "a new policy",
}

export const sync: typeof chinese = {
  origins,
  commands: {
    sync: {
      title: "Note what is to be published here too",
      aliases: [],
      fields: {
        origin: { label: "Where", ask: "Where did it come out?", example: "on the website" },
        account: { label: "Account", ask: "On which accounts is it to come out?", example: "Example County" },
        title: { label: "Title", ask: "What is it called?", example: "Notice on flood control" },
        at: {
          label: "Published",
          ask: "When did it come out there? The time runs from then.",
          example: "today 9:30",
        },
        link: {
          label: "Link",
          ask: "What is the link? Skip it if there is none.",
          example: "https://example.org/a",
        },
      },
    },
  },
  begun: (origin, due) =>
    due.length === 0
      ? `No rulebook asks these accounts to publish what came out ${origins[origin]}; nothing was opened.`
      : [
          `Noted (${origins[origin]}):`,
          ...due.map(obligation.line),
          ...obligation.rules(due),
          "When it is out, use /done with its link.",
        ].join("\n"),
}
