import type { ClosingStep, ShownClosing } from "../../rules/closing.ts"
import type { Duty } from "../../rules/duty.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import type { Named } from "./details.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

type Step = ClosingStep | "cancelled"

const steps: Record<Step, string> = {
  announced: "关停迁移公告",
  migrated: "内容迁移",
  destination: "内容去向公告",
  submitted: "向平台申请注销",
  cancelled: "平台注销完成",
}

/** What has to be done first, as a request. */
const first: Record<ClosingStep, string> = {
  announced: "请先在原账号上发布关停公告并登记链接",
  migrated: "请先登记内容迁移完成的日期",
  destination: "请先发布说明内容去向的公告并登记链接",
  submitted: "请先登记向平台申请注销的日期",
}

const marks: Record<ShownClosing["steps"][number]["state"], string> = {
  done: "✅",
  now: "⏳",
  held: "🔒",
  later: "·",
}

const standing = (free: Day): string => `须一直保留，${when.fullDay(free)}起才能办理注销`

const line = (it: ShownClosing, { step, state, on }: ShownClosing["steps"][number]): string => {
  const done = on === null ? "" : ` ${when.short(on)}`
  const more =
    step === "announced" && state === "done" && it.freeOn !== null
      ? `（${standing(it.freeOn)}）`
      : step === "submitted" && state === "done" && it.goneOn !== null
        ? `（平台冻结期到，${when.fullDay(it.goneOn)}起注销完成）`
        : state !== "held"
          ? ""
          : step === "cancelled" && it.goneOn !== null
            ? `（${when.fullDay(it.goneOn)}起）`
            : it.freeOn === null
              ? ""
              : `（${when.fullDay(it.freeOn)}起）`
  return `${marks[state]} ${steps[step]}${done}${more}`
}

const filings = (due: readonly Duty[]): readonly string[] =>
  due.length === 0
    ? []
    : ["还要办理：", ...due.map(obligation.line), ...obligation.rules(due), "办好后发 /done 登记。"]

const accountField = { label: "账号", ask: "哪个账号？", example: "示例县发布" }
const reasonField = { label: "理由", ask: "为什么关停？", example: "无力维护" }
const unitField = { label: "单位", ask: "哪个单位撤并了？", example: "示例县教育局" }

