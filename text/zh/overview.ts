import type { Account } from "../../rules/account.ts"
import { type Duty, looksLike } from "../../rules/duty.ts"
import {
  type Card,
  type Grid,
  type Page,
  type Part,
  type Section,
  type SectionName,
  toneOf,
  toneOfLevel,
  worstOf,
} from "../../rules/overview.ts"
import type { ShownShift } from "../../rules/shownroster.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import type { Level } from "../../rules/verdict/index.ts"
import { cited } from "./cited.ts"
import { guide } from "./guide.ts"
import { clockLine, type Shown, standing, titled } from "./incidentcard.ts"
import { inspect } from "./inspect.ts"
import { layers } from "./layers.ts"
import { obligation } from "./obligation.ts"
import { picture } from "./picture.ts"
import { quota } from "./quota.ts"
import { hours, span } from "./span.ts"
import { type Grounded, sum } from "./verdict.ts"
import * as when from "./when.ts"

interface Failing {
  readonly account: Pick<Account, "platform" | "name">
  readonly level: Level
  readonly unit: string
  readonly reasons: readonly Grounded[]
}

interface OnDuty {
  readonly unit: string
  readonly shifts: readonly ShownShift[]
  readonly next: readonly ShownShift[]
  readonly others: readonly { readonly role: string; readonly names: readonly string[] }[]
}

interface Overview {
  readonly now: Instant
  readonly reader: string
  readonly incidents: Part<Shown>
  readonly failing: Part<Failing>
  readonly due: Part<Duty>
  readonly duty: Part<OnDuty>
  readonly matrix: Part<{
    readonly account: Pick<Account, "platform" | "name">
    readonly unit: string
    readonly levels: readonly Level[]
  }> & { readonly weeks: readonly { readonly from: Day; readonly at: Instant }[] }
  readonly status: Omit<Parameters<typeof guide.status>[0], "hearsGroups">
}

const titles: Record<SectionName, string> = {
  incidents: "突发情况",
  failing: "不合格和将不合格的账号",
  due: "有期限的事项",
  duty: "现在谁值班",
}

const emergency = (it: Shown, now: Instant): Card => ({
  tone: it.holder === null ? "bad" : "near",
  badge: it.holder === null ? "无人接手" : "处理中",
  title: `${it.drill ? "【演练】" : ""}${titled(it)}`,
  lines: [
    `${it.unit}，${when.instant(it.foundAt)}发现`,
    ...standing(it),
    ...it.clocks.filter(({ done }) => done === null).map((each) => clockLine(each, now)),
  ],
})

const failing = (it: Failing): Card => ({
  tone: toneOfLevel(it.level),
  badge: inspect.levels[it.level],
  title: quota.named(it.account),
  lines: [it.unit, ...it.reasons.map(sum), ...basesOf(it)],
})

/** The articles it rests on, each once. */
const basesOf = (it: Failing): readonly string[] => [
  ...new Set(it.reasons.flatMap(({ sources }) => sources.map((each) => `依据 ${cited.cite(each)}`))),
]

const due = (it: Duty): Card => ({
  tone: toneOf(looksLike(it)),
  badge: obligation.phases[looksLike(it)],
  title: obligation.named(it),
  lines: [
    ...(it.account === null && it.person === null ? [] : [it.unit]),
    obligation.until(it),
    `依据 ${obligation.rests(it)}`,
  ],
})

const duty = (it: OnDuty): Card => {
  const isBare = !it.shifts.some(({ layer }) => layer === "duty")
  const isPlanned = it.shifts.length + it.next.length > 0
  return {
    tone: !isPlanned ? "none" : isBare ? "bad" : "good",
    badge: !isPlanned ? "没有排班" : isBare ? "无人值班" : "在岗",
    title: it.unit,
    lines: [
      ...it.shifts.map((each) => `${layers[each.layer]}：${each.who}（${hours(each)}）`),
      ...(it.next.length === 0
        ? []
        : [`下一班：${it.next.map((each) => `${each.who}（${span(each)}）`).join("、")}`]),
      ...it.others.map(({ role, names }) => `还可以找${role}：${names.join("、")}`),
    ],
  }
}

