import { timeOf } from "../../rules/time.ts"
import type { incident as chinese } from "../zh/incident.ts"
import { card, clocks, hindrances, kinds, severities, span, steps, titled } from "./incidentcard.ts"
import { due, why } from "./incidentdue.ts"
import { timelineName, timelinePaper } from "./incidentpaper.ts"
import { story, timeline } from "./incidentstory.ts"
import { commands } from "./incidentwords.ts"
import * as when from "./when.ts"

/** Emergencies: raised, called, taken, answered, closed. */
export const incident: typeof chinese = {
  commands,
  titled,
  kinds,
  severities,
  steps,
  clocks,
  gone: "There is no such incident.",
  none: "No emergency is under way.",
  mistaken: { yes: "mistaken" },
  nothing: "Nothing new",
  drilled: (line) => (line === "" ? "" : `[DRILL] ${line}`),
  buttons: {
    sos: "🚨 Emergency",
    take: "I have it",
    pass: "Not me",
    help: "More help",
    progress: "Say how it goes",
    still: "Still at it",
    nothingNew: "Nothing new",
    done: "Done",
    undo: "Undo",
    detail: "Add details",
    answered: "Enter the answer",
    supply: "Supply what is asked",
    severity: "Change the level",
  },
  card,
  hindered: (name, why) => `⚠️ Not called: ${name}, who ${hindrances[why] ?? ""}`,
  raised: (it) =>
    [
      `🚨 Reported as ${it.number} (${it.unit}). ${it.called.length === 0 ? "Nobody at all can be called: please telephone." : `Called: ${it.called.join(", ")}.`}`,
      "When you know more, add it with “Add details”.",
    ].join("\n"),
  raisedAlready: (number, kind) =>
    `“${kinds[kind]}” of this account has been reported as ${number} and is under way. To add to it, send /detail.`,
  foundInFuture: (found, now) =>
    `Found at ${when.instant(found)} is later than now (${when.instant(now)}). Please check.`,
  folded: (it) => `🚨 ${titled(it)}: called again; please see the latest card.`,
  nobodyLeft: (it, round) =>
    [
      `🆘 [Nobody answers] ${titled(it)}`,
      `${it.unit}, found ${when.instant(it.foundAt)}. In round ${round} everybody was called, and ${it.holder === null ? "nobody has taken it" : `${it.holder.name} has it and needs more hands`}.`,
      "Please telephone, or let whoever is there take it. The calls go on, round by round.",
      ...it.skipped,
    ].join("\n"),
  silent: (it, name) =>
    `🔔 ${titled(it)}: ${name} took it and has said nothing for ${span(it.ladder.silence)}. Everybody is called anew.`,
  leftIt: (it, name, heir) =>
    `🔔 ${titled(it)}: ${name} is not there any more; ${heir === null ? "everybody is called anew" : `${heir} has it`}.`,
  clock: (it, clock, now) => {
    const due = clock.dueAt ?? now
    return due > now
      ? `⏱ ${titled(it)}: ${span(due - now)} left for the ${clocks[clock.do]}, by ${when.instant(due)}.`
      : `❗ ${titled(it)}: the ${clocks[clock.do]} was due ${when.instant(due)}. Please do it at once.`
  },
  told: (it, clock, now) => {
    const due = clock.dueAt ?? now
    const how = due > now ? `${span(due - now)} left` : "the time is over"
    return `❗ [For your attention] ${it.unit} ${titled(it)}: no ${clocks[clock.do]} yet, ${how}. ${it.holder === null ? "Nobody has it." : `${it.holder.name} has it.`}`
  },
  anythingNew: (it) => `${titled(it)}: anything new? If so, publish it, and say so here.`,
  takenByYou: (at) => `You took it at ${timeOf(at)}.`,
  takenBy: (name, at) => `${name} has it (${timeOf(at)}). Thank you! To help, please get in touch with them.`,
  youHaveIt: (number) => `${number} is yours. Please say how it goes as you work.`,
  youJoined: (number) => `Your acknowledgement of ${number} is noted.`,
  closedAlready: (name, at) => `${name} closed it on ${when.instant(at)}.`,
  notCalled: "You were not called; there is nothing to answer.",
  passed: (next) => `Noted.${next.length === 0 ? "" : ` Called: ${next.join(", ")}.`}`,
  helpComes: (next) =>
    next.length === 0 ? "Everybody has been called. Please telephone." : `Called: ${next.join(", ")}.`,
  allCalled: "Everybody of this round has been called. Please telephone.",
  notYours: "You did not take it, and cannot do this for others.",
  tooLateToUndo: "The time for taking it back is over. To pass it on, press “More help”.",
  undone: "Taken back. The calls go on from where they were.",
  stillYours: "Fine, it stays with you.",
  notForCompanies: (company) =>
    `You work for ${company}. By the rules its people may not take emergencies; please let the unit's own staff do it.`,
  otherGroup: "This is not that unit's group. Please use the unit's own group, or a private chat.",
  nothingToAnswer: "This incident waits for no link.",
  linkUsed: (link) => `${link} has been entered already.`,
  answered: (number) => `✅ The answer to ${number} is entered.`,
  progressed: (number) => `Noted for ${number}.`,
  detailed: (number) => `Added to ${number}.`,
  supplied: (number, left) =>
    left === 0
      ? `Noted. Nothing is missing to close ${number}.`
      : `Noted. ${left} still missing to close ${number}.`,
  judged: (number, severity) => `${number} is ${severities[severity]} now. The times were counted anew.`,
  undoWithin: (length) => `Undo (within ${span(length)})`,
  resolved: (number, undo) =>
    `✅ ${number} is closed.${undo === 0 ? "" : ` It can be undone within ${span(undo)}.`}`,
  sameSeverity: "The level is the same.",
  noSuchNeed: "Closing does not ask for this.",
  needsDay: "Please say on which day it was passed on.",
  wrongDay: (day) => `${when.fullDay(day)} cannot be: not before the day it was found, nor after today.`,
  cannotClose: (it) =>
    [
      "It cannot be closed yet. Missing:",
      ...it.links.map(({ do: what }) => `· link of the ${clocks[what]} (/answered)`),
      ...it.needs.map(({ says, saysEn }) => `· ${saysEn ?? says} (/supply)`),
    ].join("\n"),
  takeFirst: "Nobody has it yet. Please press “I have it” first.",
  notYoursToClose: (name) => `${name} has it, and closes it; or the leader in charge does.`,
  line: (it) =>
    `${titled(it)} (${it.unit}): ${it.holder === null ? "nobody has it yet" : `${it.holder.name} has it since ${when.instant(it.holder.at)}`}`,
  drillBegun: (it) =>
    `[DRILL] Begun as ${it.number} (${it.unit}). ${it.called.length === 0 ? "Nobody can be called." : `Called: ${it.called.join(", ")}.`} Nobody outside is told; taken and closed, it counts for this year.`,
  drillMeasured: (number, length) => `Drill ${number}: somebody had it within ${span(length)}`,
  timeline,
  timelinePaper,
  due,
  why,
  timelineFiles: { docx: "Word document", xlsx: "Excel sheet" },
  timelineName,
  photos: "Photos",
  photoOf: (number, name, said) => `📷 ${number}: a photo from ${name}${said === null ? "" : `: ${said}`}`,
  photoNumber: (number, at, of) => `📷 ${number}, photo ${at} of ${of}`,
  photoAdded: (number) => `The photo was added to ${number}; everybody concerned sees it.`,
  photosShown: (count) => `${count} photos are sent to you in private.`,
  photoForNothing:
    "There is no emergency that you reported or have, so the photo was not kept. Send /sos first, then the photo.",
  tooManyPhotos: (number, most) => `${number} has ${most} photos already. Please add a link instead.`,
  timelineMade: (number) => `What happened in ${number}, ready to be filed.`,
  story,
}
