import { readDay } from "../../rules/moment.ts"
import { type Day, isDay } from "../../rules/time.ts"
import { tidyName } from "../../rules/words.ts"
import { Refusal } from "../../services/refusal.ts"
import { z } from "zod"
import type { Field } from "./command.ts"
import { field } from "./fields.ts"

/** A day as people write it; whether it may lie ahead is for whoever asked to say. */
export const dayField = (): Field<Day> =>
  field(
    z
      .string()
      .transform(tidyName)
      .pipe(
        z
          .string()
          .max(40)
          .regex(/\d|今天|昨天|前天|today|yesterday/i),
      ),
    (scene, typed) => {
      const day = isDay(typed) ? typed : readDay(typed, scene.now, scene.text.post)
      if (day === null) throw new Refusal(scene.text.account.notADay(typed))
      return Promise.resolve(day)
    },
  )
