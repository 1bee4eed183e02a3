import type { Fact } from "../../rules/facts.ts"
import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { fields, listed, type Named, type Raised } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

interface Unmet {
  readonly fact: Fact
  readonly source: Source
}

const accountField = { label: "账号", ask: "哪个账号？", example: "示例县发布" }
const applicationField = { label: "申请", ask: "哪一项申请？", example: "开设微博“示例县发布”" }

const unmet: Partial<Record<Fact, (unit: string) => string>> = {
  "account.verification-names-sponsor": (unit) => `认证信息里没有写明主办单位全称“${unit}”`,
  "account.licence": () => "从事新闻信息或视听节目服务，还没有许可证编号",
  "account.opening-announcement": () => "还没有开通公告的链接",
  "app.security-report": () => "客户端还没有安全检测报告",
  "app.ipv6": () => "客户端还不支持 IPv6",
  "app.https": () => "客户端还没有使用 HTTPS",
  "app.html5": () => "客户端还不支持 HTML5",
  "app.every-terminal": () => "客户端还不能在各种终端上使用",
}

const line = ({ fact, source }: Unmet, unit: string): string =>
  `· ${unmet[fact]?.(unit) ?? fact}（${cited.cite(source)}）`

/** From a plan to a live account. */
export const opening = {
  purposes: { standing: "日常发布", special: "专项工作或一项活动" },
  has: { ipv6: "支持 IPv6", https: "使用 HTTPS", html5: "支持 HTML5", everyTerminal: "各种终端可用" },
  none: "都没有",
  unneeded: "不需要",
  noneYet: "还没有",
  buttons: { apply: "提交申请", goLive: "办理上线", removed: "登记撤下公告" },
  commands: {
    open: {
      title: "申请开设账号",
      aliases: ["申请开设", "开设账号"],
      fields: {
        unit: fields.unit,
        platform: { ...fields.platform, ask: "打算在哪个平台开设？" },
        name: { ...fields.name, ask: "打算叫什么名称？" },
        special: { label: "用途", ask: "开这个账号做什么用？", example: "日常发布" },
        news: { label: "新闻或视听服务", ask: "是否从事新闻信息或视听节目服务？", example: "否" },
        main: fields.main,
        running: fields.running,
        operator: fields.operator,
        custodian: fields.custodian,
        editors: fields.editors,
      },
    },
    apply: {
      title: "提交开设申请",
      aliases: ["提交申请"],
      fields: {
        account: { ...accountField, ask: "提交哪个拟开设账号的申请？" },
        ticks: {
          label: "方案内容",
          ask: "实施方案里已经写好了哪些部分？请逐项点选。",
          example: "组织领导、经费",
        },
        papers: {
          label: "附件",
          ask: "附件的文号或链接是什么？一行一份，如“实施方案：某政发〔2026〕3号”。",
          example: "实施方案：某政发〔2026〕3号",
        },
      },
    },
    golive: {
      title: "办理账号上线",
      aliases: ["上线", "办理上线"],
      fields: {
        account: { ...accountField, ask: "哪个账号上线？" },
        on: { label: "上线日期", ask: "哪天正式上线？", example: "今天" },
        registeredOn: {
          label: "注册日期",
          ask: "平台哪天通过注册？备案期限从最早能证明的那天算起；与上线同一天就跳过。",
          example: "2026-02-12",
        },
        link: { ...fields.link, label: "主页链接" },
        verification: { ...fields.verification, ask: "平台上公开的认证信息怎么写？应写明主办单位全称。" },
        announcement: {
          label: "开通公告",
          ask: "开通公告的链接是什么？",
          example: "https://weibo.com/1234567890/abc",
        },
        licence: { label: "许可证", ask: "新闻信息或视听节目许可证编号是多少？", example: "第1234567号" },
        report: { label: "安全检测报告", ask: "安全检测报告是哪天的？", example: "2026-02-12" },
        has: { label: "客户端", ask: "客户端做到了哪些？请逐项点选。", example: "支持 IPv6" },
      },
    },
    approval: {
      title: "补登开设批准",
      aliases: ["补登批准"],
      fields: {
        account: { ...accountField, ask: "补登哪个账号的开设批准？" },
        paper: { label: "文号", ask: "批复的文号是什么？", example: "陕政办函〔2026〕8号" },
        on: { label: "批复日期", ask: "批复是哪天的？", example: "2026-05-20" },
      },
    },
    removed: {
      title: "登记公告已撤下",
      aliases: ["撤下公告", "公告已撤下"],
      fields: {
        account: { ...accountField, ask: "哪个账号的公告撤下了？" },
        on: { label: "撤下日期", ask: "哪天撤下的？", example: "今天" },
      },
    },
    decide: {
      title: "审批一项申请",
      aliases: [],
      fields: {
        application: applicationField,
        n: { label: "次序", ask: "第几步？", example: "1" },
        say: { label: "意见", ask: "您的意见是？", example: "同意" },
        reason: { label: "理由", ask: "请写一句理由，申请人会看到。", example: "方案里请补充经费来源" },
      },
    },
    record: {
      title: "登记上级批复",
      aliases: ["登记批复"],
      fields: {
        application: { ...applicationField, ask: "登记哪一项申请的批复？" },
        step: { label: "批复单位", ask: "哪一级的批复？", example: "县政府办公室" },
        say: { label: "结果", ask: "批复结果是？", example: "同意" },
        paper: { label: "文号", ask: "批复的文号是什么？", example: "吴政办函〔2026〕8号" },
        on: { label: "批复日期", ask: "批复是哪天的？", example: "2026-05-20" },
        reason: { label: "意见", ask: "批复里的意见是什么？申请人会看到。", example: "请补充经费来源" },
      },
    },
    withdraw: {
      title: "撤回申请",
      aliases: ["撤回"],
      fields: {
        application: { ...applicationField, ask: "撤回哪一项申请？" },
        reason: { label: "原因", ask: "为什么撤回？", example: "改为使用已有账号" },
      },
    },
    applications: {
      title: "查看申请进度",
      aliases: ["申请进度", "进度"],
      fields: { application: applicationField },
    },
    standin: {
      title: "登记代理",
      aliases: ["代理", "登记代理"],
      fields: {
        unit: { label: "单位", ask: "哪个单位的代理？", example: "示例县教育局" },
        role: { label: "职责", ask: "代理什么职责？", example: "分管领导" },
        who: { label: "被代理人", ask: "代理谁？", example: "李国强" },
        by: { label: "代理人", ask: "由谁代理？", example: "王建国" },
        from: { label: "开始", ask: "从哪天起？", example: "2026-03-02" },
        to: { label: "结束", ask: "到哪天为止（含当天）？", example: "2026-03-06" },
        paper: { label: "文号", ask: "书面依据的文号是什么？没有就跳过。", example: "某局发〔2026〕5号" },
      },
    },
  },
  notPlanned: (it: Named) => `${quota.named(it)}不在筹备阶段，不用再申请开设。`,
  planned: (it: { account: Named; notes: Raised }) =>
    [`已列入开设计划：${quota.named(it.account)}。接下来提交申请。`, ...listed(it.notes)].join("\n"),
  approved: (it: Named, on: Day) =>
    `${quota.named(it)}的开设已于${when.day(on)}获得同意。请注册、认证，准备好后发 /golive 办理上线。`,
  notApproved: (it: Named) => `${quota.named(it)}还没有获得同意，不能上线。请先用 /apply 提交申请。`,
  notReady: (account: Named, unit: string, raised: readonly Unmet[]) =>
    [
      `${quota.named(account)}还不能上线：`,
      ...raised.map((each) => line(each, unit)),
      "请补齐后再办理，现在没有任何改动。",
    ].join("\n"),
  verifying: (account: Named, unit: string, raised: readonly Unmet[]) =>
    [
      `${quota.named(account)}还不能上线，先停在“认证中”：`,
      ...raised.map((each) => line(each, unit)),
      "请改好认证信息后再办理上线。",
    ].join("\n"),
  misnamed: (unit: string, raised: readonly Unmet[]) =>
    [
      ...raised.map((each) => line(each, unit)),
      "请重新填写；平台上还没有改好的请跳过，先停在“认证中”。",
    ].join("\n"),
  beforeApproval: (on: Day, approved: Day) =>
    `上线日期 ${when.fullDay(on)} 早于获批日期 ${when.fullDay(approved)}，请核对。`,
  registeredLater: (registered: Day, on: Day) =>
    `平台注册日期 ${when.fullDay(registered)} 晚于上线日期 ${when.fullDay(on)}，请核对。`,
  nothingAnnounced: (it: Named) => `${quota.named(it)}现在没有正在保留的公告。`,
  tooEarly: (on: Day) => `公告提前撤下（${when.fullDay(on)}）`,
  removed: (it: Named, tooEarly: Day | null) =>
    tooEarly === null
      ? `已登记：${quota.named(it)}的公告已撤下，保留时间符合要求。`
      : `已登记：${quota.named(it)}的公告已撤下。按规定应保留到 ${when.fullDay(tooEarly)}以后，提前撤下已记录，并已告知分管领导。`,
  removedEarly: (it: { account: Named; unit: string; on: Day; free: Day }) =>
    `【公告提前撤下】${it.unit}的${quota.named(it.account)}，公告于${when.day(it.on)}撤下，按规定${when.day(it.free)}起才能撤下。此事已记录，只通知您一次。`,
  unapproved: (it: { account: Named; unit: string; source: Source }) =>
    `【未经批准的账号】${it.unit}登记了${quota.named(it.account)}，没有查到开设批准（${cited.cite(it.source)}）。请核实；有批复的，用 /approval 补登文号。此事只通知您一次。`,
  approvalRecorded: (it: Named, paper: string) => `已补登${quota.named(it)}的开设批准，文号 ${paper}。`,
  isApproved: (it: Named) => `${quota.named(it)}不缺开设批准，不用补登。`,
  live: (it: { account: Named; on: Day; announcementUntil: Day | null }) =>
    [
      `✅ ${quota.named(it.account)}已上线（${when.fullDay(it.on)}）。`,
      ...(it.announcementUntil === null
        ? []
        : [`开通公告请一直保留，${when.fullDay(it.announcementUntil)}起才能撤下，撤下后发 /removed 登记。`]),
      "备案等期限从今天起开始提醒，发 /due 可以查看。",
    ].join("\n"),
  standIn: {
    done: (it: { role: string; who: string; by: string; from: Day; to: Day }) =>
      `已登记：${when.fullDay(it.from)}至${when.fullDay(it.to)}，由${it.by}代理${it.who}（${it.role}）。开设和关停仍须主要负责人本人决定。`,
    notHolding: (who: string, role: string) => `${who}现在不是${role}，没有登记代理。`,
    himself: "代理人不能是本人。",
    backwards: (from: Day, to: Day) =>
      `结束日期 ${when.fullDay(to)} 早于开始日期 ${when.fullDay(from)}，请核对。`,
  },
}
