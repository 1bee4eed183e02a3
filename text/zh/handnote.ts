import type { Handnote, Line } from "../../rules/handnote.ts"
import { formatQuantityInChinese, type Quantity } from "../../rules/quantity.ts"
import type { Layer } from "../../rules/roster.ts"
import { cited } from "./cited.ts"
import { layers } from "./layers.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

interface Turn {
  readonly unit: string
  readonly name: string
  readonly from: number
  readonly to: number
}

const listed = (lines: readonly Line[]): string => lines.map(cited.says).join("、")

/** `一切正常（更新、舆情、留言）`, or what there is to know. */
const content = ({ lines, about, said }: Handnote): string => {
  if (said === null) return lines.length === 0 ? "一切正常" : `一切正常（${listed(lines)}）`
  const [told, quiet] = [
    lines.filter(({ id }) => about.includes(id)),
    lines.filter(({ id }) => !about.includes(id)),
  ]
  return `${told.length === 0 ? "" : `${listed(told)}：`}${said}${quiet.length === 0 || told.length === 0 ? "" : `；${listed(quiet)}正常`}`
}

const as = ({ layer }: { readonly layer: Layer }): string => (layer === "duty" ? "" : `（${layers[layer]}）`)

/** What whoever goes off duty leaves to whoever comes on. */
export const handnote = {
  commands: {
    handnote: {
      title: "交班说明",
      aliases: ["交班"],
      fields: {
        shift: { label: "班次", ask: "哪一班？", example: "" },
        say: { label: "情况", ask: "这一班情况怎么样？", example: "一切正常" },
        which: { label: "哪几项", ask: "哪几项有事要交代？", example: "舆情" },
        note: {
          label: "说明",
          ask: "要下一班知道什么？请勿写个人隐私和密码。",
          example: "某小区停水的帖文已报宣传部，请继续关注",
        },
      },
    },
  },
  buttons: { fine: "一切正常", walked: "一切正常，今天已巡检", more: "有事要交代" },
  button: "交班说明",
  content,
  before: (name: string, note: Handnote | null) =>
    `上一班（${name}）交班：${note === null ? "还没有说明" : content(note)}`,
  open: (number: string, name: string | null) =>
    `未了的突发情况：${number}（${name === null ? "还没有人接" : `${name}在处理`}），发 /incidents 查看`,
  asks: (it: Turn, lines: readonly Line[]) =>
    [
      `【请交班】${it.unit}，${span(it)}`,
      `${listed(lines)}都正常的，点一下就好；有事的，写给下一班。只提醒这一次。`,
    ].join("\n"),
  left: (note: Handnote | null, it: Turn) =>
    [`✅ 已交班：${it.unit}，${span(it)}`, ...(note === null ? [] : [content(note)])].join("\n"),
  digest: {
    title: "值班情况：",
    noNote: (it: Turn) => `${it.unit}：${it.name} ${span(it)} 没有交班说明`,
    late: (it: Turn & { layer: Layer; inAt: number | null }) =>
      `${it.unit}：${it.name} ${span(it)}${as(it)} 晚签到，${when.instant(it.inAt ?? it.from)} 到岗`,
    absent: (it: Turn & { layer: Layer; cover: string | null; coveredAt: number | null }) =>
      it.layer !== "duty"
        ? `${it.unit}：${it.name} ${span(it)}${as(it)} 没有签到`
        : `${it.unit}：${it.name} ${span(it)} 缺岗，${it.cover === null ? "没有人顶班" : `${when.instant(it.coveredAt ?? it.to)} 起由${it.cover}顶班`}`,
  },
  noteMissing: "请写明要下一班知道什么。",
  noTurn: "您眼下没有要交的班。签到上岗后才能交班。",
  notYours: "这一班不是您的，要由本人交班。",
  tooLate: (within: Quantity) => `这一班结束已经超过${formatQuantityInChinese(within)}，不能再交班了。`,
}
