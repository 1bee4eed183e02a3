import type { Duty } from "../../rules/duty.ts"
import { obligation } from "./obligation.ts"

const origins = { website: "网站发布", policy: "政策出台" }

/** What came out elsewhere, and is to come out on one's own accounts too. */
export const sync = {
  origins,
  commands: {
    sync: {
      title: "登记要与网站、政策同步的信息",
      aliases: ["同步任务", "同步"],
      fields: {
        origin: { label: "来源", ask: "是哪一类信息？", example: "网站发布" },
        account: { label: "账号", ask: "要在哪些账号上同步？", example: "示例县发布" },
        title: { label: "标题", ask: "信息的标题是什么？", example: "关于做好防汛工作的通知" },
        at: { label: "发布时间", ask: "对方什么时候发布的？期限从那时算起。", example: "今天 9:30" },
        link: { label: "链接", ask: "原文链接是什么？没有就跳过。", example: "https://example.org/a" },
      },
    },
  },
  begun: (origin: keyof typeof origins, due: readonly Duty[]) =>
    due.length === 0
      ? `本单位适用的规章没有要求这些账号同步“${origins[origin]}”的信息，没有建立任务。`
      : [
          `已登记（${origins[origin]}）：`,
          ...due.map(obligation.line),
          ...obligation.rules(due),
          "发布后请用 /done 附上链接办结。",
        ].join("\n"),
}
