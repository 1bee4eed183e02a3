import type { Source } from "../../rules/owed.ts"
import { isDecision, type Talk, type TalkKind } from "../../rules/talk.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

interface Shown {
  readonly it: Talk
  readonly unit: string
  readonly by: string
  readonly sources: readonly Source[]
}

const kinds: Record<TalkKind, string> = {
  interview: "约谈",
  notice: "通报",
  online: "在线访谈",
  conference: "新闻发布会",
  explanation: "微解读",
}

const line = ({ it, unit }: Shown): string =>
  `${when.fullDay(it.on)} ${kinds[it.kind]}：${it.whom === null ? "" : `${it.whom}，`}${it.what}（${unit}）${it.link === null ? "" : `\n　${it.link}`}`

/** Notices and interviews after grave problems, and events about policies. */
export const talk = {
  kinds,
  commands: {
    talk: {
      title: "登记约谈通报、访谈发布会",
      aliases: ["约谈", "访谈", "发布会"],
      fields: {
        kind: { label: "形式", ask: "哪一种？", example: "约谈" },
        unit: { label: "单位", ask: "哪个单位的？", example: "示例县教育局" },
        on: { label: "日期", ask: "哪天？", example: "今天" },
        whom: { label: "对象", ask: "约谈（通报）了谁？写职务或姓名。", example: "示例县教育局分管领导" },
        what: { label: "事由", ask: "什么原因？访谈、发布会写政策名称。", example: "连续两月缺更" },
        link: { label: "链接", ask: "有链接吗？没有就跳过。", example: "https://example.org/a" },
      },
    },
    talks: { title: "查看约谈、访谈记录", aliases: ["约谈记录", "访谈记录"], fields: {} },
    untalk: {
      title: "撤回一条记录",
      aliases: [],
      fields: { talk: { label: "记录", ask: "哪一条？", example: "" } },
    },
  },
  remove: "登记错了，撤回",
  noted: (shown: Shown) =>
    [
      `✅ 已记录：${line(shown)}`,
      ...(shown.sources.length === 0
        ? []
        : [`依据 ${[...new Set(shown.sources.map(cited.cite))].join("、")}`]),
      ...(isDecision(shown.it.kind) ? ["这里只作记录，决定以文件为准。"] : []),
    ].join("\n"),
  removed: (shown: Shown) => `➖ 已撤回：${line(shown)}`,
  list: (its: readonly Shown[]) =>
    [
      "【约谈通报、访谈发布会】",
      ...(its.length === 0 ? ["还没有记录。"] : its.map((it) => `· ${line(it)}`)),
    ].join("\n"),
  gone: "这条记录已经不在了。",
  notYours: (hours: number) => `只有登记人在 ${hours} 小时内可以撤回。`,
}
