import type { Driven } from "../interface.ts"
import { Impossible } from "../world/impossible.ts"
import { type Asked, schemas } from "./schemas.ts"

type Routes = { readonly [K in keyof typeof schemas]: (asked: Asked<K>) => unknown }

/** What each act of the control interface does. */
const routesOf = (playground: Driven): Routes => {
  const idOf = (who: number | string): number => {
    if (typeof who === "number") return who
    const holder = playground.phones().people.find(({ phone }) => phone === who)
    if (holder === undefined) throw new Impossible(`nobody holds the phone of the ${who}`)
    return holder.id
  }
  const named = <T extends { who: number | string }>(asked: T): Omit<T, "who"> & { who: number } => ({
    ...asked,
    who: idOf(asked.who),
  })
  const brought = <T extends { by?: number | string | undefined }>(
    asked: T,
  ): Omit<T, "by"> & { by: number | undefined } => ({
    ...asked,
    by: asked.by === undefined ? undefined : idOf(asked.by),
  })

  return {
    say: ({ file, ...saying }) => {
      const content =
        file && (file.base64 === undefined ? (file.size ?? 0) : Buffer.from(file.base64, "base64"))
      const upload = file && content !== undefined ? { name: file.name, content } : undefined
      return { message: playground.say({ ...named(saying), file: upload }) }
    },
    edit: (change) => playground.edit(named(change)),
    forward: (way) => ({ message: playground.forward(named(way)) }),
    press: (pressed) => playground.press(named(pressed)),
    openLink: (open) => ({ message: playground.openLink(named(open)) }),
    channelPost: (post) => ({ message: playground.channelPost(post) }),
    join: (way) => playground.join(brought(named(way))),
    leave: (way) => playground.leave(brought(named(way))),
    addBot: (way) => playground.addBot(named(way)),
    kickBot: (way) => playground.kickBot(named(way)),
    promote: ({ by, who, ...rest }) =>
      playground.promote({ ...rest, by: idOf(by), who: who === undefined ? undefined : idOf(who) }),
    block: ({ who }) => playground.block(idOf(who)),
    unblock: ({ who }) => playground.unblock(idOf(who)),
    deactivate: ({ who, deactivated }) => playground.deactivate(idOf(who), deactivated),
    migrate: (way) => ({ chat: playground.migrate(named(way)) }),
    openTopic: (way) => ({ topic: playground.openTopic(named(way)) }),
    privacy: ({ on }) => playground.setPrivacy(on),
    fault: (fault) => playground.fault(fault),
    unreachable: ({ duration }) => playground.unreachable(duration),
    repeatUpdates: ({ count }) => playground.repeatUpdates(count),
    jumpUpdateId: ({ by }) => playground.jumpUpdateId(by),
    clearFaults: () => playground.clearFaults(),
    turn: async (asked) => {
      const now = playground.clock.now()
      const to = "to" in asked ? asked.to : "by" in asked ? now + asked.by : await playground.nextDue()
      if (to !== null) await playground.turn(Math.max(to, "next" in asked ? now : to))
      return { now: playground.clock.now(), moved: to !== null }
    },
    clock: ({ running }) => {
      if (running) playground.clock.run()
      else playground.clock.freeze()
      return { now: playground.clock.now(), running }
    },
    settled: ({ patience }) => playground.settled(patience),
  }
}

/** Carries out one act; the body is checked first. */
export const createActs = (playground: Driven): ((name: string, body: unknown) => unknown) => {
  const routes = routesOf(playground)
  const runners = new Map<string, (body: unknown) => unknown>()
  const add = <K extends keyof typeof schemas>(name: K, route: Routes[K]): void => {
    runners.set(name, (body) => route(schemas[name].parse(body) as Asked<K>))
  }
  for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) add(name, routes[name])
  return (name, body) => {
    const run = runners.get(name)
    if (run === undefined) throw new Impossible(`the control interface knows no "${name}"`)
    return run(body)
  }
}
