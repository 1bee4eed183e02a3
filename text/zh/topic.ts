import { dayOf } from "../../rules/time.ts"
import type { Importance, Topic, TopicKind } from "../../rules/topic.ts"
import * as when from "./when.ts"

const kinds: Record<TopicKind, string> = {
  livelihood: "民生诉求",
  policy: "政策反响",
  emergency: "突发事件",
  rumour: "不实信息",
  other: "其他",
}
const importances: Record<Importance, string> = { high: "重要", middle: "一般", low: "关注" }

const line = (it: Topic): string =>
  `· 【${importances[it.importance]}·${kinds[it.kind]}】${it.what}（${when.short(dayOf(it.at))}）${it.link === null ? "" : `\n　${it.link}`}`

/** What people talk about a lot. */
export const topic = {
  kinds,
  importances,
  commands: {
    topic: {
      title: "登记热点问题",
      aliases: ["热点", "登记热点"],
      fields: {
        unit: { label: "单位", ask: "登记到哪个单位？", example: "示例县教育局" },
        importance: { label: "重要程度", ask: "有多重要？", example: "重要" },
        kind: { label: "类型", ask: "属于哪一类？", example: "民生诉求" },
        what: { label: "内容", ask: "是什么事？请勿写群众的姓名和电话。", example: "城南供水水压低" },
        link: { label: "链接", ask: "有链接吗？没有就跳过。", example: "https://example.org/a" },
      },
    },
    topics: {
      title: "查看热点问题记录",
      aliases: ["热点记录"],
      fields: { unit: { label: "单位", ask: "哪个单位？", example: "示例县教育局" } },
    },
  },
  noted: (unit: string, it: Topic) => `✅ 已记入${unit}的热点问题：\n${line(it)}`,
  digest: (unit: string, its: readonly Topic[]) =>
    [`【热点问题周报】${unit}，${its.length} 条`, ...its.map(line)].join("\n"),
  passedOn: (count: number) => (count === 0 ? "本期没有登记热点问题" : `已转交热点问题 ${count} 条`),
  list: (unit: string, its: readonly (Topic & { readonly unit: string })[]) =>
    [
      `【热点问题】${unit}`,
      ...(its.length === 0 ? ["还没有记录。"] : []),
      ...its.map((it) => `${line(it)}　${it.unit}${it.passedAt === null ? "，还没有转交" : ""}`),
    ].join("\n"),
}
