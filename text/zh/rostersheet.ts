import type { SheetMistake } from "../../rules/rostersheet.ts"
import type { ShownShift } from "../../rules/shownroster.ts"
import { type Day, type Instant, weekdayOf } from "../../rules/time.ts"
import { firstLines } from "../list.ts"
import { roster } from "./roster.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

const SHOWN = 20

const mistakes: Record<SheetMistake["code"], (says: string) => string> = {
  day: (says) => `日期“${says}”无法识别，请写成 2026-03-05 这样`,
  far: (says) => `日期“${says}”太远，请核对`,
  order: (says) => `日期“${says}”与前面不连续，请核对`,
  month: () => "只写了几号，没有写哪个月，请在标题里写明，如“2026年3月值班表”",
  undated: (says) =>
    `只写了“${says}”这样的星期几，不知道是哪一周，请在旁边写上日期，如“3月9日（周一）”；每周都一样的班，用 /rota 设一次就行`,
  weekday: (says) => `星期与日期对不上（${says}），请核对年月`,
  code: (says) => `看不懂“${says}”，请写白、夜、副、带、休，或在表下注明起止时间`,
  stranger: (says) => `${says}是别的单位的人，不能排在这里`,
  away: (says) => `${says}那天请假，请另作安排`,
  hours: (says) => `“${says}”没有写起止时间，请写成“白班（08:00-20:00）”这样`,
  unknown: (says) => `没有“${says}”这个人，请写登记的姓名，或先用 /invite 邀请`,
  namesakes: (says) => `有不止一位“${says}”，请用 /shift 单独安排`,
  double: (says) => `${says}在同一时间排了两个班`,
  long: (says) => `起的内容太多，一次最多 ${says} 行，请分开发`,
  unreadable: () => "读不出内容（公式没有计算，或者有错误值），请直接写文字",
}

/** The office's own roster as a sheet, in and out. */
export const rostersheet = {
  sheet: "值班表",
  headings: ["序号", "日期", "星期", "时段", "值班人员", "副班", "带班领导"] as readonly string[],
  weekday: (day: Day): string => `周${"一二三四五六日"[weekdayOf(day) - 1] ?? ""}`,
  commands: {
    importroster: {
      title: "导入值班表",
      aliases: ["导入值班表"],
      fields: {
        sheet: { label: "值班表", ask: "哪一份值班表？", example: "" },
        step: { label: "操作", ask: "要做什么？", example: "" },
      },
    },
    exportroster: {
      title: "导出值班表",
      aliases: ["导出值班表"],
      fields: {
        from: { label: "日期", ask: "从哪天起？", example: "2026-03-02" },
        format: { label: "格式", ask: "要哪种格式？", example: "csv" },
        unit: { label: "单位", ask: "哪个单位的值班表？", example: "示例县人民政府办公室" },
      },
    },
  },
  steps: { apply: "导入", cancel: "取消", undo: "撤销导入" },
  buttons: { apply: (count: number) => `导入 ${count} 个班`, cancel: "取消", undo: "撤销导入" },
  howTo: [
    "把值班表发给我就行：Excel（.xlsx）或 CSV 文件，平时用的格式就可以：",
    "· 一行一个班：日期、班次（写明起止时间，如 08:00-20:00）、值班人员；",
    "· 一行一天：日期、白班（08:00-20:00）、夜班（20:00-08:00）、带班领导，每格写姓名；",
    "· 一行一人：姓名，后面每天一列，写白、夜、副、带、休；标题写明年月，表下注明白班、夜班的起止时间；",
    "· 一行一类：值班员、副班、带班领导，后面每天一列，每格写姓名。",
    "我先列出会排成什么样，您按了“导入”才会改动，导入后还可以撤销。请在私聊里发。",
  ].join("\n"),
  mistakes: (all: readonly SheetMistake[]) =>
    [
      `值班表有 ${all.length} 处要改，没有导入任何内容：`,
      ...firstLines(
        all.map(({ cell, code, says }) => `• ${cell} ${mistakes[code](says)}`),
        SHOWN,
        (count) => `另有 ${count} 处`,
      ),
    ].join("\n"),
  nothing: (over: number): string =>
    over > 0
      ? "值班表里的班都已经过去，没有要导入的。"
      : "值班表里没有读到值班安排。请检查“日期”和人员两类列。",
  preview: (it: {
    unit: string
    from: Instant
    to: Instant
    count: number
    over: number
    people: readonly { readonly name: string; readonly count: number }[]
    first: readonly ShownShift[]
    hours: number
    warnings: readonly string[]
  }) =>
    [
      `值班表预览（${it.unit}）：共 ${it.count} 个班，${when.instant(it.from)} 至 ${when.instant(it.to)}。`,
      ...it.first.map(
        (each) =>
          `  ${span(each)} ${each.who}${each.layer === "duty" ? "" : `（${roster.layers[each.layer]}）`}`,
      ),
      ...(it.count > it.first.length ? [`  另有 ${it.count - it.first.length} 个班`] : []),
      `每人班数：${it.people.map(({ name, count }) => `${name} ${count}`).join("、")}`,
      ...(it.over > 0 ? [`已经过去的 ${it.over} 个班不导入。`] : []),
      "这段时间原来的安排由这份值班表代替。",
      ...it.warnings,
      "",
      `现在还没有改动，请确认。${it.hours} 小时内有效。`,
    ].join("\n"),
  done: (count: number, hours: number, warnings: readonly string[]) =>
    [`✅ 已导入 ${count} 个班。${hours} 小时内可以撤销。`, ...warnings].join("\n"),
  undone: (warnings: readonly string[]) => ["↩️ 已撤销导入，恢复原来的安排。", ...warnings].join("\n"),
  cancelled: (name: string) => `“${name}”没有导入，什么都没有改动。`,
  gone: (hours: number) => `这份值班表已经失效（${hours} 小时），请重新发送。`,
  already: {
    previewed: "这份值班表还没有导入。",
    applied: "这份值班表已经导入过了。",
    undone: "这份值班表的导入已经撤销。",
    dropped: "这份值班表已经取消，请重新发送。",
  },
  exported: (it: { unit: string; count: number; from: Day; to: Day }) =>
    `${it.unit}值班表，${when.fullDay(it.from)}至${when.fullDay(it.to)}，共 ${it.count} 行。改好后直接发回给我，就能导入。`,
  fileName: (unit: string, day: Day) => `${unit}值班表-${day}`,
  formats: { xlsx: "Excel（.xlsx）", csv: "CSV（.csv）" },
}
