import type { command as chinese } from "../zh/command.ts"

export const command: typeof chinese = {
  cancelled: "Cancelled. Nothing was changed.",
  nothingToCancel: "There is nothing being filled in.",
  question: (title, ask, about) => (about === null ? `[${title}] ${ask}` : `[${title}] ${about}\n${ask}`),
  noSuchAccount: "There is no account of which this could be said now. Send /accounts to see them all.",
  cancel: "Cancel",
  skip: "Skip",
  next: "Next ›",
  back: "‹ Back",
  all: (count) => `All ${count}`,
  done: (count) => `Done (${count})`,
  noted: "Noted",
  byReply: "(Please answer by replying to this message.)",
  byReplyOrCancel: "(Please answer by replying to this message, or send /cancel to give up.)",
  stale: "This button is no longer valid. Please send the command again.",
  notYours:
    "This button is no longer valid, or was not meant for you. Send the command yourself if you need it.",
  which: (typed) => `“${typed}” fits more than one. Which is it?`,
  unknown: (typed) => `There is no “${typed}”.`,
  notUnderstood: (it) => `${it.label}: “${it.typed}” was not understood. For example: ${it.example}`,
  tooLong: (most) => `That is too long: at most ${most} characters. Nothing was changed; please shorten it.`,
  failed: (reference) =>
    `Something went wrong, and nothing was changed. Please try again later; if it persists, tell the administrator the reference ${reference}.`,
  notAgain: "Edited or forwarded commands are not carried out. Please send it again if you need it.",
  anonymous:
    "You are writing as an anonymous administrator, so nobody knows who you are. Press below to go on as yourself.",
  asMyself: "Go on as myself",
  noSuchCommand: (name) => `There is no command “/${name}”. Send /help to see them all.`,
  notHeard: (steps) => `I did not get that.
${steps}`,
  elsewhere: {
    private: "Please use this command in a private chat with me.",
    group: "Please use this command in the working group.",
  },
}
