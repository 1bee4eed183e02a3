import type { Hook, Topic } from "../../rules/hook.ts"
import type { Instant } from "../../rules/time.ts"
import * as when from "./when.ts"

const topics: Record<Topic, string> = {
  obligations: "事项到期和办结",
  incidents: "突发情况",
  posts: "登记的更新",
  findings: "检查问题",
}
const states: Record<Hook["state"], string> = { on: "启用", off: "已停用", failing: "因长期失败已停用" }

/** What follows the host may be a secret: it is not shown again. */
const host = (url: string): string => new URL(url).host

interface Listed extends Hook {
  readonly unit: string
  readonly waiting: number
}

/** What is told to programs outside. */
export const hook = {
  commands: {
    webhook: {
      title: "登记一个外发通知地址",
      aliases: ["外发通知"],
      fields: {
        url: { label: "地址", ask: "通知发到哪个地址？", example: "https://oa.example.gov.cn/hook" },
        unit: {
          label: "单位",
          ask: "哪个单位？它和下级单位的情况都会通知。",
          example: "示例县人民政府办公室",
        },
        topics: { label: "内容", ask: "通知哪些内容？", example: "突发情况、检查问题" },
      },
    },
    webhooks: {
      title: "查看和停用外发通知",
      aliases: ["外发通知列表"],
      fields: {
        hook: { label: "外发通知", ask: "哪一个？", example: "" },
        step: { label: "操作", ask: "要做什么？", example: "" },
      },
    },
  },
  topics,
  steps: { on: "启用", off: "停用", remove: "删除" },
  buttons: { on: "启用", off: "停用", remove: "删除", all: "查看全部外发通知" },
  nth: (label: string, nth: number) => `${label} ${nth}`,
  registered: (it: { unit: string; link: string; minutes: number }) =>
    [
      `✅ 已登记“${it.unit}”的外发通知。`,
      `每次通知都带签名。请在 ${it.minutes} 分钟内打开这个链接取走验签密钥，只显示一次：`,
      it.link,
    ].join("\n"),
  list: (listed: readonly Listed[]) =>
    [
      `外发通知（${listed.length} 个）：`,
      ...listed.map(
        (it, at) =>
          `${at + 1}. ${host(it.url)}（${it.unit}）：${it.topics.map((topic) => topics[topic]).join("、")}；${states[it.state]}${it.waiting === 0 ? "" : `；还有 ${it.waiting} 条没有送达`}`,
      ),
    ].join("\n"),
  none: "现在没有外发通知。用 /webhook 可以登记一个。",
  turned: {
    on: (url: string) => `✅ 发往 ${host(url)} 的通知已启用，没有送达的会接着发。`,
    off: (url: string) => `✅ 发往 ${host(url)} 的通知已停用。`,
  },
  removed: (url: string) => `✅ 发往 ${host(url)} 的通知已删除。`,
  givenUp: (it: { url: string; unit: string; since: Instant }) =>
    `⚠️ 发往 ${host(it.url)} 的通知（${it.unit}）从 ${when.instant(it.since)} 起一直失败，现已停用。修好后按下面的按钮启用，没有送达的会接着发。`,
  twice: "这个地址已经登记过了。发 /webhooks 可以查看。",
  tooMany: (unit: string, most: number) => `“${unit}”已有 ${most} 个外发通知，请先用 /webhooks 删除不用的。`,
  gone: "没有这个外发通知，或者它不归您管。发 /webhooks 可以查看。",
  unsafe: "这个地址不能用：要以 https:// 开头、不带账号和密码，也不能是内部网络的地址。",
  off: "外发通知还没有开通。请管理员设置 EVENTS_KEY（签名密钥）后再试。",
  page: {
    title: "取走验签密钥",
    once: "密钥只显示一次。准备好存放的地方，再按下面的按钮。",
    show: "显示密钥",
  },
}
