import { group, li, wang, type World, zhang, zhao } from "../world.ts"

const columns = "序号,账号名称,平台,主办单位,密码保管人"
const csv = (...lines: readonly string[]) => Buffer.from(lines.join("\r\n"))

/** One way in which people give passwords away; the bot has to hear of it. */
type Way = (w: World, password: string) => Promise<unknown>

const edited: Way = async (w, password) => {
  const message = await w.say(zhang, "今天的更新已经发了", { in: group })
  w.playground.edit({ who: zhang, chat: group, message, text: `微博密码是${password}` })
  await w.playground.settled()
}

const editedInPrivate: Way = async (w, password) => {
  const message = await w.say(li, "今天的更新已经发了")
  w.playground.edit({ who: li, message, text: `密码：${password}` })
  await w.playground.settled()
}

const forwarded: Way = async (w, password) => {
  // Passed on before the bot has seen it.
  const message = w.playground.say({ who: zhao, chat: group, text: `账号 longzihu 密码 ${password}` })
  w.playground.forward({ who: li, from: group, message, to: li })
  await w.playground.settled()
}

const answeredInGroup: Way = async (w, password) => {
  await w.say(wang, "/newunit", { in: group })
  const card = w.playground.transcript({ chat: group }).at(-1)
  await w.say(wang, `密码 ${password}`, { in: group, ...(card ? { replyTo: card.id } : {}) })
}

/** Every way, by name. */
export const ways: Readonly<Record<string, Way>> = {
  "in private": (w, password) => w.say(zhang, `密码：${password}`),
  "in private, alone": (w, password) => w.say(zhang, password),
  "in private, by the leader": (w, password) => w.say(li, `Password: ${password}`),
  "in the group": (w, password) => w.say(zhang, `大家用这个登录，口令是 ${password}，别外传`, { in: group }),
  "in the group, alone": (w, password) => w.say(li, password, { in: group }),
  "in the group, anonymously": (w, password) =>
    w.say(wang, `新密码改为${password}`, { in: group, anonymous: true }),
  "by somebody who is not enrolled": (w, password) => w.say(zhao, `pwd=${password}`),
  "by somebody who is not enrolled, in the group": (w, password) =>
    w.say(zhao, `密码“${password}”`, { in: group }),
  "under a file": (w, password) => w.send(zhang, "说明.pdf", 10, `账号 wb 密码 ${password}`),
  "as the name of a file": (w, password) => w.send(zhang, `台账 密码 ${password}.xlsx`, 10),
  edited: edited,
  "edited in private": editedInPrivate,
  forwarded: forwarded,
  "as an answer": async (w, password) => {
    await w.say(zhang, "/newunit")
    await w.say(zhang, password)
  },
  "as an answer in the group": answeredInGroup,
  "to /post": (w, password) => w.say(zhang, `/post ${password}`),
  "to /post in the group": (w, password) => w.say(zhang, `/post@zhishou_bot ${password}`, { in: group }),
  "to /register": (w, password) => w.say(zhang, `/register\n平台：微博\n名称：${password}`),
  "to /edit": (w, password) => w.say(zhang, `/edit 示例县发布 名称 ${password}`),
  "to /newunit": (w, password) => w.say(wang, `/newunit ${password}`),
  "to /password": (w, password) => w.say(zhang, `/password 微博示例县发布 今天 ${password}`),
  "instead of its length": async (w, password) => {
    await w.say(zhang, "/password 微博示例县发布 今天")
    await w.say(zhang, password)
  },
  "as a command": (w, password) => w.say(zhang, `/${password}`),
  "to another bot": (w, password) => w.say(zhang, `/login@other_bot 密码 ${password}`, { in: group }),
  "behind /start": (w, password) => w.say(zhao, `/start 密码：${password}`),
  "in a link": (w, password) => w.say(zhang, `https://example.gov.cn/login?user=a&pwd=${password}`),
  "in a column of a ledger": (w, password) =>
    w.send(zhang, "台账.csv", csv(`${columns},登录密码`, `1,示例体育,微博,示例县教育局,张敏,"${password}"`)),
  "in a cell of a ledger": (w, password) =>
    w.send(zhang, "台账.csv", csv(columns, `1,"示例体育 密码 ${password}",微博,示例县教育局,张敏`)),
  "in the heading of a ledger": (w, password) =>
    w.send(zhang, "台账.csv", csv(`${columns},"密码：${password}"`, "1,示例体育,微博,示例县教育局,张敏")),
  "in a ledger of somebody who may take none in": (w, password) =>
    w.send(li, "台账.csv", csv(`${columns},密码`, `1,示例体育,微博,示例县教育局,张敏,"${password}"`)),
  "in a ledger for the group": async (w, password) => {
    const content = csv("账号,密码", `示例县发布,"${password}"`)
    w.playground.say({ who: zhang, chat: group, file: { name: "名单.csv", content } })
    await w.playground.settled()
  },
}
