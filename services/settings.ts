import { instantOf, isTimeOfDay } from "../rules/time.ts"
import { outsideQuiet, timesOf } from "../rules/times.ts"
import { type Unit, unitKinds } from "../rules/unit.ts"
import { tidyName } from "../rules/words.ts"
import type { Act } from "./app.ts"
import * as quotas from "./quotas.ts"
import * as bindings from "./bindings.ts"
import { Refusal } from "./refusal.ts"
import * as rounds from "./rounds.ts"
import * as units from "./units.ts"

const timeSettings = ["digest", "lastCall", "quietFrom", "quietUntil"] as const

/** What can be changed of a unit. */
export const unitSettings = ["name", "shortNames", "kind", "rulebooks", ...timeSettings] as const
export type UnitSetting = (typeof unitSettings)[number]

/** Changes one thing of a unit, and gives back how it is shown. */
export const set = async (
  act: Act,
  unit: Unit,
  what: UnitSetting,
  typed: string,
  rulebooks: readonly string[],
): Promise<string> => {
  const { changes, shown } = await changesFor(act, what, typed, rulebooks)
  if ("times" in changes) await demandAudible(act, unit, { ...unit.times, ...changes.times })
  await units.change(
    act,
    unit.id,
    "times" in changes ? { times: { ...unit.times, ...changes.times } } : changes,
  )
  if (what === "rulebooks" || what === "kind") await quotas.windBelow(act, unit.id)
  // The times of a unit hold for those below it too.
  for (const below of await units.below(act, unit.id)) await rounds.begin(act, below.unit.id)
  return shown
}

/** A reminder in the quiet hours would never come at its time. */
const demandAudible = async (act: Act, unit: Unit, own: Unit["times"]): Promise<void> => {
  const [, ...above] = await units.above(act, unit.id)
  const times = timesOf([{ times: own }, ...above])
  for (const time of [times.digest, times.lastCall])
    if (outsideQuiet(times, instantOf("2026-01-05", time)) !== instantOf("2026-01-05", time))
      throw new Refusal(act.text.unit.timeQuiet(time, times.quietFrom, times.quietUntil))
}

const changesFor = async (
  act: Act,
  what: UnitSetting,
  typed: string,
  rulebooks: readonly string[],
): Promise<{ changes: Partial<Omit<Unit, "id">>; shown: string }> => {
  const value = tidyName(typed)
  switch (what) {
    case "name":
      return { changes: { name: value }, shown: value }
    case "shortNames": {
      const shortNames = value.split(/[,，、\s]+/).filter((each) => each !== "")
      return { changes: { shortNames }, shown: shortNames.join(act.text.unit.comma) }
    }
    case "kind": {
      const kind = unitKinds.find((each) => each === value || act.text.unit.kinds[each] === value)
      if (!kind) throw new Refusal(act.text.unit.kindUnknown(value))
      return { changes: { kind }, shown: act.text.unit.kinds[kind] }
    }
    case "rulebooks":
      return {
        changes: { rulebooks },
        shown: (await bindings.titles(act, rulebooks)).join(act.text.unit.comma),
      }
    case "digest":
    case "lastCall":
    case "quietFrom":
    case "quietUntil": {
      const time = value.replace("：", ":").padStart(5, "0")
      if (!isTimeOfDay(time)) throw new Refusal(act.text.unit.timeUnknown(value))
      return { changes: { times: { [what]: time } }, shown: time }
    }
  }
}
