export const faultKinds = [
  "tooMany",
  "lostAnswer",
  "halfAnswer",
  "reset",
  "serverError",
  "badGateway",
  "slow",
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Something that goes wrong with the next calls. */
export interface Fault {
  readonly kind: FaultKind
  /** How many calls it befalls. */
  readonly times: number
  /** The methods it befalls; left out, every one but getUpdates. */
  readonly methods?: readonly string[] | undefined
  /** For `tooMany`: the seconds the bot is told to wait. */
  readonly retryAfter?: number | undefined
  /** For `slow`: the real milliseconds before the answer. */
  readonly delay?: number | undefined
}

/** What goes wrong between the bot and Telegram. */
export interface Faults {
  add(fault: Fault): void
  clear(): void
  /** The fault that befalls this call, if any; it is counted. */
  next(method: string): Fault | null
  readonly waiting: readonly Fault[]
  /** Until when nothing gets through, by the playground's clock; 0 for not at all. */
  unreachableUntil: number
}

export const createFaults = (changed: () => void): Faults => {
  let waiting: Fault[] = []
  let unreachableUntil = 0
  const befalls = (fault: Fault, method: string): boolean =>
    fault.methods === undefined ? method !== "getUpdates" : fault.methods.includes(method)
  return {
    add: (fault) => {
      waiting.push(fault)
      changed()
    },
    clear: () => {
      waiting = []
      unreachableUntil = 0
      changed()
    },
    next: (method) => {
      if (waiting.length === 0) return null
      const fault = waiting.find((one) => befalls(one, method))
      if (fault === undefined) return null
      waiting = waiting.flatMap((one) =>
        one !== fault ? [one] : one.times > 1 ? [{ ...one, times: one.times - 1 }] : [],
      )
      changed()
      return fault
    },
    get waiting() {
      return waiting
    },
    get unreachableUntil() {
      return unreachableUntil
    },
    set unreachableUntil(until) {
      unreachableUntil = until
      changed()
    },
  }
}
