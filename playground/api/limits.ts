/** How many messages Telegram lets a bot send; an edit counts as a message. */
export interface LimitSettings {
  /** Over all chats. */
  readonly perSecond: number
  /** To one private chat, with a burst that passes. */
  readonly chatPerSecond: number
  readonly chatBurst: number
  /** To one group, in any sixty seconds. */
  readonly groupPerMinute: number
}

export const telegramLimits: LimitSettings = {
  perSecond: 30,
  chatPerSecond: 1,
  chatBurst: 5,
  groupPerMinute: 20,
}

export const noLimits: LimitSettings = {
  perSecond: Number.POSITIVE_INFINITY,
  chatPerSecond: Number.POSITIVE_INFINITY,
  chatBurst: Number.POSITIVE_INFINITY,
  groupPerMinute: Number.POSITIVE_INFINITY,
}

interface Bucket {
  level: number
  at: number
}

const refill = (bucket: Bucket, now: number, rate: number, size: number): void => {
  // A clock that was set back gives a full bucket: nothing is known of the time before.
  bucket.level =
    now < bucket.at || rate === Number.POSITIVE_INFINITY
      ? size
      : Math.min(size, bucket.level + ((now - bucket.at) / 1_000) * rate)
  bucket.at = now
}

const waitFor = (bucket: Bucket, rate: number): number => (bucket.level >= 1 ? 0 : (1 - bucket.level) / rate)

/** Counts what is sent. `take` gives the seconds to wait, 0 when the message may go. */
export const createLimits = (
  settings: LimitSettings,
  now: () => number,
): { take(chat: number, isGroup: boolean): number } => {
  const { perSecond, chatPerSecond, chatBurst, groupPerMinute } = settings
  const overall: Bucket = { level: perSecond, at: now() }
  const chats = new Map<number, Bucket>()
  const groups = new Map<number, number[]>()

  const groupWait = (sent: number[], at: number): number => {
    while (sent.length > 0 && ((sent[0] ?? at) <= at - 60_000 || (sent[0] ?? at) > at)) sent.shift()
    return sent.length < groupPerMinute ? 0 : ((sent[0] ?? at) + 60_000 - at) / 1_000
  }

  return {
    take: (chat, isGroup) => {
      if (perSecond === Number.POSITIVE_INFINITY && groupPerMinute === Number.POSITIVE_INFINITY) return 0
      const at = now()
      refill(overall, at, perSecond, perSecond)
      let wait = waitFor(overall, perSecond)
      if (isGroup) {
        const sent = groups.get(chat) ?? []
        groups.set(chat, sent)
        wait = Math.max(wait, groupWait(sent, at))
        if (wait === 0) sent.push(at)
      } else {
        const bucket = chats.get(chat) ?? { level: chatBurst, at }
        chats.set(chat, bucket)
        refill(bucket, at, chatPerSecond, chatBurst)
        wait = Math.max(wait, waitFor(bucket, chatPerSecond))
        if (wait === 0) bucket.level -= 1
      }
      if (wait > 0) return Math.ceil(wait)
      overall.level -= 1
      return 0
    },
  }
}
