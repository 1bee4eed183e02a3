import type { Scope, TokenStanding } from "../../rules/token.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import * as when from "./when.ts"

const scopes: Record<Scope, string> = {
  "posts.write": "登记更新",
  "findings.write": "登记检查问题",
  "cases.write": "登记公众留言",
  "obligations.read": "读取事项",
  "accounts.read": "读取账号",
  "inspect.read": "读取检查结论",
  "duty.read": "读取值班",
}

interface Listed {
  readonly name: string
  readonly unit: string
  readonly scopes: readonly Scope[]
  readonly by: string | null
  readonly until: Instant
  readonly usedAt: Instant | null
  readonly standing: TokenStanding
}

const use = (it: Listed): string => {
  if (it.standing === "hidden") return "还没有取走"
  return it.usedAt === null ? "还没有用过" : `最近使用 ${when.instant(it.usedAt)}`
}

const line = (it: Listed): string =>
  [
    `· “${it.name}”（${it.unit}）：${it.scopes.map((scope) => scopes[scope]).join("、")}`,
    `　${it.by === null ? "" : `${it.by}登记；`}有效至 ${when.fullDay(dayOf(it.until))}；${use(it)}`,
  ].join("\n")

/** Tokens with which programs of an office are let in. */
export const token = {
  commands: {
    token: {
      title: "登记一个接口令牌",
      aliases: ["令牌", "接口令牌"],
      fields: {
        name: { label: "名称", ask: "给哪个系统用？请写一个名称。", example: "融媒体平台" },
        unit: {
          label: "单位",
          ask: "哪个单位？令牌只能用于这个单位和它的下级。",
          example: "示例县人民政府办公室",
        },
        scopes: { label: "权限", ask: "可以做哪些事？", example: "登记更新、读取事项" },
        lifetime: { label: "有效期", ask: "有效多久？", example: "90天" },
      },
    },
    tokens: {
      title: "查看和撤销接口令牌",
      aliases: ["令牌列表"],
      fields: { revoke: { label: "撤销", ask: "撤销哪一个？", example: "" } },
    },
  },
  scopes,
  lifetimes: { "30": "30天", "90": "90天", "365": "365天" },
  buttons: { revoke: (name: string) => `撤销“${name}”`, all: "查看全部令牌" },
  issued: (it: { name: string; unit: string; until: Instant; link: string; minutes: number }) =>
    [
      `✅ 已登记令牌“${it.name}”（${it.unit}），有效至 ${when.fullDay(dayOf(it.until))}。`,
      `请在 ${it.minutes} 分钟内打开这个链接取走令牌，只显示一次：`,
      it.link,
      "令牌等同于钥匙：请直接存进要用它的系统，不要发到任何群里。本对话和系统里都不保存令牌本身。",
    ].join("\n"),
  none: "现在没有接口令牌。用 /token 可以登记一个。",
  list: (listed: readonly Listed[]) =>
    [
      `接口令牌（${listed.length} 个）：`,
      ...firstLines(listed.map(line), MOST_LINES, (hidden) => `……还有 ${hidden} 个`),
    ].join("\n"),
  revoked: (name: string) => `✅ 令牌“${name}”已撤销，立即失效。`,
  alreadyRevoked: (name: string) => `令牌“${name}”早已撤销。`,
  gone: "没有这个令牌，或者它不归您管。发 /tokens 可以查看。",
  tooMany: (unit: string, most: number) => `“${unit}”已有 ${most} 个令牌，请先用 /tokens 撤销不用的。`,
  off: "接口还没有开通。请管理员设置 HTTP_URL（对外地址）或 HTTP_PORT 后再试。",
  page: {
    lang: "zh-CN",
    title: "取走接口令牌",
    of: (name: string) => `令牌“${name}”`,
    once: "令牌只显示一次。准备好存放的地方，再按下面的按钮。",
    show: "显示令牌",
    keep: "请现在就存进要用它的系统。关掉这一页后无法再次查看；丢失时请撤销并重新登记。",
    gone: "这个链接已经用过、已经过期，或者不存在。请在机器人私聊里用 /token 重新登记。",
  },
}
