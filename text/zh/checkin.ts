import type { Checkin } from "../../rules/checkin.ts"
import { timeOf } from "../../rules/time.ts"
import { layers } from "./layers.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

interface Shown extends Checkin {
  readonly unit: string
  readonly name: string
  readonly cover: string | null
}

const stands = (it: Shown): string => {
  const until = it.until === null ? "" : timeOf(it.until)
  switch (it.state) {
    case "due":
    case "asked":
      return it.layer === "duty"
        ? `到岗后请点“我在岗”；${until} 还没有点，就要请别人顶班。`
        : `到岗后请点“我在岗”，${until} 前有效。`
    case "in":
      return `✅ ${timeOf(it.inAt ?? it.from)} 已签到，辛苦了。`
    case "late":
      return `☑️ ${timeOf(it.inAt ?? it.from)} 签到，晚于 ${until}。`
    case "absent":
      if (it.cover !== null) return `没有签到，${timeOf(it.coveredAt ?? it.to)} 起由${it.cover}顶班。`
      if (it.layer !== "duty") return it.over ? "没有签到。" : `${until} 前没有签到。到岗后请补点“我在岗”。`
      return it.over ? "没有签到。" : `🔴 ${until} 前没有签到，正在找人顶班。如果已经到岗，请马上点“我在岗”。`
    case "void":
      return "班次有变，这一班不用签到了。"
  }
}

/** Whoever is on duty need not be told as what. */
const as = ({ layer }: Pick<Shown, "layer">): string => (layer === "duty" ? "" : `（${layers[layer]}）`)

/** What whoever comes on duty is asked, and what follows when they do not come. */
export const checkin = {
  commands: {
    checkin: {
      title: "接班签到",
      aliases: ["签到", "我在岗"],
      fields: { shift: { label: "班次", ask: "哪一班？", example: "" } },
    },
    cover: {
      title: "顶班",
      aliases: [],
      fields: {
        shift: { label: "班次", ask: "哪一班？", example: "" },
        say: { label: "意见", ask: "能顶班吗？", example: "" },
      },
    },
  },
  buttons: { here: "我在岗", standIn: "我来顶班", notMe: "不行" },
  toast: "已签到",
  card: (it: Shown, before: readonly string[]) =>
    [`【接班签到】${it.unit}，${span(it)}${as(it)}`, stands(it), ...before].join("\n"),
  gap: (it: Shown, until: number) =>
    [
      `【请顶班】${it.unit}：${it.name}没有到岗`,
      `${span(it)}的班，到 ${timeOf(it.until ?? it.from)} 没有签到。您能从现在顶到 ${when.instant(until)} 吗？`,
    ].join("\n"),
  raised: (it: Shown, asked: readonly { readonly name: string; readonly no: boolean }[]) =>
    [
      `【缺岗】${it.unit}：现在没有人在岗`,
      `${it.name}${span(it)}的班，到 ${timeOf(it.until ?? it.from)} 没有签到。`,
      asked.length === 0
        ? "这一班没有能联系上的副班。"
        : asked.map(({ name, no }) => `已请${name}顶班：${no ? "不行" : "没有回应"}`).join("；") + "。",
      "请安排人到岗；您自己顶班的，点“我来顶班”。",
    ].join("\n"),
  nobodyLeads: (it: Shown) =>
    [
      `【缺岗】${it.unit}：现在没有人在岗，负责人也都联系不上`,
      `${it.name}${span(it)}的班，到 ${timeOf(it.until ?? it.from)} 没有签到。请看到的人马上安排到岗，并联系负责人。`,
    ].join("\n"),
  filled: (it: Shown) =>
    it.cover !== null
      ? `✅ ${it.unit}：${it.name}${span(it)}缺岗，已由${it.cover}从 ${timeOf(it.coveredAt ?? it.to)} 起顶班。`
      : it.inAt !== null
        ? `✅ ${it.unit}：${it.name}已于 ${timeOf(it.inAt)} 到岗，不用顶班了。`
        : `${it.unit}：${it.name}这一班已经结束，或另有安排。`,
  youCover: (it: Shown) => `✅ 您已顶${it.name}的班：${it.unit}，${span(it)}。不用另外签到。`,
  declined: (it: Shown) => `已记下：您不能顶${it.name}的班，接着请别人。`,
  nothing: "眼下没有要您签到的班。",
  notYours: (name: string) => `这一班是${name}的，要由本人签到。`,
  early: (it: Shown) => `${span(it)}的班，${when.instant(it.askAt)} 起才能签到。`,
  twice: (it: Shown) => `这一班您 ${timeOf(it.inAt ?? it.from)} 已经签到，不用再点。`,
  coveredAlready: (name: string) => `这一班已由${name}顶班。`,
  yoursAlready: "这一班已由您顶班，不用再点。",
  cameAfterAll: (name: string) => `${name}已经到岗，不用顶班了。`,
  closed: "这一班已经结束，或另有安排。",
  moved: (it: Shown) => `班次有变，${span(it)}这一班不用您签到了。`,
  notAsked: "这一班没有请您顶班。",
}
