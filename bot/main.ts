import { randomBytes } from "node:crypto"
import { commands } from "../commands/index.ts"
import type { Instant } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import * as calendars from "../services/calendar.ts"
import * as downtime from "../services/downtime.ts"
import * as hookcalls from "../services/hookcalls.ts"
import { jobs } from "../services/jobs.ts"
import * as moves from "../services/moves.ts"
import * as setback from "../services/setback.ts"
import * as watch from "../services/watch.ts"
import * as rulebooks from "../services/rulebooks.ts"
import { isBegun, openFile } from "../storage/file.ts"
import { openMemory } from "../storage/memory.ts"
import { languages } from "../text/index.ts"
import { openAlarm } from "./alarm.ts"
import { claim } from "./claim.ts"
import type { Given, Running } from "./given.ts"
import { beat, openHeart } from "./heart.ts"
import { openHeartbeat, tellFailure } from "./heartbeat.ts"
import { keepHolidays } from "./holidays.ts"
import { feedPath } from "./http/feed.ts"
import { openMeter } from "./http/meter.ts"
import { oncePath } from "./http/once.ts"
import { mayCall } from "./http/outside.ts"
import { pageAddress } from "./http/page.ts"
import { type Http, openHttp } from "./http/server.ts"
import { openTeller } from "./http/teller.ts"
import { reached } from "./reached.ts"
import { type Log, openLog, reporter } from "./log.ts"
import { menu } from "./menu.ts"
import { openMessenger } from "./messengers/index.ts"
import { router } from "./router.ts"
import type { Room } from "./scene.ts"
import { openSender } from "./sender.ts"
import type { Settings } from "./settings.ts"
import * as shipped from "./shipped.ts"

export type { Given, Running } from "./given.ts"

const LETTERS = "23456789abcdefghijkmnpqrstuvwxyz"
const ID_LENGTH = 12
const REFERENCE_LENGTH = 6

/** Asking for many at once costs as much as asking for a few. */
const DRAWN_AT_ONCE = 4096
let drawn = randomBytes(0)

/** Twelve letters and digits, none of them easily mistaken for another. */
const randomId = (): string => {
  if (drawn.length < ID_LENGTH) drawn = randomBytes(DRAWN_AT_ONCE)
  let id = ""
  for (const byte of drawn.subarray(0, ID_LENGTH)) id += LETTERS[byte % LETTERS.length] ?? ""
  drawn = drawn.subarray(ID_LENGTH)
  return id
}

/** The store with what the files say of rulebooks and holidays, and all that works on it. */
interface Opened {
  readonly app: App
  readonly log: Log
  readonly broken: Promise<Error>
  readonly breakOff: (fault: Error) => void
}

/** The time of day, for tools that open no store. */
export const wallClock = (): Instant => Date.now()

/** Opens the store; a wrong rulebook or a damaged journal throws, and nothing has changed. */
export const openApp = async (settings: Settings, given: Partial<Given> = {}): Promise<Opened> => {
  const secrets = [
    settings.TELEGRAM_TOKEN,
    settings.WEBHOOK_SECRET,
    settings.HEARTBEAT_URL,
    settings.METRICS_TOKEN,
    settings.EVENTS_KEY,
  ].filter((secret) => secret !== null)
  const log = given.log ?? openLog({ level: settings.LOG_LEVEL, secrets })
  const now = given.now ?? wallClock
  const newId = given.newId ?? randomId
  const text = languages[settings.LANGUAGE]
  const books = shipped.rulebooks(settings.DATA_DIR, text)

  let breakOff: (fault: Error) => void = () => undefined
  const broken = new Promise<Error>((resolve) => (breakOff = resolve))
  const usual = given.keeps === false && !isBegun(settings.DATA_DIR) ? openNothing : openFolder
  const store = await (given.open ?? usual(settings.DATA_DIR))(log, breakOff, now)
  const report = reporter(log, () => newId().slice(-REFERENCE_LENGTH))
  const app: App = { store, now, newId, text, report, ending: hookcalls.note }
  try {
    await act(app, { by: "setup", why: "calendar" }, async (turn) =>
      moves.afterLoading(turn, await calendars.loadMissing(turn, shipped.shippedYears())),
    )
    await keepHolidays(app, settings.DATA_DIR)
    await act(app, { by: "setup", why: "rulebooks" }, async (turn) => {
      const changed = await rulebooks.load(turn, books)
      if (changed.length > 0) await watch.all(turn)
    })
    return { app, log, broken, breakOff }
  } catch (fault) {
    await store.close()
    throw fault
  }
}

