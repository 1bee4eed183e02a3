import type { Draft } from "../../rules/account.ts"
import type { Owed, Said, Source } from "../../rules/owed.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { fields, type FieldName, type Named, value } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

/** The accounts as a list, and one by one. */
export const listing = {
  list: (it: {
    counts: Readonly<Record<keyof typeof quota.marks, number>>
    retired: number
    groups: readonly {
      readonly unit: string
      readonly listed: readonly { readonly account: Named & { main: boolean }; readonly mark: string }[]
    }[]
    page: number
    pages: number
    of: string | null
  }) => {
    const counted = Object.entries(it.counts).filter(([, count]) => count > 0)
    const all = counted.reduce((sum, [, count]) => sum + count, 0)
    return [
      `【账号】共 ${all} 个${it.of === null ? "" : `；只看：${it.of}`}${it.pages > 1 ? `（第 ${it.page}/${it.pages} 页）` : ""}`,
      counted
        .map(([standing, count]) => {
          const key = standing as keyof typeof quota.marks
          return `${quota.marks[key]} ${quota.conditions[key]} ${count}`
        })
        .concat(it.retired > 0 ? [`⏹ 停用 ${it.retired}`] : [])
        .join("　"),
      ...(it.groups.length > 0
        ? []
        : it.of === null
          ? ["这里还没有账号。用 /register 登记，或用 /import 导入台账。"]
          : ["没有这样的账号。"]),
      ...it.groups.flatMap(({ unit, listed: shown }) => [
        `▪ ${unit}`,
        ...shown.map(
          ({ account: each, mark }) => `　${mark} ${quota.named(each)}${each.main ? "（主账号）" : ""}`,
        ),
      ]),
    ]
      .filter((line) => line !== "")
      .join("\n")
  },
  standings: { ...quota.conditions, retired: "停用" },
  marks: { ...quota.marks, retired: "⏹" },
  show: (it: {
    account: Draft & {
      readonly registeredAt: Instant
      readonly lastPostAt: Instant | null
      readonly retired: { readonly on: Day; readonly reason: string } | null
    }
    unit: string
    standing: string
    rules: readonly (Owed & Said)[]
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
      ...shown.map((field) => `${fields[field].label}：${value(draft, field)}`),
      `登记日期：${when.fullDay(dayOf(it.account.registeredAt))}`,
      ...(it.exceptions.length > 0 ? ["经领导同意的例外："] : []),
      ...it.exceptions.map(
        ({ source, reason, by, at }) =>
          `· ${source === null ? "（规章已调整）" : cited.cite(source)}：${reason}（${by ?? "—"}，${when.fullDay(dayOf(at))}）`,
      ),
    ].join("\n")
  },
}
