import type { Account } from "../../rules/account.ts"
import type { Finding, FindingKind, FindingState } from "../../rules/finding.ts"
import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

interface Shown {
  readonly it: Finding
  readonly account: Pick<Account, "platform" | "name"> | null
  readonly unit: string
  readonly by: string
  readonly rectifiedBy: string | null
  readonly closedBy: string | null
  readonly left: number
  readonly sources: readonly Source[]
}

const kinds: Record<FindingKind, string> = { finding: "问题", order: "限期整改" }
const states: Record<FindingState, string> = {
  open: "待整改",
  rectified: "已整改，待核销",
  closed: "已核销",
  withdrawn: "已撤回",
}

const whose = ({ account, unit }: Shown): string => (account === null ? unit : quota.named(account))

/** `问题 2026-3 微博“示例县发布”：评论关闭` */
const named = (shown: Shown): string =>
  `${kinds[shown.it.kind]} ${shown.it.number} ${whose(shown)}：${shown.it.what}`

const until = ({ it, left }: Shown): string =>
  left < 0
    ? `${when.day(it.dueOn)}到期，已逾期 ${-left} 天`
    : left === 0
      ? `今天（${when.day(it.dueOn)}）24:00 前`
      : `${when.day(it.dueOn)}24:00 前，还剩 ${left} 天`

const rests = ({ sources }: Shown): string =>
  sources.length === 0 ? cited.house : [...new Set(sources.map(cited.cite))].join("、")

const line = (shown: Shown): string =>
  `${shown.it.state === "rectified" ? "☑️" : shown.left < 0 ? "🔴" : "🟡"} ${named(shown)}（${
    shown.it.state === "open" ? until(shown) : states[shown.it.state]
  }）`

const rectification = (shown: Shown): readonly string[] =>
  shown.it.rectified === null
    ? []
    : [
        `整改：${when.fullDay(shown.it.rectified.on)} ${shown.rectifiedBy ?? "—"}，${shown.it.rectified.evidence}${shown.it.rectified.note === null ? "" : `，${shown.it.rectified.note}`}`,
      ]

const findingField = { label: "问题", ask: "哪一个问题？", example: "2026-3" }
const byField = { label: "期限", ask: "最晚哪天整改好？", example: "2026-03-20" }
const aboutField = { label: "对象", ask: "哪个账号（或单位）的问题？", example: "微博示例县发布" }

