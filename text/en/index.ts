import { command } from "./command.ts"
import { guide } from "./guide.ts"
import { ledger } from "./ledger.ts"
import { outbox } from "./outbox.ts"
import { people } from "./people.ts"
import { platform } from "./platform.ts"
import { post } from "./post.ts"
import { quota } from "./quota.ts"
import { registration } from "./registration.ts"
import { rulebook } from "./rulebook.ts"
import { unit } from "./unit.ts"
import type { zh } from "../zh/index.ts"

export const en: typeof zh = {
  command,
  guide,
  ledger,
  outbox,
  people,
  platform,
  post,
  quota,
  registration,
  rulebook,
  unit,
}
