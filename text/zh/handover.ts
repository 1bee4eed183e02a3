import type { DepartureKind } from "../../rules/departure.ts"
import type { Duty } from "../../rules/duty.ts"
import { type Item, items, type ShownHandover } from "../../rules/handover.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

export const kinds: Record<DepartureKind, string> = { resign: "离职", transfer: "调离", leave: "长假" }

const things: Record<Item, string> = {
  password: "密码已更换，原保管人不再掌握",
  phone: "管理员手机号已换绑",
  email: "绑定邮箱已更换",
  devices: "登录设备已移交或已退出登录",
  duties: "未办事项已经知悉",
}

const short: Record<Item, string> = {
  password: "密码",
  phone: "手机号",
  email: "邮箱",
  devices: "设备",
  duties: "未办事项",
}

const handoverField = { label: "交接", ask: "哪一项交接？", example: "抖音“示例县发布”" }

const who = ({ leaver, kind, lastOn }: ShownHandover): string =>
  `${leaver}${kinds[kind]}（最后一天 ${when.day(lastOn)}）`

export const account = (it: ShownHandover): string =>
  `· ${quota.named(it.account)}${it.duties.length === 0 ? "" : `（未办事项 ${it.duties.length} 项）`}`

const accounts = (all: readonly ShownHandover[]): readonly string[] =>
  firstLines(all.map(account), MOST_LINES, (count) => `另有 ${count} 个账号`)

export const open = (duties: readonly Duty[]): readonly string[] =>
  firstLines(duties.map(obligation.line), MOST_LINES, (count) => `另有 ${count} 项`)

/** A single account with everything to be looked at. */
const single = (it: ShownHandover): readonly string[] => [
  `${quota.named(it.account)}（${it.unit}）`,
  ...items.map((item) => `${it.ticked.includes(item) ? "☑" : "☐"} ${things[item]}`),
  ...(it.duties.length === 0 ? ["没有未办事项。"] : ["未办事项：", ...open(it.duties)]),
]

export const handover = {
  commands: {
    handover: {
      title: "接收、确认交接",
      aliases: ["交接", "办交接"],
      fields: {
        of: handoverField,
        say: { label: "操作", ask: "要做什么？", example: "" },
        reason: { label: "理由", ask: "哪里不对？接收人会看到。", example: "管理员手机号还没有换绑" },
      },
    },
    reassign: {
      title: "更换接收人",
      aliases: [],
      fields: {
        of: handoverField,
        person: { label: "接收人", ask: "改由谁接手？", example: "李国强" },
      },
    },
  },
  buttons: {
    receive: "全部无误，确认接收",
    confirm: "确认交接",
    sendBack: "退回",
  },
  actions: {
    ...short,
    receive: "确认接收",
    confirm: "确认交接",
    back: "退回",
  },
  tick: (item: Item, ticked: boolean) => `${ticked ? "☑" : "☐"} ${short[item]}`,
  single: (it: ShownHandover) => `逐项核对 ${quota.named(it.account)}`,
  /** What a receiver, or the leader after them, is shown of one account or of several. */
  card: (all: readonly ShownHandover[]) => {
    const [first] = all
    if (first === undefined) return ""
    const lines = all.length === 1 ? single(first) : accounts(all)
    if (first.state === "receiving")
      return [
        `【请您接收】${who(first)}，由${first.receiver}接手：`,
        ...lines,
        all.length === 1
          ? "核对过一项点一下；都没有问题，按一下确认接收。"
          : "可以逐个核对；都没有问题，按一下全部确认接收。",
        "密码请当面交接，不要发在聊天里。",
      ].join("\n")
    if (first.state === "confirming")
      return [`【请您确认交接】${who(first)}，${first.receiver}已核对接收：`, ...lines].join("\n")
    return [`【交接】${who(first)}，由${first.receiver}接手：`, ...lines].join("\n")
  },
  received: (all: readonly ShownHandover[], leaders: readonly string[]) =>
    [
      `☑ 已确认接收 ${all.length} 个账号：`,
      ...accounts(all),
      leaders.length === 0
        ? "现在没有能确认的领导，已告诉登记离岗的同事。"
        : `已请${leaders.join("、")}确认。`,
    ].join("\n"),
  confirmed: (all: readonly ShownHandover[], by: string) =>
    [
      `✅ ${by}已确认交接，${all[0]?.leaver ?? ""}的 ${all.length} 个账号由${all[0]?.receiver ?? ""}接手：`,
      ...accounts(all),
    ].join("\n"),
  sentBack: (by: string, reason: string) => `${by}退回了交接：${reason}`,
  returned: (receiver: string) => `已退回，${receiver}会看到您的意见。`,
  reassigned: (it: ShownHandover) =>
    `好的，${quota.named(it.account)}改由${it.receiver}接手，请${it.receiver}重新核对。`,
  nobodyConfirms: (it: ShownHandover, names: readonly string[]) =>
    names.length === 0
      ? `【交接】${it.receiver}已接收${it.leaver}的账号，但“${it.unit}”及以上没有领导可以确认。请先用 /appoint 指定分管领导，再请其发 /handover 确认。`
      : `【交接】${it.receiver}已接收${it.leaver}的账号，但联系不上${names.join("、")}。请转告其发 /handover 确认。`,
  nothingWaits: "现在没有等您接收或确认的交接。",
  nothingToHandOver: "没有需要交接的账号。",
  stands: (it: ShownHandover, by: string | null) => {
    const named = quota.named(it.account)
    switch (it.state) {
      case "receiving":
        return `${named}的交接还在等${it.receiver}核对接收。`
      case "confirming":
        return `${named}的交接${it.receiver}已经接收，正在等领导确认。`
      case "done":
        return `${named}的交接${by ?? ""}已经确认过了，不用再办。`
      case "void":
        return `${named}的交接已经撤销，不用再办。`
    }
  },
  notYours: (it: ShownHandover) =>
    it.state === "receiving"
      ? `${quota.named(it.account)}由${it.receiver}接收，请本人确认。`
      : `${quota.named(it.account)}的交接要由领导确认，接收人和离岗人不能自己确认。`,
}
