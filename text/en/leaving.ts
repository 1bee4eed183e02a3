import { firstLines, MOST_LINES } from "../list.ts"
import type { leaving as chinese } from "../zh/leaving.ts"
import { account, kinds, open } from "./handover.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const personField = { label: "Person", ask: "Who leaves?", example: "Zhang Min" }

export const leaving: Chinese = {
  kinds,
  days: { today: "today", tomorrow: "tomorrow" },
  commands: {
    leaving: {
      title: "Enter that somebody leaves",
      aliases: [],
      fields: {
        person: personField,
        kind: { label: "Kind", ask: "Why do they leave?", example: "resigns" },
        on: {
          label: "Last day",
          ask: "Which day is the last? Rights end at 24:00 that day.",
          example: "2026-03-31",
        },
        receiver: { label: "Receiver", ask: "Who takes over the accounts?", example: "Li Guoqiang" },
      },
    },
    stay: {
      title: "Take a departure back",
      aliases: [],
      fields: { departure: { ...personField, ask: "Who stays after all?" } },
    },
    left: {
      title: "Close a departure",
      aliases: [],
      fields: { departure: { ...personField, ask: "Whose departure is to be closed?" } },
    },
  },
  buttons: {
    left: "Close the departure",
    leaving: "Enter a departure",
    stay: "Stays after all",
  },
  himself: "Whoever leaves cannot be the receiver. Please name somebody else.",
  leavesToo: (name) => `${name} leaves too. Please name somebody else.`,
  needsReceiver: (count) => `This person keeps ${count} accounts. Please say who receives them.`,
  nobodyToReceive: "There is nobody to receive the accounts. Please /invite somebody first.",
  unneeded: "nothing to hand over",
  tooLongAgo: (on, most) =>
    `${when.fullDay(on)} is too long ago (more than ${most} days). Please check the last day.`,
  tooFarAhead: (on) => `${when.fullDay(on)} is more than a year ahead. Please check the last day.`,
  lastAdministrator: (name) =>
    `${name} is the last administrator and cannot leave. Please appoint another one first with /appoint.`,
  announced: (it) =>
    [
      it.isPast
        ? `Entered: ${it.name} (${kinds[it.kind]}); the last day, ${when.fullDay(it.lastOn)}, has passed: rights end now, and what is not handed over is overdue.`
        : `Entered: ${it.name} (${kinds[it.kind]}), last day ${when.fullDay(it.lastOn)}; rights and old buttons end at 24:00 that day.`,
      ...(it.handovers.length === 0
        ? ["There is nothing to hand over."]
        : [
            `To be handed over by then, accounts: ${it.handovers.length}`,
            ...firstLines(
              it.handovers.map((each) => `${account(each)} → ${each.receiver}`),
              MOST_LINES,
              (count) => `and ${count} more accounts`,
            ),
            "The receiver looks at everything, then the leader confirms.",
          ]),
      ...it.unreached.map((name) => `${name} cannot be reached in private. Please pass it on.`),
      ...(it.receiving > 0
        ? [
            `${it.name} was to receive ${it.receiving} other accounts. Please name somebody else with /leaving.`,
          ]
        : []),
      ...(it.kind === "leave"
        ? ["After the leave they are invited and appointed anew; rights do not come back by themselves."]
        : []),
    ].join("\n"),
  another: (it) => `Another receiver for ${quota.named(it.account)}`,
  toLeaver: ({ kind, lastOn }, all) =>
    [
      `[Leaving] Entered for you: ${kinds[kind]}, last day ${when.fullDay(lastOn)}; your rights end at 24:00 that day.`,
      ...(all.length === 0
        ? ["You have nothing to hand over."]
        : [
            "Please hand over by then, face to face (password, phone, e-mail, devices, open duties):",
            ...firstLines(
              all.map((each) => `${account(each)} → ${each.receiver}`),
              MOST_LINES,
              (count) => `and ${count} more accounts`,
            ),
          ]),
      "If this is wrong, please tell your administrator.",
    ].join("\n"),
  ended: (name, lastOn, duties) =>
    [
      `[Leaving] The rights of ${name} ended on ${when.day(lastOn)} at 24:00. Still open: ${duties.length}`,
      ...open(duties),
      "The departure closes by itself when everything is done.",
    ].join("\n"),
  left: (name) => `✅ ${name} has handed everything over; the departure is closed.`,
  notYet: (name, duties) =>
    [
      `${name} has not left before everything is handed over. Still open: ${duties.length}`,
      ...open(duties),
      ...obligation.rules(duties),
    ].join("\n"),
  stillHere: (name, lastOn) => `The last day of ${name} is ${when.fullDay(lastOn)}; it is not over yet.`,
  stays: (name) => `${name} stays after all; what was not handed over yet stays as it was.`,
  staysAlready: (name) => `Nothing says that ${name} leaves.`,
  goneAlready: (name, lastOn) =>
    `The rights of ${name} ended on ${when.fullDay(lastOn)}; that cannot be taken back. Please /invite them anew.`,
  nobodyLeaves: "Nobody is about to leave.",
  named: (name, lastOn) => `${name} (leaves ${when.short(lastOn)})`,
  mark: (lastOn) => ` (leaves ${when.short(lastOn)})`,
  gone: (name, lastOn) => `· ${name}: left on ${when.short(lastOn)}, not everything is handed over`,
  leaderLeft: (it) =>
    [
      `[No leader in charge] “${it.unit}” has no leader in charge now.`,
      it.due === null
        ? "Please name one soon with /appoint."
        : `Please name one with /appoint by the end of ${when.day(it.due.day)}; until then the unit registers no account.`,
      `By ${obligation.rests(it)}`,
    ].join("\n"),
  stillKeeps: (name, names) =>
    [
      `${name} has not handed over, accounts: ${names.length}`,
      ...firstLines(
        names.map((each) => `· ${quota.named(each)}`),
        MOST_LINES,
        (count) => `and ${count} more accounts`,
      ),
      "If they leave, please press the button: the receiver and the leader then confirm.",
    ].join("\n"),
}
