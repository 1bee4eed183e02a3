import type { Attention, Case, CaseStep } from "../../rules/case.ts"
import { nextStep } from "../../rules/casework.ts"
import type { Source } from "../../rules/owed.ts"
import type { StepName } from "../../rules/procedure.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { procedure } from "./procedure.ts"
import * as when from "./when.ts"

const steps: Record<CaseStep, string> = {
  received: "received",
  sorted: "sorted",
  registered: "registered",
  assigned: "handed over",
  answered: "answer written",
  approved: "answer agreed to",
  replied: "answer published",
  closed: "settled",
}
const attentions: Record<Attention, string> = {
  hot: "hot",
  some: "of concern to several",
  single: "ordinary",
}
const caseField = { label: "message", ask: "Which message?", example: "M2026-3" }
const topicField = {
  label: "topic",
  ask: "What is it about? A word or two, and no name, phone, identity number or address.",
  example: "water",
}

/** What is said of messages of the public. */
export const cases = {
  steps,
  attentions,
  clock: "the bot",
  topics: [
    "water and power",
    "roads",
    "schools",
    "health",
    "jobs and pensions",
    "housing",
    "environment",
    "the town",
    "farming",
    "services",
  ],
  received: { now: "just now", today: "today", yesterday: "yesterday" },
  unneeded: "not needed",
  noTick: "none of them",
  own: "this unit",
  marks: {
    confidential: "confidential",
    hot: "hot",
    some: "of concern to several",
    single: "ordinary",
  },
  contents: { yes: "content", unsaid: "not said", no: "not content" },
  says: { yes: "agree", no: "send back" },
  buttons: {
    sort: "Sort",
    own: "This unit answers",
    assign: "Hand over",
    firstreply: "Replied for now",
    promise: "Name a day",
    reply: "Answer written",
    replied: "Answer published",
    settled: { yes: "Settled: content", unsaid: "Settled: not said", no: "Settled: not content" },
    reopen: "Open again",
    confidential: "Confidential",
    hot: "Hot issue",
    agree: "Agree",
    sendBack: "Send back",
    why: "How it is counted",
  },
  commands: {
    message: {
      title: "Take in a message of the public",
      aliases: [],
      fields: {
        account: { label: "account", ask: "On which account?", example: "Example County" },
        topic: { ...topicField, ask: `${topicField.ask} Skip it to enter only that it came in.` },
        received: { label: "received", ask: "When did it come in?", example: "today 09:00" },
        link: { label: "link", ask: "Its link? Skip it if there is none.", example: "https://weibo.com/1/c" },
        number: {
          label: "platform number",
          ask: "The platform's own number? Skip it if there is none.",
          example: "20260302-15",
        },
        attention: { label: "attention", ask: "How many people does it concern?", example: "hot" },
        confidential: {
          label: "confidential",
          ask: "Is it to be kept confidential?",
          example: "confidential",
        },
      },
    },
    messages: { title: "Show messages of the public", aliases: [], fields: { case: caseField } },
    sort: {
      title: "Sort a message",
      aliases: [],
      fields: {
        case: caseField,
        topic: topicField,
        attention: { label: "attention", ask: "How many people does it concern?", example: "ordinary" },
      },
    },
    refer: {
      title: "Hand a message over",
      aliases: [],
      fields: {
        case: caseField,
        to: {
          label: "department",
          ask: "Which department answers it? Press one, or type its name.",
          example: "Education Bureau",
        },
      },
    },
    firstreply: { title: "Say that people had a first reply", aliases: [], fields: { case: caseField } },
    promise: {
      title: "Name a day for the answer",
      aliases: [],
      fields: {
        case: caseField,
        day: { label: "day", ask: "By which day?", example: "2026-03-20" },
        reason: {
          label: "reason",
          ask: "Why later once more? The leader will see it; no personal data.",
          example: "waiting for a test",
        },
      },
    },
    reply: {
      title: "Hand in the answer to a message",
      aliases: [],
      fields: {
        case: caseField,
        link: {
          label: "answer",
          ask: "Where does the answer stand? Send a link, or skip it where it stands on the platform. Never its text.",
          example: "https://doc.example.cn/1",
        },
      },
    },
    replied: {
      title: "Say that the answer is published",
      aliases: [],
      fields: {
        case: caseField,
        ticks: { label: "ticks", ask: "Which of these does the answer meet?", example: "lawful, sincere" },
      },
    },
    settled: {
      title: "Settle a message",
      aliases: [],
      fields: {
        case: caseField,
        content: { label: "content", ask: "Are people content?", example: "not said" },
      },
    },
    reopen: {
      title: "Open a message again",
      aliases: [],
      fields: {
        case: caseField,
        reason: {
          label: "reason",
          ask: "Why is it opened again? No personal data.",
          example: "no water again",
        },
      },
    },
    mark: {
      title: "Mark a message",
      aliases: [],
      fields: { case: caseField, as: { label: "mark", ask: "As what?", example: "confidential" } },
    },
    consent: {
      title: "Agree to an answer",
      aliases: [],
      fields: {
        case: caseField,
        n: { label: "turn", ask: "Which turn?", example: "1" },
        say: { label: "word", ask: "Your word?", example: "agree" },
        reason: {
          label: "reason",
          ask: "One sentence on why it goes back; no personal data.",
          example: "beside the point",
        },
      },
    },
  },
  gone: "There is no such message. Numbers look like M2026-3; see /messages.",
  elsewhere: (number: string) => `Message ${number} is another unit's, and not yours to change.`,
  none: "No message is open.",
  personal:
    "That looks as if it held a name, a phone, an identity number, an address or another way to reach somebody. Nothing was entered or kept. Please enter only what it is about, with a link where needed.",
  takenAlready: (number: string) => `This message is entered already as ${number}.`,
  markedAlready: (number: string) => `Message ${number} is marked so already; nothing has changed.`,
  outOfTurn: (it: Pick<Case, "number" | "state" | "chain">, wanted: CaseStep) => {
    const next = nextStep(it)
    const now = `Message ${it.number} is at "${steps[it.state]}"`
    return next === null
      ? `${now} and over: it cannot be "${steps[wanted]}" any more.`
      : `${now}; next comes "${steps[next]}", and it cannot be "${steps[wanted]}" yet.`
  },
  over: (number: string) => `Message ${number} is answered or settled; this step is not needed.`,
  stillOpen: (number: string) => `Message ${number} is still open.`,
  repliedAlready: (number: string) => `The first reply to ${number} is entered already.`,
  past: (day: Day) => `${when.fullDay(day)} has passed; a promised day is not before today.`,
  promisedAlready: (number: string) => `That day is promised for ${number} already; nothing has changed.`,
  postponingAlready: (number: string) => `Another day for ${number} waits for the leader already.`,
  answerWaits: (number: string) =>
    `The answer to ${number} is handed in; its day cannot be put off any more.`,
  whyLater: "A second postponement needs a reason.",
  nobody: (step: StepName) =>
    `There is no ${procedure.steps[step]} to agree, so nothing was entered. Please have one appointed with /appoint, or a stand-in entered with /standin.`,
  noDepartment: (number: string, sources: readonly Source[]) =>
    `Message ${number} is a hot issue: the department that answers it is named first (${sources.map(cited.cite).join(", ")}). Please send /refer ${number} and its name.`,
  unticked: (lines: readonly string[]) =>
    `Not met yet: ${lines.join(", ")}. Please enter it as published once it is.`,
  notYours: (step: StepName) => `This is for the ${procedure.steps[step]} to decide.`,
  stale: "This is settled already, or was changed since. See /messages.",
}
