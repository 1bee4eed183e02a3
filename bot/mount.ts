import { introduce } from "./hosts.ts"
import { start } from "./main.ts"
import type { mount as declared } from "./mounting.d.ts"
import { readSettings } from "./settings.ts"

export const mount: typeof declared = async (bot, { commands = [], updates = [], settings = {} } = {}) => {
  const { library, token, apiRoot, meet, hear } = introduce(bot)
  const read = readSettings({
    TELEGRAM_API_ROOT: apiRoot,
    ...process.env,
    ...settings,
    TELEGRAM_TOKEN: token,
    MESSENGER: library,
  })
  const running = await start(read, { host: { commands, updates, meet, hear } })
  return { claimLink: running.claimLink, broken: running.broken, stop: () => running.stop() }
}