const grid = (matrix: Overview["matrix"]): Grid | null => {
  const [first] = matrix.weeks
  const last = matrix.weeks.at(-1)
  if (first === undefined || last === undefined || matrix.shown.length === 0) return null
  return {
    title: "账号逐周检查情况",
    span: picture.span(first.from, dayOf(last.at)),
    rowHead: "账号",
    weeks: matrix.weeks.map(({ from }) => `${Number(from.slice(5, 7))}/${Number(from.slice(8))}`),
    rows: matrix.shown.map(({ account, unit, levels }) => ({
      name: quota.named(account),
      unit,
      tones: levels.map(toneOfLevel),
    })),
    states: picture.states,
    more: matrix.hidden === 0 ? null : `另有 ${matrix.hidden} 个账号，在聊天里发 /inspect 看全部。`,
  }
}

const section = (
  name: SectionName,
  cards: readonly Card[],
  { hidden, none, command }: { readonly hidden: number; readonly none: string; readonly command: string },
): Section => ({
  name,
  title: titles[name],
  count: cards.length + hidden,
  worst: worstOf(cards),
  none,
  cards,
  more: hidden === 0 ? null : `另有 ${hidden} 项，在聊天里发 ${command} 查看。`,
})

/** The leader's page. */
export const overview = {
  commands: { page: { title: "打开一览页", aliases: ["一览", "一览页"], fields: {} } },
  opens:
    "一览页上有：不合格和将不合格的账号、有期限的事项、现在谁值班、正在处理的突发情况。只能看，不能改；看得到的范围与聊天里一样。",
  buttons: { open: "打开一览页" },
  off: "一览页还没有开通。请管理员把 HTTP_URL 设为对外的 https 地址后再试；在这之前，可以发 /today、/due、/onduty、/incidents 查看。",
  page: (it: Overview): Page => ({
    reader: it.reader,
    sections: [
      section(
        "incidents",
        it.incidents.shown.map((each) => emergency(each, it.now)),
        { hidden: it.incidents.hidden, none: "没有正在处理的突发情况。", command: "/incidents" },
      ),
      section("duty", it.duty.shown.map(duty), {
        hidden: it.duty.hidden,
        none: "没有值班安排。",
        command: "/onduty",
      }),
      section("failing", it.failing.shown.map(failing), {
        hidden: it.failing.hidden,
        none: "没有不合格或将不合格的账号。",
        command: "/inspect",
      }),
      section("due", it.due.shown.map(due), {
        hidden: it.due.hidden,
        none: "近期没有待办的事项。",
        command: "/due",
      }),
    ],
    grid: grid(it.matrix),
    foot: guide.status({ ...it.status, hearsGroups: null }).split("\n"),
  }),
  /** Why the page shows nothing. */
  refused: {
    missing: "请在 Telegram 里打开：私聊发 /page，再按“打开一览页”。",
    altered: "无法确认是谁打开的，所以什么都不能显示。请回到私聊发 /page，再按“打开一览页”。",
    old: "打开得太久了。请关闭本页，回到私聊按“打开一览页”重新打开。",
    early: "服务器的时间不准，暂时不能显示。请告诉安装值守的技术人员。",
    often: "刷新得太频繁了，请过一会儿再看。",
  },
  failed: (reference: string) => `没有读到，请稍后再试；还不行，请告诉技术人员编号 ${reference}。`,
  /** What the page itself says; `{time}` and `{reader}` are filled in there. */
  own: {
    title: "值守一览",
    loading: "正在读取…",
    fetched: "{time} 读取",
    reader: "{reader}能看到的范围",
    offline: "连不上服务器。下面是 {time} 读到的内容。",
    stale: "没有读到新内容。下面是 {time} 读到的。",
    nothing: "连不上服务器，还没有读到内容。",
    refresh: "刷新",
    other: "English",
    contents: "目录",
    skip: "跳到内容",
  },
}
