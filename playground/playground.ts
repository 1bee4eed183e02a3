import { createApi } from "./api/api.ts"
import { noLimits, telegramLimits } from "./api/limits.ts"
import type { Driven, Playground } from "./interface.ts"
import { listen } from "./server.ts"
import { type PlaygroundSettings, Settings } from "./settings.ts"
import { createSettling } from "./settling.ts"
import { turn } from "./turning.ts"
import { bytesOf } from "./world/files.ts"
import * as groups from "./world/groups.ts"
import { Impossible } from "./world/impossible.ts"
import { opened } from "./world/pages.ts"
import * as people from "./world/people.ts"
import { press } from "./world/pressing.ts"
import { silence } from "./world/queries.ts"
import { menuFor, phones, transcript } from "./world/showing.ts"
import { createWorld } from "./world/start.ts"
import { personOf, tell } from "./world/world.ts"

export type { PlaygroundSettings } from "./settings.ts"
export type { Playground } from "./interface.ts"

/** A bot that asked for updates so many real milliseconds ago is busy with them, not gone. */
const RECENTLY = 5_000

/** Starts a playground on 127.0.0.1. */
export const createPlayground = async (asked: PlaygroundSettings = {}): Promise<Playground> => {
  const settings = Settings.parse(asked)
  const world = createWorld(settings)
  const limits = settings.limits === "none" ? noLimits : { ...telegramLimits, ...settings.limits }
  const api = createApi(world, settings.token, limits as typeof telegramLimits)
  const settling = createSettling(api)
  let turning: Promise<void> = Promise.resolve()
  let turns = 0

  const isOnline = (): boolean =>
    api.polling.listening || api.webhook.url !== "" || Date.now() - api.polling.lastAt < RECENTLY

  const turnOnce = async (to: number): Promise<void> => {
    turns += 1
    tell(world, { kind: "turning", on: true })
    try {
      await turn(world.clock, settling.current(), settling.settled, to)
    } finally {
      turns -= 1
      tell(world, { kind: "turning", on: turns > 0 })
    }
  }

  const playground: Driven = {
    token: settings.token,
    bot: phones(world).bot,
    clock: world.clock,
    watch: settling.watch,

    say: (saying) => people.say(world, saying),
    edit: (change) => people.edit(world, change),
    erase: (way) => people.erase(world, way),
    forward: (way) => people.forward(world, way),
    press: (pressed) =>
      new Promise((resolve, reject) => {
        press(world, pressed, resolve)
        settling.settled().then(() => resolve(silence), reject)
      }),
    openLink: ({ who, link }) => people.openLink(world, who, link),
    offer: (page) => {
      world.page = page
      tell(world, { kind: "rooms" })
    },
    openPage: ({ who, page = world.page ?? undefined }) => {
      if (page === undefined) throw new Impossible("the bot has no page")
      return opened(world, personOf(world, who), page)
    },
    channelPost: (post) => groups.channelPost(world, post),

    join: (way) => groups.join(world, way),
    leave: (way) => groups.leave(world, way),
    addBot: (way) => groups.addBot(world, way),
    kickBot: (way) => groups.kickBot(world, way),
    promote: (way) => groups.promote(world, way),
    block: (who) => groups.block(world, { who, blocked: true }),
    unblock: (who) => groups.block(world, { who, blocked: false }),
    deactivate: (who, deactivated = true) => groups.deactivate(world, { who, deactivated }),
    migrate: (way) => groups.migrate(world, way),
    openTopic: (way) => groups.openTopic(world, way),
    setPrivacy: (on) => {
      world.privacy = on
      tell(world, { kind: "rooms" })
    },
    privacy: () => world.privacy,

    transcript: (asking) => transcript(world, asking),
    menu: (asking) => menuFor(world, asking),
    phones: () => phones(world),
    file: (id) => {
      const file = world.files.byId(id)
      return file && { name: file.document.file_name, bytes: bytesOf(file) }
    },
    doings: (after = 0) => world.doings.slice(Math.max(0, world.doings.length - (world.doingCount - after))),

    fault: (fault) => api.faults.add(fault),
    unreachable: (duration) => {
      api.faults.unreachableUntil = duration === 0 ? 0 : world.clock.now() + duration
      api.polling.end()
    },
    repeatUpdates: (count) => world.queue.repeat(count),
    jumpUpdateId: (by) => world.queue.jump(by),
    clearFaults: () => api.faults.clear(),
    faults: () => ({ waiting: api.faults.waiting, unreachableUntil: api.faults.unreachableUntil }),
    counts: () => ({
      ...api.counts,
      pending: world.queue.length,
      listening: api.polling.listening,
      online: isOnline(),
      webhookFailures: api.webhook.failures,
    }),

    settled: settling.settled,
    turn: (to) => {
      const next = turning.then(() => turnOnce(to))
      turning = next.catch(() => undefined)
      return next
    },
    turning: () => turns > 0,
    nextDue: async () => (await settling.current()?.nextDue()) ?? null,
    onChange: (listener) => {
      world.watchers.add(listener)
      return () => world.watchers.delete(listener)
    },
  }
  const server = await listen(api, playground, settings.port)
  return { ...playground, ...server }
}
