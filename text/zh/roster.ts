import type { Hole } from "../../rules/coverage.ts"
import type { Layer, RotaDays } from "../../rules/roster.ts"
import type { RosterDay, ShownShift } from "../../rules/shownroster.ts"
import { addDays, type Day, type Instant, type TimeOfDay } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import { coverage } from "./coverage.ts"
import { layers } from "./layers.ts"
import { hours, span } from "./span.ts"
import * as when from "./when.ts"

const days: Record<RotaDays, string> = {
  "every day": "每天",
  "working days": "工作日",
  "rest days": "休息日和节假日",
}

interface Hours {
  readonly start: TimeOfDay
  readonly end: TimeOfDay
}
const period = ({ start, end }: Hours): string => `${start}–${end > start ? "" : "次日"}${end}`

/** A rota in one line. */
interface ShownRota {
  readonly layer: Layer
  readonly days: RotaDays
  readonly shifts: readonly { readonly hours: Hours; readonly people: readonly string[] }[]
  readonly turn: number
  readonly from: Day
  readonly until: Day | null
}

const turns = (count: number): string => {
  if (count === 1) return "逐日轮换"
  if (count === 7) return "逐周轮换"
  return count % 7 === 0 ? `每 ${count / 7} 周轮换` : `每 ${count} 天轮换`
}

const rota = (it: ShownRota): string =>
  [
    `${layers[it.layer]}·${days[it.days]}（${turns(it.turn)}，${when.short(it.from)}起${it.until === null ? "" : `，${when.short(it.until)}止`}）`,
    ...it.shifts.map((each) => `  ${period(each.hours)}：${each.people.join(" → ")}`),
  ].join("\n")

const unitField = { label: "单位", ask: "哪个单位的值班表？", example: "示例县人民政府办公室" }
const layerField = { label: "班次类别", ask: "排哪一类？", example: "值班" }

const shift = (it: ShownShift): string => `  ${layers[it.layer]} ${hours(it)} ${it.who}`

const day = (it: RosterDay): string =>
  [
    `${when.day(it.day)}${it.works ? "" : "（休）"}${it.provisional ? "（暂定）" : ""}`,
    ...(it.shifts.length === 0 ? ["  （没有安排）"] : it.shifts.map(shift)),
  ].join("\n")