/** What checks find, and how it is put right. */
export const finding = {
  kinds,
  states,
  commands: {
    finding: {
      title: "登记检查发现的问题",
      aliases: ["登记问题", "查出问题"],
      fields: {
        about: aboutField,
        what: { label: "问题", ask: "什么问题？请勿写群众的姓名和电话。", example: "首页公告已失效" },
        point: { label: "要求", ask: "不符合哪一项要求？", example: "按期更新" },
        by: byField,
        evidence: {
          label: "证据",
          ask: "有截图或页面的链接吗？没有就跳过。",
          example: "https://example.org/a",
        },
      },
    },
    order: {
      title: "责令更新慢的账号限期整改",
      aliases: ["限期整改", "催改"],
      fields: { account: { ...aboutField, label: "账号", ask: "哪个账号？" }, by: byField },
    },
    findings: {
      title: "查看整改台账",
      aliases: ["整改台账", "问题台账"],
      fields: { finding: { ...findingField, example: "" } },
    },
    rectified: {
      title: "回复整改情况",
      aliases: ["已整改", "整改完成"],
      fields: {
        obligation: { label: "事项", ask: "哪一项？", example: "" },
        finding: findingField,
        evidence: {
          label: "证据",
          ask: "请发能看出已经整改的链接（网页或截图）。",
          example: "https://example.org/a",
        },
        note: { label: "说明", ask: "有什么要说明的？没有就跳过。", example: "已恢复每周两次更新" },
      },
    },
    verify: {
      title: "核销或退回整改",
      aliases: ["核销"],
      fields: {
        finding: findingField,
        say: { label: "决定", ask: "核销还是退回？", example: "核销" },
        reason: { label: "理由", ask: "为什么退回？", example: "链接打不开" },
        by: { ...byField, ask: "改到哪天整改好？" },
      },
    },
  },
  says: { close: "核销", back: "退回", withdraw: "撤回" },
  other: "其他",
  slow: "更新不及时",
  proposed: (on: Day) => `${when.short(on)}（本单位约定）`,
  buttons: {
    rectified: (number: string | null) => (number === null ? "已整改，附链接" : `已整改 ${number}`),
    close: "核销",
    back: "退回",
    withdraw: "登记错了，撤回",
    list: "整改台账",
  },
  opened: (shown: Shown, told: number) =>
    [
      `✅ 已登记${named(shown)}`,
      `整改期限：${until(shown)}`,
      `依据 ${rests(shown)}`,
      told === 0 ? "⚠️ 该单位没有人可以通知，请另行告知。" : `已通知 ${told} 人。整改后由另一人核销。`,
    ].join("\n"),
  /** What whoever has to put it right is told. */
  notice: (its: readonly Shown[]) =>
    [
      `【整改通知】${its[0]?.unit ?? ""}`,
      ...its.flatMap((shown) => [
        `· ${named(shown)}`,
        `　期限：${until(shown)}；依据 ${rests(shown)}`,
        ...(shown.it.evidence === null ? [] : [`　${shown.it.evidence}`]),
      ]),
      `${its[0]?.by ?? ""}登记。整改后按下面的按钮附上链接，由另一人核销。`,
    ].join("\n"),
  answered: (shown: Shown) => [`☑️ 已回复${named(shown)}`, ...rectification(shown), "等待核销。"].join("\n"),
  toClose: (shown: Shown) =>
    [
      `【待核销】${shown.unit}`,
      named(shown),
      ...rectification(shown),
      "请核对后核销；没有改好的，退回并写明理由。",
    ].join("\n"),
  stillWaiting: (shown: Shown) =>
    [`【提醒】还有一项整改等您核销：${shown.unit}`, named(shown), ...rectification(shown)].join("\n"),
  closed: (shown: Shown) => `✅ ${named(shown)}，已由${shown.closedBy ?? "—"}核销`,
  closedFor: (shown: Shown) => `✅ ${named(shown)}：${shown.closedBy ?? "—"}已核销。`,
  sentBack: (shown: Shown, reason: string) =>
    [`【退回整改】${named(shown)}`, `理由：${reason}`, `新的期限：${until(shown)}`].join("\n"),
  withdrawn: (shown: Shown) => `➖ ${named(shown)}，登记有误，已由${shown.by}撤回，不用整改。`,
  card: (shown: Shown) =>
    [
      `${states[shown.it.state]}：${named(shown)}（${shown.unit}）`,
      `${when.fullDay(shown.it.foundOn)} ${shown.by}发现；期限 ${until(shown)}`,
      `依据 ${rests(shown)}`,
      ...(shown.it.evidence === null ? [] : [`证据：${shown.it.evidence}`]),
      ...rectification(shown),
      ...shown.it.sentBack.map(({ reason, at }) => `${when.instant(at)}退回：${reason}`),
      ...(shown.it.closed === null
        ? []
        : [`${when.instant(shown.it.closed.at)} ${shown.closedBy ?? "—"}核销`]),
    ].join("\n"),
  list: (its: readonly Shown[], more: number) =>
    [
      "【整改台账】",
      ...its.map((shown) => `${line(shown)}　${shown.unit}`),
      ...(more > 0 ? [`另有 ${more} 项，期限更晚。`] : []),
    ].join("\n"),
  none: "没有待整改、待核销的问题。",
  gone: "这个问题已经不在了。发 /findings 查看现在的。",
  unknown: (typed: string) => `没有“${typed}”这个问题。发 /findings 查看。`,
  past: (on: Day) => `${when.fullDay(on)}已经过了，整改期限不能早于今天。`,
  notOpen: (shown: Shown) => `${named(shown)}现在是“${states[shown.it.state]}”，不用再回复整改。`,
  notRectified: (shown: Shown) =>
    shown.it.state === "open"
      ? `${named(shown)}还没有回复整改，不能核销。`
      : `${named(shown)}现在是“${states[shown.it.state]}”，不用再办。`,
  ownWork: "整改是您本人回复的，请由另一人核销。",
  orderedAlready: (shown: Shown) => `${named(shown)}还没有办结，不用再下一次。`,
  tooFar: "这个问题已经有人处理，不能撤回；请核销或退回。",
  notYours: (hours: number) => `只有登记人在 ${hours} 小时内可以撤回。`,
}