/** The end of an account, and of a unit. */
export const closing = {
  steps,
  buttons: {
    close: "关停进度",
    announced: "登记关停公告",
    migrated: "登记迁移完成",
    destination: "登记去向公告",
    submitted: "登记平台申请",
    cancelled: "登记注销完成",
  },
  commands: {
    close: {
      title: "申请关停账号",
      aliases: ["关停", "申请关停"],
      fields: { account: { ...accountField, ask: "关停哪个账号？" }, reason: reasonField },
    },
    closing: {
      title: "登记关停进展",
      aliases: ["关停进展"],
      fields: {
        account: accountField,
        step: { label: "步骤", ask: "登记哪一步？", example: "关停迁移公告" },
        link: { label: "链接", ask: "公告的链接是什么？", example: "https://weibo.com/1234567890/abc" },
        on: { label: "日期", ask: "是哪天的？", example: "今天" },
        followers: {
          label: "粉丝数",
          ask: "账号现在有多少粉丝？平台冻结期的长短与粉丝数有关。",
          example: "8600",
        },
      },
    },
    cancelled: {
      title: "登记注销完成",
      aliases: ["注销完成", "已注销"],
      fields: {
        account: { ...accountField, ask: "哪个账号注销完成了？" },
        on: { label: "日期", ask: "平台上从哪天起显示已注销？", example: "今天" },
      },
    },
    exit: {
      title: "申请退出监管",
      aliases: ["退出监管"],
      fields: {
        account: { ...accountField, ask: "哪个账号不再具有行政职能，要退出监管？" },
        papers: {
          label: "附件",
          ask: "编制部门批复的文号是什么？",
          example: "县编发〔2026〕3号",
        },
      },
    },
    dissolve: {
      title: "登记单位撤并",
      aliases: ["单位撤并", "撤并"],
      fields: {
        unit: unitField,
        how: { label: "情况", ask: "是合并还是撤销？", example: "合并" },
        into: { label: "并入单位", ask: "并入了哪个单位？", example: "示例县文化和旅游局" },
        on: { label: "日期", ask: "从哪天起？", example: "今天" },
        reason: { label: "依据", ask: "依据是什么？没有就跳过。", example: "县委编办〔2026〕3号" },
      },
    },
    closeorder: {
      title: "登记责令关停",
      aliases: ["责令关停"],
      fields: {
        account: { ...accountField, ask: "责令关停哪个账号？" },
        authority: { label: "决定单位", ask: "由哪个单位决定？", example: "省交通运输厅办公室" },
        paper: { label: "文号", ask: "决定的文号是什么？", example: "厅办〔2026〕8号" },
        on: { label: "日期", ask: "决定是哪天的？", example: "2026-05-20" },
        reason: { label: "原因", ask: "为什么责令关停？该单位会看到。", example: "制度不落实，长期无人维护" },
      },
    },
  },
  status: (it: ShownClosing) =>
    [
      `【关停】${quota.named(it.account)}`,
      `单位：${it.unit}`,
      `✅ 同意关停 ${when.short(it.approvedOn)}`,
      ...it.steps.map((each) => line(it, each)),
      "注销完成之前照常更新。",
      ...(it.sources.length === 0 ? [] : [`依据：${[...new Set(it.sources.map(cited.cite))].join("、")}`]),
    ].join("\n"),
  notAgreed: (it: Named) =>
    `${quota.named(it)}还没有获准关停，不能往下办理。请先用 /close 申请；已经申请的，等各级都同意。`,
  notUp: (it: Named) => `${quota.named(it)}现在没有正常上线，不能申请关停。`,
  notWatched: (it: Named) => `${quota.named(it)}不在监管之列，不用申请退出。`,
  noExit: (it: Named) =>
    `${quota.named(it)}适用的规章没有“退出监管”这一程序，没有提交。不再使用的请用 /close 申请关停。`,
  takenAlready: (it: Named, step: Step, on: Day) =>
    `${quota.named(it)}的${steps[step]}已于${when.fullDay(on)}登记，不用再登记。`,
  outOfOrder: (it: Named, step: Step, missing: ClosingStep) =>
    `${quota.named(it)}还不能登记“${steps[step]}”。${first[missing]}。`,
  beforeConsent: (on: Day, agreed: Day) =>
    `${when.fullDay(on)}早于同意关停的日期 ${when.fullDay(agreed)}，请核对。`,
  beforeMigration: (on: Day, migrated: Day) =>
    `${when.fullDay(on)}早于内容迁移完成的日期 ${when.fullDay(migrated)}，请核对。`,
  beforeSubmission: (on: Day, submitted: Day) =>
    `${when.fullDay(on)}早于向平台申请注销的日期 ${when.fullDay(submitted)}，请核对。`,
  standsStill: (it: Named, free: Day, rule: string) =>
    `${quota.named(it)}的关停公告还没有挂满，${when.fullDay(free)}起才能注销（${rule}）。现在没有任何改动。`,
  frozenStill: (it: Named, gone: Day) =>
    `${quota.named(it)}还在平台冻结期，${when.fullDay(gone)}起才算注销完成（冻结期按本单位约定的平台规则计算）。现在没有任何改动。`,
  noStepLeft: "各步骤都已登记。平台上显示已注销后，发 /cancelled 登记。",
  closedFor: (reason: string | null) => `关停${reason === null ? "" : `：${reason}`}`,
  cancelled: (it: Named, on: Day, due: readonly Duty[]) =>
    [`⏹ ${quota.named(it)}已于${when.fullDay(on)}注销，今后不再提醒更新。`, ...filings(due)].join("\n"),
  exitedFor: "退出监管",
  exited: (it: Named, on: Day) => `${quota.named(it)}已于${when.fullDay(on)}退出监管，今后不再提醒。`,
  orderedFor: (authority: string, paper: string, reason: string) =>
    `${authority}责令关停（${paper}）：${reason}`,
  ordered: (it: { account: Named; unit: string; on: Day; reason: string; due: readonly Duty[] }) =>
    [
      `【责令关停】${it.unit}的${quota.named(it.account)}`,
      `${when.fullDay(it.on)}，${it.reason}`,
      "今后不再提醒更新。请尽快在平台上办理注销。",
      ...filings(it.due),
    ].join("\n"),
  how: { merged: "合并", abolished: "撤销", mistaken: "登记有误，单位还在" },
  dissolved: (it: {
    unit: string
    how: "merged" | "abolished"
    on: Day
    into: string | null
    accounts: readonly Named[]
    due: readonly Duty[]
  }) =>
    [
      `已登记：“${it.unit}”${it.how === "merged" ? `于${when.fullDay(it.on)}并入“${it.into ?? ""}”` : `于${when.fullDay(it.on)}撤销`}，今后不能再增加人员和账号。`,
      ...(it.accounts.length === 0
        ? []
        : [
            `名下 ${it.accounts.length} 个账号要关停（/close）或另定主办单位（/edit）：`,
            ...it.accounts.map((each) => `· ${quota.named(each)}`),
            ...it.due.slice(0, 1).map(obligation.line),
            ...obligation.rules(it.due),
          ]),
    ].join("\n"),
  revived: (unit: string) => `已更正：“${unit}”没有撤并，一切照旧。`,
  notDissolved: (unit: string) => `“${unit}”没有登记过撤并，不用更正。`,
  dissolvedAlready: (unit: string) => `“${unit}”已经登记过撤并。登记有误的，请选“登记有误，单位还在”。`,
  root: "最上级单位不能登记撤并。",
  intoItself: "单位不能并入自己，请重新选择。",
  intoDissolved: (unit: string) => `“${unit}”自己也已撤并，请选现在还在的单位。`,
  nothingNew: (unit: string) => `“${unit}”已经撤并，不能再增加人员和账号。`,
  /** Added to the name of a unit. */
  gone: (how: "merged" | "abolished", on: Day, into: string | null) =>
    how === "merged" ? `${when.fullDay(on)}并入${into ?? ""}` : `${when.fullDay(on)}撤销`,
  retiring: (it: Named, rule: string) =>
    `按${rule}，账号关停要先报批（/close）。/retire 只用于本来就不该登记的账号。确定要停用${quota.named(it)}吗？`,
}
