import { type Lateness, TOLERATED } from "../../rules/lateness.ts"
import { firstLines } from "../list.ts"
import { span } from "./incidentcard.ts"

/** How many names one line has room for. */
const NAMED = 10
const few = (names: readonly string[], counted: string): string =>
  firstLines(names, NAMED, (count) => `另有 ${count} ${counted}`).join("、")

interface Words {
  readonly title: string
  readonly aliases: readonly string[]
  readonly fields: Readonly<
    Record<string, { readonly label: string; readonly ask: string; readonly example: string }>
  >
}

const sections = {
  emergencies: "紧急情况",
  daily: "日常",
  roster: "值班",
  accounts: "账号",
  approvals: "审批",
  people: "人员与单位",
  settings: "设置与查询",
}
type Section = keyof typeof sections

interface Status {
  readonly units: number
  readonly people: number
  readonly unreachable: readonly string[]
  readonly groups: number
  readonly silentGroups: readonly string[]
  readonly accounts: number
  readonly post: Lateness | null
  readonly missingYear: string | null
  /** Null where that is not asked. */
  readonly hearsGroups: boolean | null
}

const posted = ({ waiting, longest, late, worst }: Lateness): readonly string[] => [
  waiting === 0
    ? "没有积压的消息。"
    : `待发消息 ${waiting} 条${longest > TOLERATED ? `，最久的已等 ${span(longest)}` : ""}。`,
  ...(late === 0 ? [] : [`近 24 小时有 ${late} 条消息晚发了 1 分钟以上，最多晚 ${span(worst)}。`]),
]

const hearing = (all: boolean): string =>
  all
    ? "群里的消息我都能看到。"
    : "群里我只看得到指令和对我的回复（Telegram 隐私模式），所以请用“/”指令、按钮或“回复”与我对话。"

/** How to find one's way. */
export const guide = {
  commands: {
    start: { title: "开始", aliases: ["开始"], fields: {} },
    help: {
      title: "查看能做什么",
      aliases: ["帮助", "使用说明"],
      fields: { about: { label: "指令", ask: "想了解哪个指令？", example: "post" } },
    },
    cancel: { title: "取消正在填写的内容", aliases: ["取消", "算了"], fields: {} },
    status: { title: "查看系统状态", aliases: ["状态"], fields: {} },
  },
  welcome: (name: string, steps: string) =>
    `${name}，您好！我是值守，替您看着本单位的政务新媒体账号。\n${steps}`,
  /** What somebody with these rights does first. */
  steps: (it: { reports: boolean; registers: boolean; example: string | null }) =>
    [
      ...(it.reports
        ? [`登记更新：直接把链接发给我${it.example === null ? "" : `，或者发“更新 ${it.example}”`}。`]
        : []),
      ...(it.registers ? ["登记账号：/register，也可以直接发来台账（Excel）；邀请同事：/invite。"] : []),
      ...(it.reports || it.registers
        ? []
        : ["有要您过问的事，我会主动告诉您。要更新的账号：/today；全部账号：/accounts。"]),
      "发送 /help 看看能做什么。",
    ].join("\n"),
  list: (groups: readonly { section: Section; lines: readonly string[] }[], inGroup: boolean) =>
    [
      ...groups.map(({ section, lines }) => [`【${sections[section]}】`, ...lines].join("\n")),
      `不必记格式：只发指令，其余的我会一项一项问您。${inGroup ? "还有一些指令只在私聊里用，请私聊发 /help。" : ""}`,
    ].join("\n\n"),
  line: (name: string, title: string) => `/${name} ${title}`,
  usage: (name: string, words: Words, fields: readonly string[]) =>
    [
      `/${name} ${words.title}`,
      ...(words.aliases.length > 0 ? [`也可以说：${words.aliases.join("、")}`] : []),
      ...fields.flatMap((field) => {
        const about = words.fields[field]
        return about && about.example !== "" ? [`· ${about.label}，例如：${about.example}`] : []
      }),
      ...(fields.length > 0 ? ["没有写的，我会一项一项问您。"] : []),
    ].join("\n"),
  status: (it: Status) =>
    [
      `单位 ${it.units} 个，账号 ${it.accounts} 个，人员 ${it.people} 人，工作群 ${it.groups} 个。`,
      ...(it.post === null ? [] : posted(it.post)),
      ...(it.hearsGroups === null ? [] : [hearing(it.hearsGroups)]),
      ...(it.unreachable.length > 0
        ? [`无法私聊通知：${few(it.unreachable, "人")}（请他们打开与我的私聊，按“开始”）。`]
        : []),
      ...(it.silentGroups.length > 0 ? [`无法在群里发言：${few(it.silentGroups, "个")}。`] : []),
      ...(it.missingYear === null
        ? []
        : [`${it.missingYear} 年放假安排还没有载入，涉及该年的工作日暂按周一至周五计算，标“暂定”。`]),
    ].join("\n"),
}
