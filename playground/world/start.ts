import { createClock } from "../clock.ts"
import type { StartSettings } from "../settings.ts"
import { createFiles } from "./files.ts"
import { Impossible } from "./impossible.ts"
import { createMenu } from "./menu.ts"
import { createQueries } from "./queries.ts"
import { createQueue } from "./queue.ts"
import type { Chat, Status, User } from "./shapes.ts"
import { createRoom, type Person, type Room, type World } from "./world.ts"

type PersonAtStart = StartSettings["people"][number]
type GroupAtStart = StartSettings["groups"][number]

const personFrom = ({
  id,
  name,
  username,
  label,
  phone,
  language,
  started,
  isBot,
}: PersonAtStart): Person => {
  const user: User = {
    id,
    is_bot: isBot,
    first_name: name,
    ...(username === undefined ? {} : { username }),
    language_code: language,
  }
  return { user, label, phone: phone ?? null, started, blocked: false, deactivated: false }
}

const roomFrom = (
  { id, title, kind, members, admins, bot, topics }: GroupAtStart,
  people: World["people"],
): Room => {
  const chat: Chat = { id, type: kind, title, ...(topics === undefined ? {} : { is_forum: true }) }
  const statuses: (readonly [number, Status])[] = [
    ...members.map((member) => [member, "member"] as const),
    ...admins.map((admin) => [admin, "administrator"] as const),
  ]
  const stranger = statuses.find(([member]) => !people.has(member))
  if (stranger !== undefined)
    throw new Impossible(`${title} has a member ${String(stranger[0])} who is nobody`)
  const room = createRoom(chat, statuses, bot)
  room.otherBots = statuses.filter(([member]) => people.get(member)?.user.is_bot === true).length
  for (const topic of topics ?? []) room.topics.set(++room.nextId, topic)
  if (topics !== undefined) room.nextId += 1
  return room
}

/** Tenths of a second since 2026: a bot that remembers the ids of an earlier playground meets no id twice. */
const unusedUpdateId = (): number => 100_000_000 + Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 100)

/** The world as the settings describe it. */
export const createWorld = (settings: StartSettings): World => {
  const people = new Map(settings.people.map((person) => [person.id, personFrom(person)]))
  const rooms = new Map(settings.groups.map((group) => [group.id, roomFrom(group, people)]))
  return {
    clock: createClock(settings.clock),
    bot: {
      id: Number(settings.token.split(":")[0]),
      is_bot: true,
      first_name: settings.bot.name,
      username: settings.bot.username,
    },
    token: settings.token,
    page: null,
    privacy: settings.privacy,
    people,
    rooms,
    queue: createQueue(settings.firstUpdateId ?? unusedUpdateId()),
    files: createFiles(),
    menu: createMenu(),
    queries: createQueries(settings.queryLifetime),
    doings: [],
    doingCount: 0,
    watchers: new Set(),
  }
}
