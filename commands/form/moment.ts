import { z } from "zod"
import { readMoment } from "../../rules/moment.ts"
import { addDays, type Instant } from "../../rules/time.ts"
import { dayOf } from "../../rules/time.ts"
import { tidyName } from "../../rules/words.ts"
import { Refusal } from "../../services/refusal.ts"
import type { Text } from "../../text/index.ts"
import type { Field } from "./command.ts"
import { field } from "./fields.ts"

/** Further back than this is a slip of the pen. */
const OLDEST_DAYS = 3650

/** What may be an instant: a word of time, or digits. The scene's language decides when it is read. */
const looksLikeTime =
  /^(刚刚|刚才|现在|now|今天|昨天|前天|today|yesterday|\d{1,4}[-/.年月]|\d{1,2}[:：点时]\d{0,2})/i

const Time = z.string().transform(tidyName).pipe(z.string().max(40).regex(looksLikeTime))

/** A point in time, not in the future; what is said of one that is, unless it is the time of a post. */
export const momentField = (
  future = ({ post }: Text): ((at: Instant, now: Instant) => string) => post.future,
): Field<Instant> =>
  field(
    Time,
    (scene, typed) => {
      const found = readMoment(typed, scene.now, scene.text.post)
      if (found === null) throw new Refusal(scene.text.post.notATime(typed))
      if (found > scene.now) throw new Refusal(future(scene.text)(found, scene.now))
      const day = dayOf(found)
      if (day < addDays(dayOf(scene.now), -OLDEST_DAYS)) throw new Refusal(scene.text.post.ancient(day))
      return Promise.resolve(found)
    },
    { maybe: (word) => looksLikeTime.test(tidyName(word)) },
  )
