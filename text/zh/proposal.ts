import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"
import type { Named } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const accountField = { label: "账号", ask: "哪个账号？", example: "示例县发布" }

/** That an account has to be closed, and what its unit says to that. */
export const proposal = {
  buttons: { propose: "提请关停", inquire: "问单位", explain: "说明情况" },
  /** Several such cards may share a message: each button says which account it is for. */
  named: (label: string, it: Named) => `${label} ${platform[it.platform]}${it.name}`,
  commands: {
    inquire: {
      title: "问单位为何没有关停",
      aliases: [],
      fields: { account: { ...accountField, ask: "问哪个账号的情况？" } },
    },
    explain: {
      title: "说明账号情况",
      aliases: [],
      fields: {
        account: { ...accountField, ask: "说明哪个账号的情况？" },
        said: { label: "情况", ask: "这个账号打算怎么处理？", example: "已安排专人，本周内恢复更新" },
      },
    },
  },
  silent: (days: number, silence: "dormant" | "zombie") =>
    `已 ${days} 天没有更新，属于“${silence === "zombie" ? "僵尸" : "休眠"}”账号`,
  caused: (number: string) => `引发了重大舆情（应急 ${number}）`,
  proposed: (it: { account: Named; unit: string; says: string; due: Day | null; cited: readonly Source[] }) =>
    [
      `【建议关停】${it.unit}的${quota.named(it.account)}${it.says}，应当关停。`,
      `请${it.due === null ? "尽快" : `在${when.day(it.due)}前`}提请关停；可以先问单位的情况。`,
      `依据：${[...new Set(it.cited.map(cited.cite))].join("、")}`,
    ].join("\n"),
  notProposed: (it: Named) => `${quota.named(it)}现在没有要决定是否关停的事项。`,
  nobodyToAsk: (unit: string) =>
    `“${unit}”没有别人可以问，这个账号和单位还没有负责的人。请先用 /invite 邀请或用 /appoint 指定。`,
  inquires: (it: { by: string; account: Named; unit: string; says: string }) =>
    [
      `【请说明情况】${it.by}询问：${it.unit}的${quota.named(it.account)}${it.says}，按规定应当关停。`,
      "请说明打算怎么处理；要保留的，请恢复更新并登记。",
    ].join("\n"),
  group: (title: string) => `工作群“${title}”`,
  inquired: (it: Named, asked: readonly string[]) =>
    `已就${quota.named(it)}问了${asked.join("、")}，有答复就转告。关停期限照旧。`,
  explained: (it: { by: string; account: Named; said: string }) =>
    `【单位说明】${it.by}（${quota.named(it.account)}）：${it.said}`,
  explanationSent: (it: Named) => `已转告主管单位：${quota.named(it)}的情况说明。`,
}
