import { isWatched } from "../rules/life.ts"
import { causes } from "../rules/offline.ts"
import { dayOf } from "../rules/time.ts"
import * as emergency from "../services/offline/emergency.ts"
import * as windows from "../services/offline/windows.ts"
import * as asking from "../services/procedures/asking.ts"
import * as sending from "../services/procedures/sending.ts"
import { accountField } from "./form/account.ts"
import { type Answers, command, press, say } from "./form/command.ts"
import { dayField, pastDayField } from "./form/day.ts"
import { oneOf, onlyWhen, optional, text } from "./form/fields.ts"
import { SKIPPED } from "./form/fill.ts"
import { attachmentsOf, papersField, ticksField, ticksOf } from "./form/procedure.ts"

const kind = "account.go-offline"
const accounts = accountField("procedure.ask", { fits: isWatched })
const planned = ({ cause }: Answers) => cause === "rectification" || cause === "upgrade"
const sudden = ({ cause }: Answers) => cause === "force-majeure" || cause === "ordered"
const reported = (answers: Answers) => sudden(answers) && (answers["paper"] ?? SKIPPED) !== SKIPPED

const LONGEST_NUMBER = 80

/** Applies for a time offline, or reports what came over the unit. */
export const offline = command({
  name: "offline",
  right: "procedure.ask",
  words: (words) => words.offline.commands.offline,
  fields: {
    account: accounts,
    cause: oneOf(causes, (words) => words.offline.causes),
    from: onlyWhen(planned, dayField()),
    until: onlyWhen(planned, dayField()),
    ticks: onlyWhen(planned, ticksField({ kind, accounts })),
    papers: onlyWhen(planned, papersField({ kind, accounts })),
    on: onlyWhen(sudden, pastDayField()),
    paper: onlyWhen(sudden, optional(text(LONGEST_NUMBER))),
    reportedOn: onlyWhen(reported, pastDayField()),
  },
  early: {
    account: async (scene, { account }) => {
      const why = account ? await windows.noRoom(scene, account, dayOf(scene.now)) : null
      return why === null ? null : { note: `${why}\n${scene.text.offline.onlyLater}` }
    },
  },
  run: async (scene, { account, cause, from, until, ticks, papers, on, paper, reportedOn }) => {
    const words = scene.text.offline
    if (on !== null && (cause === "force-majeure" || cause === "ordered")) {
      const report = paper !== null && reportedOn !== null ? { paper, on: reportedOn } : null
      const reportBy = await emergency.shutDown(scene, scene.me, account, { cause, on, report })
      return say(words.shutDown(account, on, reportBy), {
        buttons: [[{ label: words.buttons.online, press: press("online", { account: account.id }) }]],
      })
    }
    const asks = await asking.askedOf(scene, account, kind)
    const { text: outcome, following } = await sending.send(scene, scene.me, account, {
      kind,
      reason: null,
      ticks: ticksOf(asks, ticks ?? []),
      attachments: attachmentsOf(asks, papers ?? ""),
      details: { cause, from: from ?? "", until: until ?? "" },
    })
    return following === null
      ? say(outcome)
      : say(`${outcome}\n${following.text}`, { buttons: following.buttons })
  },
})
