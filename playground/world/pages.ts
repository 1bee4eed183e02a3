import { createHmac } from "node:crypto"
import { Impossible } from "./impossible.ts"
import { nowInSeconds, type Person, type World } from "./world.ts"

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest()

/** What Telegram tells a page about whoever opened it, signed so that only it can have said so. */
const initDataOf = (world: World, { user }: Person): string => {
  const { id, first_name, last_name, username, language_code } = user
  const fields = {
    auth_date: String(nowInSeconds(world)),
    query_id: `AAE${String(id)}`,
    user: JSON.stringify({ id, first_name, last_name, username, language_code, allows_write_to_pm: true }),
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  const hash = hmac(hmac("WebAppData", world.token), lines.sort().join("\n")).toString("hex")
  return new URLSearchParams({ ...fields, hash }).toString()
}

/** The address under which Telegram opens a page of the bot for somebody: behind the `#` it says who that is. */
export const opened = (world: World, person: Person, page: string): string => {
  if (person.deactivated) throw new Impossible(`${person.user.first_name} has deleted the account`)
  const said = new URLSearchParams({
    tgWebAppData: initDataOf(world, person),
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "weba",
  })
  return `${page}#${said.toString()}`
}
