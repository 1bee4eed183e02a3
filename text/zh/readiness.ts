import type { Kept, Line, Readiness } from "../../rules/readiness.ts"
import type { Source } from "../../rules/owed.ts"
import { cited } from "./cited.ts"
import { type Seat, vacancy } from "./vacancy.ts"
import * as when from "./when.ts"
import { dayOf } from "../../rules/time.ts"

const lists: Record<Kept, string> = {
  "unit.documents": "制度和预案",
  "unit.contacts": "工作联系",
  "unit.channels": "互动渠道",
}

const line = (it: Line): string =>
  it.paper === null
    ? `✗ ${cited.says(it)}`
    : `✓ ${cited.says(it)}（${when.fullDay(dayOf(it.paper.at))}${it.paper.note === null ? "" : `，${it.paper.note}`}）`

const there = ({ lines }: Readiness): number => lines.filter(({ paper }) => paper !== null).length

const missing = ({ lines }: Readiness): string =>
  lines
    .filter(({ paper }) => paper === null)
    .map((each) => cited.says(each))
    .join("、")

/** `制度和预案 3/4，缺：留言办理` */
const counted = (it: Readiness): string =>
  `${lists[it.of]} ${there(it)}/${it.lines.length}${there(it) < it.lines.length ? `，缺：${missing(it)}` : ""}`

export const readiness = {
  lists,
  counted,
  commands: {
    papers: {
      title: "单位的制度和联系人",
      aliases: ["单位材料", "制度"],
      fields: {
        unit: { label: "单位", ask: "哪个单位？", example: "示例县教育局" },
        item: { label: "项目", ask: "哪一项？", example: "" },
        note: {
          label: "存放处或联系部门",
          ask: "存放在哪里，或者是哪个部门？不用写电话。",
          example: "办公室文件柜2号",
        },
      },
    },
  },
  show: (it: {
    unit: string
    lists: readonly Readiness[]
    seats: readonly Seat[]
    officer: Source | null
    /** How far the unit's own table of events has come. */
    own: readonly string[]
  }) =>
    it.lists.length + it.seats.length + it.own.length === 0 && it.officer === null
      ? `${it.unit}适用的制度没有要求单位材料。`
      : [
          `【单位材料】${it.unit}`,
          ...(it.officer === null
            ? []
            : [`🔴 还没有信息员，请用 /appoint 指定（依据 ${cited.cite(it.officer)}）`]),
          ...it.own,
          ...it.lists.flatMap((each) => [
            `\n▪ ${lists[each.of]} ${there(each)}/${each.lines.length}`,
            ...each.lines.map(line),
            `依据 ${[...new Set(each.sources.map(cited.cite))].join("、")}`,
          ]),
          ...vacancy.list(it.seats),
        ].join("\n"),
  button: (it: Line) => `${it.paper === null ? "✗" : "✓"} ${cited.says(it)}`,
  notAsked: "适用的制度没有要求这一项，请重新发送 /papers。",
}
