import { z } from "zod"
import { readDay, readNearDay } from "../../rules/moment.ts"
import { addDays, type Day, dayOf, isDay } from "../../rules/time.ts"
import { tidyName } from "../../rules/words.ts"
import { Refusal } from "../../services/refusal.ts"
import type { Field, Scene } from "./command.ts"
import { field } from "./fields.ts"

/** Further back than this is a slip of the pen. */
const OLDEST_DAYS = 3650

/** What is counted from a day stays within the calendar. */
const FIRST: Day = "1990-01-01"
const LAST: Day = "2089-12-31"

const Typed = z
  .string()
  .transform(tidyName)
  .pipe(
    z
      .string()
      .max(40)
      .regex(/^(今天|昨天|前天|today|yesterday|\d{1,4}[-/.年月]\d{1,2})/i),
  )

const read = (scene: Scene, typed: string): Day => {
  const day = isDay(typed) ? typed : readDay(typed, scene.now, scene.text.post)
  if (day === null || day < FIRST || day > LAST) throw new Refusal(scene.text.account.notADay(typed))
  return day
}

/** A day as people write it; whether it may lie ahead is for whoever asked to say. */
export const dayField = (): Field<Day> => field(Typed, (scene, typed) => Promise.resolve(read(scene, typed)))

/** A day on which something was done: not after today. Today and yesterday are a press away. */
export const pastDayField = (): Field<Day> =>
  field(
    Typed,
    (scene, typed) => {
      const day = read(scene, typed)
      const today = dayOf(scene.now)
      if (day > today) throw new Refusal(scene.text.obligation.future(day))
      if (day < addDays(today, -OLDEST_DAYS)) throw new Refusal(scene.text.post.ancient(day))
      return Promise.resolve(day)
    },
    {
      choices: (scene) => {
        const today = dayOf(scene.now)
        const { today: now, yesterday } = scene.text.obligation.days
        return Promise.resolve([
          { value: today, label: now },
          { value: addDays(today, -1), label: yesterday },
        ])
      },
    },
  )

const Near = z
  .string()
  .transform(tidyName)
  .pipe(
    z
      .string()
      .max(40)
      .regex(/^(今天|昨天|前天|明天|today|yesterday|tomorrow|\d{1,4}[-/.年月]\d{1,2})/i),
  )

/** A day that may lie before or ahead: without a year the nearest. Today and tomorrow are a press away. */
export const nearDayField = (): Field<Day> =>
  field(
    Near,
    (scene, typed) => {
      const words = { days: { ...scene.text.post.days, [scene.text.leaving.days.tomorrow]: -1 } }
      const day = isDay(typed) ? typed : readNearDay(typed, scene.now, words)
      if (day === null) throw new Refusal(scene.text.account.notADay(typed))
      return Promise.resolve(day)
    },
    {
      choices: (scene) => {
        const today = dayOf(scene.now)
        const { today: now, tomorrow } = scene.text.leaving.days
        return Promise.resolve([
          { value: today, label: now },
          { value: addDays(today, 1), label: tomorrow },
        ])
      },
    },
  )
