import { dayOf } from "../../rules/time.ts"
import type { FieldName } from "../zh/details.ts"
import { listing as chinese } from "../zh/listing.ts"
import { cited } from "./cited.ts"
import { fields, value } from "./details.ts"
import { password } from "./password.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const standings = { ...quota.conditions, offline: "offline", coming: "being set up", retired: "retired" }

export const listing: typeof chinese = {
  list: (it) => {
    const counted = Object.entries(it.counts).filter(([, count]) => count > 0)
    const all = counted.reduce((sum, [key, count]) => (key === "retired" ? sum : sum + count), 0)
    return [
      `[Accounts] ${all} in all${it.of === null ? "" : `; shown: ${it.of}`}${it.pages > 1 ? ` (page ${it.page} of ${it.pages})` : ""}`,
      counted
        .map(([standing, count]) => {
          const key = standing as keyof typeof chinese.marks
          return `${chinese.marks[key]} ${standings[key]} ${count}`
        })
        .join("  "),
      ...(it.groups.length > 0
        ? []
        : it.of === null
          ? ["There is no account here yet. Use /register, or /import to take in a ledger."]
          : ["There is no such account."]),
      ...it.groups.flatMap(({ unit, listed: shown }) => [
        `▪ ${unit}`,
        ...shown.map(
          ({ account: each, mark, outside }) =>
            `  ${mark} ${quota.named(each)}${each.main ? " (main account)" : ""}${outside ? " (not in the matrix)" : ""}`,
        ),
      ]),
    ]
      .filter((line) => line !== "")
      .join("\n")
  },
  standings,
  marks: chinese.marks,
  states: {
    planned: "planned",
    applying: "waiting for approval",
    approved: "approved, not live yet",
    verifying: "being verified",
    live: "live",
    unapproved: "not approved",
    offline: "temporarily offline",
    "offline-unapproved": "offline without approval",
    closing: "closing",
    cancelled: "cancelled",
    exited: "left supervision",
    "ordered-closed": "closed by order",
    retired: "retired",
  },
  show: (it) => {
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
      `[${quota.named(it.account)}] ${it.standing}`,
      ...(it.account.retired === null
        ? []
        : [
            `Retired on ${when.fullDay(it.account.retired.on)}: ${it.account.retired.reason}${it.retiredBy === null ? "" : ` (${it.retiredBy})`}`,
          ]),
      it.account.lastPostAt === null
        ? "No post on record"
        : `Last post: ${when.instant(it.account.lastPostAt)}`,
      ...it.rules.map(
        (rule) =>
          `· ${cited.cite(rule.source)}: ${cited.says(rule)}; until ${when.day(rule.until)}${rule.provisional ? " (provisional)" : ""}, ${rule.count} of ${rule.needed} posted`,
      ),
      ...shown.map(
        (field) =>
          `${fields[field].label}: ${field === "custodian" && draft.custodian === null && it.password !== null ? password.noKeeper : value(draft, field)}`,
      ),
      ...(it.password === null ? [] : [password.standing(it.password)]),
      `Registered on ${when.fullDay(dayOf(it.account.registeredAt))}`,
      ...(it.exceptions.length > 0 ? ["Passed by the leader in charge:"] : []),
      ...it.exceptions.map(
        ({ source, reason, by, at }) =>
          `· ${source === null ? "(rule since replaced)" : cited.cite(source)}: ${reason} (${by ?? "—"}, ${when.fullDay(dayOf(at))})`,
      ),
    ].join("\n")
  },
}
