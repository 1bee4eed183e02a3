import type { Fact } from "../rules/facts.ts"
import { guarding } from "../rules/guards.ts"
import * as golives from "../services/opening/golive.ts"
import { profileOf } from "../services/procedures/asking.ts"
import { stackOf } from "../services/rulebooks.ts"
import * as units from "../services/units.ts"
import { accountField } from "./form/account.ts"
import {
  Ambiguous,
  type Answers,
  type Choice,
  command,
  type Field,
  press,
  say,
  type Scene,
} from "./form/command.ts"
import { dayField, pastDayField } from "./form/day.ts"
import { linkField, verificationField } from "./form/details.ts"
import { link, many, oneOf, optional, text } from "./form/fields.ts"
import { UNNEEDED } from "./form/procedure.ts"

const accounts = accountField("procedure.ask", {
  fits: ({ state }) => state === "approved" || state === "verifying",
})
const has = ["ipv6", "https", "html5", "everyTerminal"] as const

/** Which facts the rulebooks ask for before this account goes live. */
const askedFor = async (scene: Scene, { account = "" }: Answers): Promise<ReadonlySet<Fact>> => {
  const found = await accounts.find(scene, account)
  if (found instanceof Ambiguous) return new Set()
  const unit = await units.unit(scene, found.unitId)
  const the = { account: found, unit, profile: await profileOf(scene, found.id) }
  return new Set(guarding(await stackOf(scene, unit), "account.go-live", the).map(({ rule }) => rule.require))
}

/** A field that is asked for only where a rulebook wants one of these facts; else its only choice is taken. */
const where = <T>(
  facts: readonly Fact[],
  inner: Field<T>,
  { orNone = false }: { readonly orNone?: boolean } = {},
): Field<T | null> => ({
  ...inner,
  find: async (scene, typed) => (typed === UNNEEDED ? null : inner.find(scene, typed)),
  choices: async (scene, answers): Promise<readonly Choice[]> => {
    const asked = await askedFor(scene, answers)
    const { unneeded, noneYet } = scene.text.opening
    if (!facts.some((fact) => asked.has(fact))) return [{ value: UNNEEDED, label: unneeded }]
    const offered = (await inner.choices?.(scene, answers)) ?? []
    return orNone ? [...offered, { value: UNNEEDED, label: noneYet }] : offered
  },
})

/** Takes an approved account live. */
export const golive = command({
  name: "golive",
  right: "procedure.ask",
  words: (words) => words.opening.commands.golive,
  fields: {
    account: accounts,
    on: pastDayField(),
    registeredOn: optional(dayField()),
    link: optional(linkField()),
    verification: optional(verificationField()),
    announcement: where(["account.opening-announcement"], link()),
    licence: where(["account.licence"], text(60)),
    report: where(["app.security-report"], pastDayField(), { orNone: true }),
    has: many(
      where(
        ["app.ipv6", "app.https", "app.html5", "app.every-terminal"],
        oneOf(has, (words) => words.opening.has),
        { orNone: true },
      ),
    ),
  },
  early: {
    verification: async (scene, { account, verification }) => {
      const problem = account && verification ? await golives.misnamed(scene, account, verification) : null
      return problem === null ? null : { field: "verification", problem }
    },
  },
  run: async (scene, { account, on, registeredOn, announcement, licence, report, has: ticked, ...said }) => {
    const app =
      account.platform === "app"
        ? {
            securityReport: report,
            ipv6: ticked.includes("ipv6"),
            https: ticked.includes("https"),
            html5: ticked.includes("html5"),
            everyTerminal: ticked.includes("everyTerminal"),
          }
        : null
    const launch = { ...said, on, registeredOn, announcement, licence, app }
    const { live, text: outcome } = await golives.goLive(scene, scene.me, account, launch)
    const show = { label: scene.text.account.buttons.show, press: press("account", { account: account.id }) }
    const again = {
      label: scene.text.opening.buttons.goLive,
      press: press("golive", { account: account.id }),
    }
    return say(outcome, { buttons: [[live ? show : again]] })
  },
})
