import { tell, type World } from "../world/world.ts"
import { createFaults, type Faults } from "./faults.ts"
import { createLimits, type LimitSettings } from "./limits.ts"
import type { Params } from "./params.ts"
import { createPolling, type Polling } from "./polling.ts"
import { createWebhook, type Webhook } from "./webhook.ts"

/** What the server has counted since it started. */
export interface Counts {
  calls: number
  /** Messages sent and edited. */
  messages: number
  /** How often the bot was told 429, by its own haste or by a fault. */
  tooMany: number
  conflicts: number
  /** Calls being worked on now, polls left out. */
  underway: number
}

/** The Bot API of one bot. */
export interface Api {
  readonly world: World
  readonly token: string
  readonly limits: ReturnType<typeof createLimits>
  readonly faults: Faults
  /** Whether nothing gets through, either way. */
  readonly isCut: () => boolean
  readonly polling: Polling
  readonly webhook: Webhook
  readonly counts: Counts
}

/** One method of the Bot API: throws an `ApiRefusal` when Telegram would refuse. */
export type Method = (api: Api, params: Params) => unknown

export const createApi = (world: World, token: string, limits: LimitSettings): Api => {
  const polling = createPolling(world.queue)
  const faults = createFaults(() => tell(world, { kind: "faults" }))
  const isCut = (): boolean => world.clock.now() < faults.unreachableUntil
  return {
    world,
    token,
    limits: createLimits(limits, () => world.clock.now()),
    faults,
    isCut,
    polling,
    webhook: createWebhook(world.queue, isCut),
    counts: { calls: 0, messages: 0, tooMany: 0, conflicts: 0, underway: 0 },
  }
}
