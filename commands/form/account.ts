import { z } from "zod"
import { type Account, platforms } from "../../rules/account.ts"
import type { Right } from "../../rules/rights.ts"
import { isEnded, isUp } from "../../rules/life.ts"
import { inOrder, tidyName } from "../../rules/words.ts"
import * as windows from "../../services/offline/windows.ts"
import { Refusal } from "../../services/refusal.ts"
import * as units from "../../services/units.ts"
import { languages } from "../../text/index.ts"
import { Ambiguous, type Choice, type Field, type Scene } from "./command.ts"
import { unitsHere } from "./choices.ts"
import { field } from "./fields.ts"

/** How many accounts are offered as buttons; the others are found by typing a part of their name. */
const OFFERED = 80

/** As buttons; accounts that are called the same are told apart by their unit. */
const choicesOf = async (scene: Scene, accounts: readonly Account[]): Promise<readonly Choice[]> => {
  const label = scene.text.quota.named
  const times = new Map<string, number>()
  for (const each of accounts) times.set(label(each), (times.get(label(each)) ?? 0) + 1)
  const choices: Choice[] = []
  for (const each of accounts) {
    const alone = times.get(label(each)) === 1
    const unit = alone ? "" : `（${(await units.unit(scene, each.unitId)).name}）`
    choices.push({ value: each.id, label: `${label(each)}${unit}` })
  }
  return choices
}

/** The accounts over which the person has a right, by name. */
const within = async (
  scene: Scene,
  right: Right,
  fits: (account: Account) => boolean,
): Promise<readonly Account[]> => {
  const found: Account[] = []
  for (const unit of await unitsHere(scene, right))
    found.push(...(await scene.tables.accounts.where("unit", unit.id)).filter(fits))
  return found.sort(
    (a, b) => inOrder(a.name, b.name) || platforms.indexOf(a.platform) - platforms.indexOf(b.platform),
  )
}

interface Options extends Partial<Field<Account>> {
  /** Which accounts are meant; without it those that are updated. */
  readonly fits?: (account: Account) => boolean
  /** Those that are offered, as long as there are any: whoever means another types its name. */
  readonly first?: (account: Account) => boolean
  /** Whether an account that is over is found too when no other is meant. */
  readonly retired?: boolean
}

/** An account over which the person has a right: pressed, or typed by name, by platform and name, or by a part of it. */
export const accountField = (
  right: Right,
  { fits = isUp, first = () => true, retired = false, ...options }: Options = {},
): Field<Account> =>
  field(
    z
      .string()
      .transform(tidyName)
      .pipe(z.string().min(1).max(200))
      .refine((typed) => !/^https?:/i.test(typed)),
    async (scene, typed) => {
      const pressed = await scene.tables.accounts.get(typed)
      if (pressed && (await unitsHere(scene, right)).some(({ id }) => id === pressed.unitId)) return pressed
      const live = meant(scene, await within(scene, right, fits), typed)
      const found =
        live.length === 0 && retired ? meant(scene, await within(scene, right, isEnded), typed) : live
      const [only] = found
      if (!only) return refuse(scene, await within(scene, right, (each) => !fits(each)), typed)
      return found.length === 1 ? only : new Ambiguous(await choicesOf(scene, found.slice(0, OFFERED)))
    },
    {
      choices: async (scene) => {
        const all = await within(scene, right, fits)
        const some = all.filter(first)
        return choicesOf(scene, (some.length > 0 ? some : all).slice(0, OFFERED))
      },
      calls: (scene: Scene, account: Account) => Promise.resolve(scene.text.quota.named(account)),
      nothing: (text) => text.command.noSuchAccount,
      free: true,
      ...options,
    },
  )

/** Says why none of these fits, where one of them is meant at all. */
const refuse = async (scene: Scene, others: readonly Account[], typed: string): Promise<never> => {
  const unfit = meant(scene, others, typed).filter((each) => !isEnded(each))
  for (const account of unfit) await windows.refuseOffline(scene, account)
  const states = unfit.map(({ state }) => scene.text.listing.states[state])
  throw new Refusal(
    states.length === 0 ? scene.text.post.noAccount(typed) : scene.text.post.unfit(typed, states),
  )
}

/** Those that are called so, or else those whose name holds what was typed. */
const meant = (scene: Scene, accounts: readonly Account[], typed: string): readonly Account[] => {
  const plain = (text: string): string => text.replace(/[“”"'\s（）()：:/·]/g, "").toLowerCase()
  const wanted = plain(typed)
  const spelled = (account: Account): readonly string[] => {
    const platformNames = Object.values(languages).map((text) => text.platform[account.platform])
    return [account.name, ...platformNames.flatMap((each) => [each + account.name, account.name + each])].map(
      plain,
    )
  }
  const exact = accounts.filter((account) => spelled(account).includes(wanted))
  return exact.length > 0
    ? exact
    : accounts.filter((account) => spelled(account).some((text) => text.includes(wanted)))
}
