import type { Driven } from "../interface.ts"
import { Impossible } from "../world/impossible.ts"
import { withIds, type WithIds } from "./calling.ts"
import { type Asked, schemas } from "./schemas.ts"

type Routes = { readonly [K in keyof typeof schemas]: (asked: WithIds<Asked<K>>) => unknown }

/** What each act of the control interface does. */
const routesOf = (playground: Driven): Routes => ({
  say: ({ file, ...saying }) => {
    const content =
      file && (file.base64 === undefined ? (file.size ?? 0) : Buffer.from(file.base64, "base64"))
    const upload = file && content !== undefined ? { name: file.name, content } : undefined
    return { message: playground.say({ ...saying, file: upload }) }
  },
  edit: (change) => playground.edit(change),
  forward: (way) => ({ message: playground.forward(way) }),
  press: (pressed) => playground.press(pressed),
  openLink: (open) => ({ message: playground.openLink(open) }),
  erase: (way) => playground.erase(way),
  openPage: (open) => ({ url: playground.openPage(open) }),
  channelPost: (post) => ({ message: playground.channelPost(post) }),
  join: (way) => playground.join(way),
  leave: (way) => playground.leave(way),
  addBot: (way) => playground.addBot(way),
  kickBot: (way) => playground.kickBot(way),
  promote: (way) => playground.promote(way),
  block: ({ who }) => playground.block(who),
  unblock: ({ who }) => playground.unblock(who),
  deactivate: ({ who, deactivated }) => playground.deactivate(who, deactivated),
  migrate: (way) => ({ chat: playground.migrate(way) }),
  openTopic: (way) => ({ topic: playground.openTopic(way) }),
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
})

/** Carries out one act; the body is checked first. */
export const createActs = (playground: Driven): ((name: string, body: unknown) => unknown) => {
  const routes = routesOf(playground)
  const ids = withIds(playground)
  const runners = new Map<string, (body: unknown) => unknown>()
  const add = <K extends keyof typeof schemas>(name: K, route: Routes[K]): void => {
    runners.set(name, (body) => route(ids(schemas[name].parse(body) as Asked<K>)))
  }
  for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) add(name, routes[name])
  return (name, body) => {
    const run = runners.get(name)
    if (run === undefined) throw new Impossible(`the control interface knows no "${name}"`)
    return run(body)
  }
}
