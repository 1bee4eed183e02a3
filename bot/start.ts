import { rm } from "node:fs/promises"
import { join } from "node:path"
import { createPlayground } from "../playground/playground.ts"
import { cast } from "./county.ts"
import { setUpStages } from "./stages.ts"
import { inWords } from "./faults.ts"
import { type Running, start } from "./main.ts"
import { environment, readSettings, type Settings } from "./settings.ts"

/** Resolves once somebody asks the process to end; heard from the first moment, so that none is killed while it starts. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => resolve())
})

/** Ends the process once the bot has finished what was under way. */
const untilStopped = (running: Running, close: () => Promise<void>): void => {
  const stop = async (): Promise<void> => {
    try {
      await running.stop()
      await close()
    } finally {
      process.exit(0)
    }
  }
  void asked.then(stop)
  void running.broken.then((fault) => {
    console.error(`zhishou: ${inWords(fault)}`)
    process.exit(1)
  })
}

const play = async (settings: Settings): Promise<void> => {
  const playground = await createPlayground({
    port: settings.PORT,
    people: [...cast.people],
    groups: [
      { ...cast.group, members: cast.people.map(({ id }) => id), admins: [1003], bot: "administrator" },
    ],
  })
  const folder = join(settings.DATA_DIR, "playground")
  // The phones begin anew with each start, and so does what was said to them.
  await rm(folder, { recursive: true, force: true })
  const running = await start(
    {
      ...settings,
      DATA_DIR: folder,
      TELEGRAM_TOKEN: playground.token,
      TELEGRAM_API_ROOT: playground.apiRoot,
      HTTP_PORT: settings.HTTP_PORT ?? 0,
    },
    { now: () => playground.clock.now(), prepare: setUpStages },
  )
  playground.watch(running)
  playground.offer(running.page)
  playground.clock.onChange(() => running.wake())
  // Whoever looks for the first time is greeted, with the one big button.
  for (const { id } of cast.people) playground.say({ who: id, text: "/start" })
  untilStopped(running, () => playground.close())
  console.log(`值守试玩 / Zhishou playground: ${playground.url}`)
}

const work = async (settings: Settings): Promise<void> => {
  const running = await start(settings)
  untilStopped(running, () => Promise.resolve())
  if (running.claimLink !== null)
    console.log(
      `请打开此链接成为管理员（只能用一次）/ Open this link to become the administrator (once): ${running.claimLink}`,
    )
}

try {
  const settings = readSettings(environment())
  await (settings.TELEGRAM_TOKEN === null ? play(settings) : work(settings))
} catch (fault) {
  console.error(`zhishou: ${inWords(fault)}`)
  process.exit(1)
}
