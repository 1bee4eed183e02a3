import { leadDays } from "../rules/lead.ts"
import { instantOf, isTimeOfDay } from "../rules/time.ts"
import { outsideQuiet, timesOf } from "../rules/times.ts"
import { type Unit, unitKinds } from "../rules/unit.ts"
import { tidyName } from "../rules/words.ts"
import type { Act } from "./app.ts"
import * as infoChanges from "./changes.ts"
import * as leads from "./leads.ts"
import * as overseeing from "./overseeing.ts"
import * as watch from "./watch.ts"
import * as bindings from "./bindings.ts"
import { Refusal } from "./refusal.ts"
import * as rounds from "./rounds.ts"
import * as units from "./units.ts"

const timeSettings = ["digest", "lastCall", "quietFrom", "quietUntil"] as const

/** How long the name of an office may be. */
const LONGEST_NAME = 100

const named = ["office", "websiteOffice", "supervisor", "guides"] as const

/** What can be changed of a unit. */
export const unitSettings = [
  "name",
  "shortNames",
  "kind",
  "rulebooks",
  ...named,
  ...timeSettings,
  "witness",
  "leadsAt",
  "leadsOn",
  "festivals",
] as const
export type UnitSetting = (typeof unitSettings)[number]

/** How one thing of a unit is set now; empty when it is not. A time that it does not set itself comes from above. */
export const present = async (act: Act, unit: Unit, what: UnitSetting): Promise<string> => {
  switch (what) {
    case "name":
      return unit.name
    case "shortNames":
      return unit.shortNames.join(act.text.unit.comma)
    case "kind":
      return act.text.unit.kinds[unit.kind]
    case "rulebooks":
      return (await bindings.titles(act, unit.rulebooks)).join(act.text.unit.comma)
    case "office":
    case "websiteOffice":
    case "supervisor":
    case "guides":
      return unit[what] ?? ""
    case "festivals":
      return act.text.unit.festivals[(await units.wantsFestivals(act, unit.id)) ? "yes" : "no"]
    case "witness":
      return act.text.unit.witness[(await units.wantsWitness(act, unit.id)) ? "yes" : "no"]
    case "leadsAt":
      return unit.leadsAt ?? ""
    case "leadsOn":
      return act.text.lead.days[unit.leadsOn ?? "every-day"]
    case "digest":
    case "lastCall":
    case "quietFrom":
    case "quietUntil":
      return (await units.times(act, unit.id))[what]
  }
}

/** Changes one thing of a unit, and gives back how it is shown. */
export const set = async (
  act: Act,
  unit: Unit,
  what: UnitSetting,
  typed: string,
  rulebooks: readonly string[],
): Promise<string> => {
  const changes = changesFor(act, what, typed, rulebooks)
  if (changes.times) await demandAudible(act, unit, { ...unit.times, ...changes.times })
  if (changes.leadsAt) await demandAudible(act, unit, unit.times, changes.leadsAt)
  const changed = await units.change(
    act,
    unit.id,
    changes.times ? { times: { ...unit.times, ...changes.times } } : changes,
  )
  if (what === "rulebooks" || what === "kind") {
    await watch.below(act, unit.id)
    await overseeing.changed(act, unit.id)
  }
  await infoChanges.noteUnit(act, unit, changed)
  // The times of a unit hold for those below it too.
  for (const below of await units.below(act, unit.id)) await rounds.begin(act, below.unit.id)
  await leads.follow(act, unit.id)
  return present(act, changed, what)
}

/** A reminder in the quiet hours would never come at its time. */
const demandAudible = async (
  act: Act,
  unit: Unit,
  own: Unit["times"],
  leadsAt: string | null = null,
): Promise<void> => {
  const [, ...above] = await units.above(act, unit.id)
  const times = timesOf([{ times: own }, ...above])
  for (const time of leadsAt === null ? [times.digest, times.lastCall] : [leadsAt])
    if (outsideQuiet(times, instantOf("2026-01-05", time)) !== instantOf("2026-01-05", time))
      throw new Refusal(act.text.unit.timeQuiet(time, times.quietFrom, times.quietUntil))
}

const changesFor = (
  act: Act,
  what: UnitSetting,
  typed: string,
  rulebooks: readonly string[],
): Partial<Omit<Unit, "id">> => {
  const value = tidyName(typed)
  switch (what) {
    case "name":
      return { name: value }
    case "shortNames":
      return { shortNames: value.split(/[,，、\s]+/).filter((each) => each !== "") }
    case "kind": {
      const kind = unitKinds.find((each) => each === value || act.text.unit.kinds[each] === value)
      if (!kind) throw new Refusal(act.text.unit.kindUnknown(value))
      return { kind }
    }
    case "rulebooks":
      return { rulebooks }
    case "office":
    case "websiteOffice":
    case "supervisor":
    case "guides":
      return {
        [what]: act.text.unit.noOffice.includes(value.toLowerCase()) ? null : value.slice(0, LONGEST_NAME),
      }
    case "witness":
    case "festivals": {
      const { yes, no, unknown } = act.text.unit[what]
      if (![yes, no, "yes", "no"].includes(value)) throw new Refusal(unknown(value))
      return { [what]: value === yes || value === "yes" }
    }
    case "leadsAt":
      return {
        leadsAt: act.text.unit.noOffice.includes(value.toLowerCase()) ? null : timeFrom(act, value),
      }
    case "leadsOn": {
      const on = leadDays.find((each) => each === value || act.text.lead.days[each] === value)
      if (!on) throw new Refusal(act.text.command.unknown(value))
      return { leadsOn: on }
    }
    case "digest":
    case "lastCall":
    case "quietFrom":
    case "quietUntil":
      return { times: { [what]: timeFrom(act, value) } }
  }
}

const timeFrom = (act: Act, value: string): string => {
  const time = value.replace("：", ":").padStart(5, "0")
  if (!isTimeOfDay(time)) throw new Refusal(act.text.unit.timeUnknown(value))
  return time
}
