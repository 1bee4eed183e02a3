import type { Draft } from "../../rules/account.ts"
import type { State } from "../../rules/life.ts"
import type { Owed, Said, Source } from "../../rules/owed.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { fields, type FieldName, type Named, value } from "./details.ts"
import { password } from "./password.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const standings = { ...quota.conditions, offline: "已下线", coming: "筹备中", retired: "停用" }
const marks = { ...quota.marks, offline: "⏸", coming: "🛠", retired: "⏹" }

/** Where an account stands in its life. */
const states: Record<State, string> = {
  planned: "拟开设",
  applying: "开设报批中",
  approved: "已获批，待上线",
  verifying: "认证中",
  live: "正常",
  unapproved: "未经批准",
  offline: "临时下线",
  "offline-unapproved": "擅自下线",
  closing: "关停中",
  cancelled: "已注销",
  exited: "已退出监管",
  "ordered-closed": "被责令关停",
  retired: "停用",
}

/** The accounts as a list, and one by one. */
export const listing = {
  list: (it: {
    counts: Readonly<Record<keyof typeof marks, number>>
    groups: readonly {
      readonly unit: string
      readonly listed: readonly {
        readonly account: Named & { main: boolean }
        readonly mark: string
        readonly outside: boolean
      }[]
    }[]
    page: number
    pages: number
    of: string | null
  }) => {
    const counted = Object.entries(it.counts).filter(([, count]) => count > 0)
    const all = counted.reduce((sum, [key, count]) => (key === "retired" ? sum : sum + count), 0)
    return [
      `【账号】共 ${all} 个${it.of === null ? "" : `；只看：${it.of}`}${it.pages > 1 ? `（第 ${it.page}/${it.pages} 页）` : ""}`,
      counted
        .map(([standing, count]) => {
          const key = standing as keyof typeof marks
          return `${marks[key]} ${standings[key]} ${count}`
        })
        .join("　"),
      ...(it.groups.length > 0
        ? []
        : it.of === null
          ? ["这里还没有账号。用 /register 登记，或用 /import 导入台账。"]
          : ["没有这样的账号。"]),
      ...it.groups.flatMap(({ unit, listed: shown }) => [
        `▪ ${unit}`,
        ...shown.map(
          ({ account: each, mark, outside }) =>
            `　${mark} ${quota.named(each)}${each.main ? "（主账号）" : ""}${outside ? "（未入矩阵）" : ""}`,
        ),
      ]),
    ]
      .filter((line) => line !== "")
      .join("\n")
  },
  standings,
  marks,
  states,
  show: (it: {
    account: Draft & {
      readonly registeredAt: Instant
      readonly lastPostAt: Instant | null
      readonly retired: { readonly on: Day; readonly reason: string } | null
    }
    unit: string
    standing: string
    rules: readonly (Owed & Said)[]
    password: Parameters<typeof password.standing>[0] | null
    exceptions: readonly {
      readonly source: Source | null
      readonly reason: string
      readonly by: string | null
      readonly at: Instant
    }[]
    retiredBy: string | null
  }) => {
    const draft = { ...it.account, unit: it.unit }
    const shown: readonly FieldName[] = [
      "unit",
      "link",
      "verification",
      "running",
      "custodian",
      "editors",
      "openedOn",
      "main",
    ]
    return [
      `【${quota.named(it.account)}】${it.standing}`,
      ...(it.account.retired === null
        ? []
        : [
            `${when.fullDay(it.account.retired.on)}停用，原因：${it.account.retired.reason}${it.retiredBy === null ? "" : `（${it.retiredBy}）`}`,
          ]),
      it.account.lastPostAt === null ? "还没有更新记录" : `上次更新：${when.instant(it.account.lastPostAt)}`,
      ...it.rules.map(
        (rule) =>
          `· ${cited.cite(rule.source)}：${cited.says(rule)}；本期到 ${when.day(rule.until)}${rule.provisional ? "（暂定）" : ""}，应更新 ${rule.needed} 次，已更新 ${rule.count} 次`,
      ),
      ...shown.map(
        (field) =>
          `${fields[field].label}：${field === "custodian" && draft.custodian === null && it.password !== null ? password.noKeeper : value(draft, field)}`,
      ),
      ...(it.password === null ? [] : [password.standing(it.password)]),
      `登记日期：${when.fullDay(dayOf(it.account.registeredAt))}`,
      ...(it.exceptions.length > 0 ? ["经领导同意的例外："] : []),
      ...it.exceptions.map(
        ({ source, reason, by, at }) =>
          `· ${source === null ? "（规章已调整）" : cited.cite(source)}：${reason}（${by ?? "—"}，${when.fullDay(dayOf(at))}）`,
      ),
    ].join("\n")
  },
}