export const roster = {
  layers,
  days,
  layerField,
  sharings: { together: "同一批人依次轮", apart: "每班各有一批人" },
  besides: { beside: "并行" },
  nobody: "不安排人",
  commands: {
    roster: {
      title: "查看值班表",
      aliases: ["值班表", "排班表"],
      fields: {
        unit: unitField,
        week: { label: "日期", ask: "看哪一周？", example: "2026-03-02" },
        picture: { label: "图片", ask: "要周表还是月历的图片？", example: "图片" },
      },
    },
    onduty: {
      title: "现在谁值班",
      aliases: ["谁值班", "值班"],
      fields: {
        at: { label: "时间", ask: "看什么时候的？", example: "明天 20:00" },
        unit: unitField,
      },
    },
    rota: {
      title: "设置轮班",
      aliases: ["排班", "轮班"],
      fields: {
        unit: { ...unitField, ask: "给哪个单位排班？" },
        layer: layerField,
        days: { label: "日子", ask: "哪些日子排？", example: "每天" },
        hours: {
          label: "时段",
          ask: "一天分几班？写出每班起止时间（最多三班），或直接选择。",
          example: "08:00-20:00，20:00-08:00",
        },
        sharing: { label: "人员分法", ask: "这几班由谁来轮？", example: "同一批人依次轮" },
        people: {
          label: "轮班人员",
          ask: "按轮班先后依次点选（或写姓名，用逗号隔开）：",
          example: "张敏，李国强",
        },
        second: { label: "第二班人员", ask: "第二班由谁轮？按先后点选：", example: "李国强" },
        third: { label: "第三班人员", ask: "第三班由谁轮？按先后点选：", example: "王芳" },
        turn: { label: "轮换周期", ask: "每人连续几天后换下一位？（7 为一周）", example: "1" },
        from: { label: "起始日", ask: "从哪天开始？", example: "2026-03-02" },
        beside: { label: "并行", ask: "与现有安排并行？", example: "" },
      },
    },
    endrota: {
      title: "结束轮班",
      aliases: ["停止排班"],
      fields: {
        unit: { ...unitField, ask: "结束哪个单位的轮班？" },
        rota: { label: "轮班", ask: "结束哪一组？", example: "值班" },
        last: { label: "最后一天", ask: "最后一天是哪天？", example: "2026-03-31" },
      },
    },
    unrota: {
      title: "撤销排班",
      aliases: [],
      fields: { step: { label: "撤销", ask: "撤销哪一次排班？", example: "" } },
    },
    shift: {
      title: "调整一个班",
      aliases: ["调班"],
      fields: {
        unit: { ...unitField, ask: "调整哪个单位的班？" },
        layer: { ...layerField, ask: "调整哪一类？" },
        day: { label: "日期", ask: "哪一天的班？", example: "2026-03-05" },
        hours: { label: "时段", ask: "哪个时段？", example: "08:00-20:00" },
        person: { label: "人员", ask: "由谁来值？", example: "张敏" },
        batch: { label: "撤销", ask: "撤销哪一次调整？", example: "" },
      },
    },
  },
  buttons: {
    show: "查看值班表",
    earlier: "‹ 上一周",
    later: "下一周 ›",
    now: "本周",
    undo: "撤销这次调整",
    undoRota: "撤销这次排班",
  },
  period,
  turns,
  hours,
  span,
  shiftOf: (it: Omit<ShownShift, "who"> & { who: string }): string =>
    `${span(it)} ${layers[it.layer]} ${it.who}`,
  week: (it: {
    unit: string
    days: readonly RosterDay[]
    holes: readonly Hole[]
    rotas: readonly ShownRota[]
  }) => {
    const first = it.days[0]?.day ?? ""
    return [
      `${it.unit}值班表（${when.short(first)}—${when.short(addDays(first, 6))}）`,
      ...it.days.map(day),
      ...(it.holes.length === 0 ? [] : [`⚠️ ${coverage.list(it.holes)}`]),
      ...(it.rotas.length === 0 ? [] : ["", "现行轮班：", ...it.rotas.map(rota)]),
    ].join("\n")
  },
  none: (unit: string, demand: string | null) =>
    [
      `“${unit}”还没有值班安排。`,
      ...(demand === null ? [] : [demand]),
      "用 /rota 设置轮班，或把值班表（Excel）发给我。",
    ].join("\n"),
  demand: (cover: "as arranged" | "every day" | "around the clock", cite: string) =>
    `依据${cite}，${{ "as arranged": "要有值班安排", "every day": "每天要有人值班", "around the clock": "要24小时有人值班" }[cover]}。`,
  onDuty: (it: {
    unit: string
    at: Instant
    isNow: boolean
    shifts: readonly ShownShift[]
    next: readonly ShownShift[]
    others: readonly { readonly role: string; readonly names: readonly string[] }[]
  }) =>
    [
      `${it.unit}·${it.isNow ? "现在" : when.instant(it.at)}`,
      ...(it.shifts.some(({ layer }) => layer === "duty") ? [] : ["⚠️ 这个时间没有人值班。"]),
      ...it.shifts.map((each) => `${layers[each.layer]}：${each.who}（${hours(each)}）`),
      ...(it.next.length === 0
        ? []
        : [`下一班：${it.next.map((each) => `${each.who}（${span(each)}）`).join("、")}`]),
      ...it.others.map(({ role, names }) => `还可以找${role}：${names.join("、")}`),
    ].join("\n"),
  setUp: (it: {
    unit: string
    rota: ShownRota
    ended: readonly ShownRota[]
    voided: number
    first: readonly ShownShift[]
    warnings: readonly string[]
  }) =>
    [
      `✅ 已为“${it.unit}”排班：`,
      rota(it.rota),
      ...(it.first.length === 0
        ? []
        : ["最近几班：", ...it.first.map((each) => `  ${span(each)} ${each.who}`)]),
      ...(it.ended.length === 0
        ? []
        : [
            `原来的安排到 ${when.short(addDays(it.rota.from, -1))}为止：`,
            ...firstLines(it.ended.map(rota), MOST_LINES, (count) => `另有 ${count} 组`),
          ]),
      ...(it.voided === 0 ? [] : [`这之后手工调整、换班的 ${it.voided} 处已作废。`]),
      ...it.warnings,
    ].join("\n"),
  ended: (it: { rota: ShownRota; last: Day; warnings: readonly string[] }) =>
    [`✅ 这组轮班到 ${when.fullDay(it.last)}为止：`, rota(it.rota), ...it.warnings].join("\n"),
  nothingToEnd: (unit: string) => `“${unit}”现在没有轮班。`,
  rotaLabel: (it: Pick<ShownRota, "layer" | "days" | "shifts">) =>
    `${layers[it.layer]}·${days[it.days]} ${it.shifts.map((each) => period(each.hours)).join("、")}`,
  changed: (it: {
    layer: Layer
    from: Instant
    to: Instant
    who: string | null
    warnings: readonly string[]
  }) =>
    [
      it.who === null
        ? `✅ 已调整：${span(it)}${layers[it.layer]}不安排人。`
        : `✅ 已调整：${span(it)}${layers[it.layer]}由${it.who}负责。`,
      ...it.warnings,
    ].join("\n"),
  undone: (warnings: readonly string[]) => ["✅ 已撤销，恢复原来的安排。", ...warnings].join("\n"),
  past: "这个班已经过去，不能再改。请选择今天以后的日子。",
  tooFar: (on: Day) => `${when.fullDay(on)}太远了，最多提前一年排班。`,
  notHours: (typed: string) => `时段“${typed}”无法识别。请写成 08:00-20:00，几个时段用逗号隔开。`,
  tooManyHours: (most: number) => `一天最多分 ${most} 班。`,
  hoursOverlap: (a: Hours, b: Hours) => `时段 ${period(a)} 和 ${period(b)} 重叠了，请调整。`,
  notTurn: (typed: string) => `“${typed}”不是天数。请写 1 到 366 的整数，7 为一周。`,
  stranger: (name: string, unit: string) => `${name}不是“${unit}”的人，不能排在这里。`,
  gone: (name: string) => `${name}那时已经离岗，请另选一位。`,
  double: (name: string, a: ShownHoursLike, b: ShownHoursLike) =>
    `${name}在同一时间有两个班：${span(a)}（${layers[a.layer]}）和 ${span(b)}（${layers[b.layer]}）。没有改动，请另作安排。`,
  begun: "这个班已经开始，不能再改。",
  changedSince: "之后又有新的调整，不能直接撤销。请先撤销后来的调整。",
  undoneAlready: "已经撤销过了，或者已被新的排班代替。",
  outOfRange: "只能查看前后一年的值班表。",
}

type ShownHoursLike = Pick<ShownShift, "layer" | "from" | "to">
