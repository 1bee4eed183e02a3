import type { Account } from "../../rules/account.ts"
import type { Duty } from "../../rules/duty.ts"
import type { Instant } from "../../rules/time.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Named = Pick<Account, "platform" | "name">

/** What is said when an account or a device is out of one's hands. */
export const loss = {
  commands: {
    lost: {
      title: "报告登录设备丢失",
      aliases: ["设备丢失", "手机丢了"],
      fields: { person: { label: "人员", ask: "谁的登录设备丢了？", example: "张三" } },
    },
    hijacked: {
      title: "报告账号被盗或密码丢失",
      aliases: ["账号被盗", "被盗", "密码丢失"],
      fields: { account: { label: "账号", ask: "哪个账号被盗，或者密码丢了？", example: "示例县发布" } },
    },
  },
  reported: (accounts: readonly Named[], until: Instant | null) =>
    [
      `🚨 已记下，涉及 ${accounts.length} 个账号：${accounts.map(quota.named).join("、")}`,
      `${until === null ? "请马上换密码" : `请在 ${when.instant(until)} 前换好密码`}，换好后用 /password 登记。登不上的，请先向平台申诉找回；不要另开新号。`,
    ].join("\n"),
  /** What whoever has to act, and whoever answers for it, is told at once. */
  urgent: (it: Duty, until: Instant) =>
    [
      `🚨【马上办】${it.unit}：${obligation.named(it)}`,
      `请在 ${when.instant(until)} 前办好并登记。`,
      `依据 ${obligation.rests(it)}`,
    ].join("\n"),
  keepsNothing: (name: string) => `${name}没有保管账号密码，不用登记。`,
  reportedAlready: "已经有人报告过，时限照原来的算，请尽快换密码。",
}
