import type { Line } from "../../rules/statement.ts"
import { cited } from "./cited.ts"

const listed = (lines: readonly Line[]): string => lines.map(cited.says).join("；")

/** What those who keep passwords state every month. */
export const statement = {
  commands: {
    statement: {
      title: "每月安全说明",
      aliases: ["安全说明"],
      fields: {
        obligation: { label: "说明", ask: "哪一份说明？", example: "2026-03-01" },
        say: { label: "情况", ask: "都做到了吗？", example: "都做到了" },
        which: { label: "没做到的", ask: "哪些没有做到？", example: "不用公用设备登录" },
        note: {
          label: "补充",
          ask: "是什么情况、怎么处理的？请勿写密码。",
          example: "出差时借用过同事电脑，已换密码",
        },
      },
    },
  },
  buttons: { kept: "都做到了", broken: "有没做到的" },
  asks: (lines: readonly Line[]) => `　说明内容：${listed(lines)}`,
  given: (month: string) => `✅ 已记下：${Number(month.slice(5))}月都做到了。谢谢。`,
  told: (lines: readonly Line[]) => `已记下没有做到的：${listed(lines)}。已告知分管领导，请尽快改正。`,
  noted: (lines: readonly Line[], note: string | null) =>
    `没有做到：${listed(lines)}${note === null ? "" : `（${note}）`}`,
  finding: (it: { by: string; lines: readonly Line[]; note: string | null }) =>
    [
      `【发现问题】${it.by}在每月安全说明里报告：`,
      `没有做到：${listed(it.lines)}`,
      ...(it.note === null ? [] : [`情况：${it.note}`]),
      "请督促改正；此事只通知您一次。",
    ].join("\n"),
  whichMissing: "请点选没有做到的内容。",
  none: "现在没有要作的说明。",
  notYours: "这份说明要由本人作出。",
}
