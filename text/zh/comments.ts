import type { Account } from "../../rules/account.ts"
import type { Source } from "../../rules/owed.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"

type Named = Pick<Account, "platform" | "name">

/** Whether people can write to an account. */
export const comments = {
  states: { open: "开启", shut: "关闭" },
  commands: {
    comments: {
      title: "登记评论留言开关",
      aliases: ["评论开关", "关闭评论"],
      fields: {
        account: { label: "账号", ask: "哪个账号？", example: "示例县发布" },
        state: { label: "状态", ask: "评论、留言、私信现在是开启还是关闭？", example: "关闭" },
        reason: { label: "理由", ask: "为什么关闭？不要写个人信息。", example: "平台升级" },
      },
    },
  },
  already: (it: Named, open: boolean) =>
    `${quota.named(it)}的评论留言本来就是${open ? "开启" : "关闭"}的，没有变化。`,
  found: (reason: string | null) => `评论、留言或私信已关闭${reason === null ? "" : `（${reason}）`}`,
  opened: (it: Named) => `✅ ${quota.named(it)}：评论留言已开启。原来的问题请照常提交整改。`,
  shut: (it: Named) => `✅ ${quota.named(it)}：评论留言已关闭，已登记。`,
  allowed: (it: Named, sources: readonly Source[]) =>
    `✅ ${quota.named(it)}：经您同意关闭评论留言，理由已登记（${sources.map(cited.cite).join("、")}原则上要求开启）。`,
  breached: (it: Named, number: string, sources: readonly Source[]) =>
    `⚠️ ${quota.named(it)}：评论留言已关闭。${sources.map(cited.cite).join("、")}原则上要求一直开启，没有分管领导同意，已记为检查问题 ${number}。请尽快开启；确需关闭的，请分管领导发 /comments 登记理由。`,
}
