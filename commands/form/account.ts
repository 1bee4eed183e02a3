import { z } from "zod"
import { type Account, platforms } from "../../rules/account.ts"
import type { Right } from "../../rules/rights.ts"
import { inOrder, tidyName } from "../../rules/words.ts"
import * as people from "../../services/people.ts"
import { Refusal } from "../../services/refusal.ts"
import { Ambiguous, type Choice, type Field, type Scene } from "./command.ts"
import { field } from "./fields.ts"

/** How many accounts are offered as buttons; the others are found by typing a part of their name. */
const OFFERED = 80

const label = (scene: Scene, account: Account): string => scene.text.quota.named(account)
const choice = (scene: Scene, account: Account): Choice => ({
  value: account.id,
  label: label(scene, account),
})

/** The live accounts over which the person has a right, by name. */
const within = async (scene: Scene, right: Right): Promise<readonly Account[]> => {
  const found: Account[] = []
  for (const unit of await people.unitsWith(scene, scene.me, right))
    found.push(
      ...(await scene.tables.accounts.where("unit", unit.id)).filter(({ state }) => state === "live"),
    )
  return found.sort(
    (a, b) => inOrder(a.name, b.name) || platforms.indexOf(a.platform) - platforms.indexOf(b.platform),
  )
}

/** An account over which the person has a right: pressed, or typed by name, by platform and name, or by a part of it. */
export const accountField = (right: Right, options: Partial<Field<Account>> = {}): Field<Account> =>
  field(
    z
      .string()
      .transform(tidyName)
      .pipe(z.string().min(1).max(200))
      .refine((typed) => !/^https?:/i.test(typed)),
    async (scene, typed) => {
      const pressed = await scene.tables.accounts.get(typed)
      if (pressed && (await people.may(scene, scene.me, right, pressed.unitId))) return pressed
      return choose(scene, await within(scene, right), typed)
    },
    {
      choices: async (scene) =>
        (await within(scene, right)).slice(0, OFFERED).map((account) => choice(scene, account)),
      free: true,
      ...options,
    },
  )

const choose = (scene: Scene, accounts: readonly Account[], typed: string): Account | Ambiguous => {
  const plain = (text: string): string => text.replace(/[“”"'\s（）()：:/·]/g, "").toLowerCase()
  const wanted = plain(typed)
  const spelled = (account: Account): readonly string[] => {
    const platform = scene.text.platform[account.platform]
    return [account.name, platform + account.name, account.name + platform].map(plain)
  }
  const exact = accounts.filter((account) => spelled(account).includes(wanted))
  const near =
    exact.length > 0
      ? exact
      : accounts.filter((account) => spelled(account).some((text) => text.includes(wanted)))
  const [only] = near
  if (!only) throw new Refusal(scene.text.post.noAccount(typed))
  return near.length === 1 ? only : new Ambiguous(near.map((account) => choice(scene, account)))
}