/** Starts the bot; a wrong setting, a damaged store or a refused token throws one clear line. */
export const start = async (settings: Settings, given: Partial<Given> = {}): Promise<Running> => {
  const opened = await openApp(settings, given).catch(async (fault: unknown) => {
    await tellFailure(settings.HEARTBEAT_URL, { warn: () => undefined })
    throw fault
  })
  const { app, log } = opened
  try {
    await given.prepare?.(app)
    await act(app, { by: "setup", why: "setback" }, (turn) => setback.putRight(turn))
    await act(app, { by: "setup", why: "downtime" }, (turn) => downtime.confess(turn))
    const { limits = {}, ticking = true, host = null } = given
    return await run(opened, settings, { limits, ticking, host })
  } catch (fault) {
    await tellFailure(settings.HEARTBEAT_URL, log)
    await app.store.close()
    throw fault
  }
}

const openFolder =
  (folder: string): Given["open"] =>
  (log, fatal, now) =>
    openFile({ folder, now, notice: (text) => log.warn(text), fatal, watched: false })

const openNothing = (): Given["open"] => (_log, _fatal, now) => openMemory({ now })

const run = async (
  { app, log, broken, breakOff }: Opened,
  settings: Settings,
  { limits, ticking, host }: Pick<Given, "limits" | "ticking" | "host">,
): Promise<Running> => {
  const messenger = await openMessenger({ settings, host, log, fatal: (line) => breakOff(new Error(line)) })
  const self = await reached(() => messenger.self(), log)
  let http: Http | null = null
  const { EVENTS_KEY: key } = settings
  const allowsInside = settings.EVENTS_INSIDE === "yes"
  const room: Room = {
    commands,
    deepLink: (code) => messenger.deepLink(code),
    hearsGroups: () => self.hearsGroups,
    feedLink: (code) => http?.url(feedPath(code)) ?? null,
    mayCall: key === null ? null : (url) => mayCall(url, allowsInside),
    onceLink: (code) => http?.address(oncePath(code)) ?? null,
    pageLink: () => pageAddress(settings, http?.port ?? null),
    depart: (turn) => sender.depart(turn),
    shared: host !== null,
  }
  const receive = router(app, room)
  const meter = openMeter(app, settings.DATA_DIR)
  const sender = openSender(app, messenger, {
    limits: {
      perSecond: settings.MESSAGES_PER_SECOND,
      perGroupMinute: settings.MESSAGES_PER_GROUP_MINUTE,
      ...limits,
    },
    alarm: (at) => alarm.set(ticking ? at : null),
  })
  const alarm = openAlarm(app.now, () => sender.wake())
  const heart = openHeart(app, jobs, {
    alarm: (at) => heartAlarm.set(ticking ? at : null),
  })
  const heartAlarm = openAlarm(app.now, () => heart.wake())
  await reached(() => messenger.menu(menu(app.text), null), log)
  const claimLink = await claim(app, (code) => messenger.deepLink(code))
  // The last that may fail: nothing is left open behind it.
  http = await openHttp({ app, settings, room, pulse: heart, meter })
  const teller = openTeller(app, {
    key,
    allowsInside,
    alarm: (at) => tellerAlarm.set(ticking ? at : null),
  })
  const tellerAlarm = openAlarm(app.now, () => teller.wake())
  messenger.start(meter.counted(receive))
  const heartbeat = openHeartbeat(app, settings.HEARTBEAT_URL, log)
  let seen = app.now()
  const stopBeating = ticking
    ? beat(async () => {
        if (app.now() < seen)
          await act(app, { by: "clock", why: "setback" }, (turn) => setback.putRight(turn))
        seen = app.now()
        await keepHolidays(app, settings.DATA_DIR)
        heart.wake()
        sender.wake()
        await heartbeat.tick()
      })
    : () => undefined
  if (ticking) heart.wake()
  log.info({ bot: self.username, hearsGroups: self.hearsGroups }, "on watch")

  const settle = async (): Promise<void> => {
    await heart.settle()
    await teller.settle()
    await sender.settle()
  }
  return {
    app,
    claimLink,
    broken: broken.then(async (fault) => {
      await heartbeat.fail()
      return fault
    }),
    settle,
    nextDue: async () => soonest(await heart.nextDue(), await teller.nextDue(), await sender.nextDue()),
    wake: () => {
      heart.wake()
      teller.wake()
      sender.wake()
    },
    httpPort: http?.port ?? null,
    page: pageAddress(settings, http?.port ?? null),
    stop: async () => {
      stopBeating()
      heartbeat.stop()
      await http?.close()
      alarm.set(null)
      await messenger.stop()
      await heart.stop()
      await teller.stop()
      await sender.stop()
      if (ticking) await heartbeat.last()
      await app.store.close()
    },
  }
}

const soonest = (...instants: readonly (Instant | null)[]): Instant | null => {
  const known = instants.filter((instant) => instant !== null)
  return known.length === 0 ? null : Math.min(...known)
}
