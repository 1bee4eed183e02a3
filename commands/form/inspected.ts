import { z } from "zod"
import type { Account } from "../../rules/account.ts"
import { readNearDay, readNearMoment } from "../../rules/moment.ts"
import { dayOf, endOf, type Instant, isDay } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { tidyName } from "../../rules/words.ts"
import { Refusal } from "../../services/refusal.ts"
import { accountField } from "./account.ts"
import { unitField } from "./choices.ts"
import type { Ambiguous, Field, Scene } from "./command.ts"
import { field, silent } from "./fields.ts"

const Typed = z
  .string()
  .transform(tidyName)
  .pipe(
    z
      .string()
      .max(40)
      .regex(/^(现在|now|今天|昨天|前天|明天|today|yesterday|tomorrow|\d{1,4}[-/.年月]\d{1,2})/i),
  )

const read = (scene: Scene, typed: string): Instant => {
  const days = { ...scene.text.post.days, [scene.text.leaving.days.tomorrow]: -1 }
  if (/[:点时：]/u.test(typed) || scene.text.post.nows.includes(typed.toLowerCase())) {
    const found = readNearMoment(typed, scene.now, { nows: scene.text.post.nows, days })
    if (found === null) throw new Refusal(scene.text.post.notATime(typed))
    return found
  }
  const day = isDay(typed) ? typed : readNearDay(typed, scene.now, { days })
  if (day === null) throw new Refusal(scene.text.account.notADay(typed))
  return day === dayOf(scene.now) ? scene.now : endOf(day) - 1
}

/** The moment an inspection is imagined for: a day means its end, today means now. */
export const inspectedAt = (): Field<Instant | null> =>
  silent(field(Typed, (scene, typed) => Promise.resolve(read(scene, typed))))

const account = accountField("see", { fits: () => true })
const unit = unitField("see")

/** A unit with all below it, or one account: by name, or pressed. */
export const inspectedOf = (): Field<Unit | Account | null> =>
  silent({
    ...unit,
    choices: null,
    find: async (scene: Scene, typed: string): Promise<Unit | Account | Ambiguous> => {
      try {
        return await unit.find(scene, typed)
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        return account.find(scene, typed)
      }
    },
  })
