import type { Platform } from "../../rules/account.ts"
import type { Objection } from "../../rules/registration/objections.ts"
import { firstLines } from "../list.ts"
import { quota } from "./quota.ts"
import { registration } from "./registration.ts"

interface Opposed {
  readonly row: number
  readonly account: { readonly platform: Platform; readonly name: string }
  readonly raised: readonly Objection[]
}

/** How many rows one message names. */
const SHOWN = 20

const line = ({ row, account, raised }: Opposed): string =>
  `• 第 ${row} 行 ${quota.named(account)}：${raised.map((each) => registration.objection({ ...each, strength: "hard" })).join("；")}`
const lines = (rows: readonly Opposed[], most = SHOWN): readonly string[] =>
  firstLines(rows.map(line), most, (count) => `另有 ${count} 行`)

const counts = (it: { added: number; changed: number }): string =>
  [it.added > 0 ? `${it.added} 个新增` : "", it.changed > 0 ? `${it.changed} 个修改` : ""]
    .filter((part) => part !== "")
    .join("、")

/** Taking ledgers in and giving them out. */
export const upload = {
  commands: {
    import: {
      title: "导入账号台账",
      aliases: ["导入", "导入台账"],
      fields: {
        upload: { label: "台账", ask: "哪一份台账？", example: "" },
        step: { label: "操作", ask: "要做什么？", example: "" },
      },
    },
    export: {
      title: "导出账号台账",
      aliases: ["导出", "导出台账"],
      fields: {
        unit: { label: "单位", ask: "导出哪个单位（含下级）的台账？", example: "示例县人民政府办公室" },
        format: { label: "格式", ask: "要哪种格式？", example: "csv" },
        blank: { label: "空白", ask: "只要空白模板吗？", example: "是" },
      },
    },
  },
  formats: { xlsx: "Excel（.xlsx）", csv: "CSV（.csv）" },
  steps: { apply: "导入", cancel: "取消", undo: "撤销导入" },
  blanks: { yes: "空白模板" },
  buttons: {
    apply: (it: { added: number; changed: number }) => `导入 ${counts(it)}`,
    ask: "导入，报请分管领导同意",
    cancel: "取消",
    undo: "撤销导入",
    blank: "要一份空白台账",
  },
  howTo: [
    "把账号台账发给我就行：Excel（.xlsx）或 CSV 文件，第一行写列名，至少有“账号名称”“平台”“主办单位”三列，列的顺序不限。",
    "我先列出会有哪些变化，您按了“导入”才会改动，导入后还可以撤销。",
    "请在私聊里发，台账里请不要写密码。",
  ].join("\n"),
  nothing: (it: { unchanged: number; absent: number }) =>
    [
      `台账里的 ${it.unchanged} 个账号都和现有资料一致，没有要改的。`,
      ...(it.absent > 0 ? [`另有 ${it.absent} 个账号不在台账里，不作改动。`] : []),
    ].join("\n"),
  /** Rows that a rule forbids. */
  forbidden: (rows: readonly Opposed[]) =>
    [`有 ${rows.length} 行不符合规定，没有导入任何内容：`, ...lines(rows)].join("\n"),
  opposed: (rows: readonly Opposed[]) =>
    [`其中 ${rows.length} 行按规定原则上不行，须分管领导写明理由后才能一起导入：`, ...lines(rows, 10)].join(
      "\n",
    ),
  noted: (rows: readonly Opposed[]) => [`提醒（不影响导入）：`, ...lines(rows, 10)].join("\n"),
  waits: (hours: number) => `现在还没有改动，请确认。${hours} 小时内有效。`,
  done: (it: { added: number; changed: number }, hours: number) =>
    `✅ 已导入：${counts(it)}。${hours} 小时内可以撤销。`,
  asked: (leaders: readonly string[], days: number) =>
    `已经私下报给${leaders.join("、")}，台账保留 ${days} 天，同意后一次导入，有结果马上告诉您。`,
  askedMyself: "请写明理由，写好后一次导入。",
  asksLeader: (it: {
    by: string | null
    name: string
    added: number
    changed: number
    opposed: readonly Opposed[]
  }) =>
    [
      `【请您决定】${it.by ?? "管理员"}要导入台账“${it.name}”（${counts(it)}）`,
      `其中 ${it.opposed.length} 行按规定原则上不行：`,
      ...lines(it.opposed, 10),
    ].join("\n"),
  agreed: (it: { by: string; reason: string; name: string; added: number; changed: number }) =>
    `✅ ${it.by}同意了：台账“${it.name}”已导入（${counts(it)}）。理由：${it.reason}`,
  cancelled: (name: string) => `好的，没有导入“${name}”，什么都没有改动。`,
  withdrawn: (name: string) => `↩️ 台账“${name}”已由提出的一方取消，不用再决定，没有任何改动。`,
  undone: (it: {
    undone: number
    kept: readonly { readonly row: number; readonly account: Opposed["account"] }[]
  }) =>
    [
      `↩️ 已撤销导入：${it.undone} 个账号恢复原样。`,
      ...(it.kept.length > 0 ? [`下面 ${it.kept.length} 个导入后又有变动，没有撤销：`] : []),
      ...firstLines(
        it.kept.map(({ row, account }) => `• 第 ${row} 行 ${quota.named(account)}`),
        SHOWN,
        (count) => `另有 ${count} 个`,
      ),
    ].join("\n"),
  allTouched: "导入的账号后来都有变动，不能一起撤销。需要时请逐个用 /edit 或 /retire 处理。",
  otherwise: (name: string) => `预览之后账号或规章有了变动，没有导入任何内容。请把“${name}”重新发一次。`,
  askerLeft: "提出导入的人已经离开，请由在岗的管理员重新发送台账。",
  gone: (hours: number) => `这份台账已超过 ${hours} 小时，不能再操作。需要时请重新发送。`,
  already: {
    previewed: "这份台账还没有导入。",
    asked: "这份台账已经报给分管领导，请等答复。",
    applied: "这份台账已经导入，不用再按。",
    undone: "这次导入已经撤销。",
    dropped: "这份台账已经取消。",
  },
  exported: (it: { count: number; unit: string }) =>
    `${it.unit}的账号台账，共 ${it.count} 个账号（含已停用的）。改好后直接发回给我，就能导入。`,
  blank: "空白台账。每个账号填一行，填好后直接发回给我。",
  fileName: (day: string) => `账号台账-${day}`,
  blankName: "账号台账-空白",
}
