import type { Job } from "./job.ts"
import { forget } from "./outbox.ts"

/** Everything the clock does. */
export const jobs: readonly Job[] = [forget]
