import { announced } from "./announced.ts"
import { answered } from "./answered.ts"
import { duties } from "./duties.ts"
import type { Source } from "./knowing.ts"
import { password } from "./password.ts"
import { roster } from "./roster.ts"
import { updated } from "./updated.ts"
import { verified } from "./verified.ts"

/** Who knows about which line of a check; what stands here not is left to a person. */
export const sources: Readonly<Record<string, Source>> = {
  updated,
  password,
  roster,
  announced,
  verified,
  duties,
  answered,
}
