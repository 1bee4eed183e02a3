import { type Draft, EARLIEST_OPENING } from "../../rules/account.ts"
import type { Owed } from "../../rules/owed.ts"
import type { Day, Instant } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import {
  type FieldName,
  fields,
  listed,
  plain,
  type Named,
  type Raised,
  runnings,
  value,
  yesOrNo,
} from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const accountField = { label: "账号", ask: "哪个账号？", example: "示例县发布" }
const requestField = { label: "申请", ask: "哪一项申请？", example: "" }
const clearing = "不再需要的，按“跳过”清空。"

const next = (due: Pick<Owed, "until" | "left" | "provisional" | "source"> | null): readonly string[] =>
  due === null
    ? []
    : [
        `下次更新不晚于 ${when.day(due.until)}${due.provisional ? "（暂定）" : ""}（还有 ${due.left} 天；依据：${cited.cite(due.source)}）。`,
      ]

/** Registering, changing and retiring accounts. */
export const account = {
  fields,
  yesOrNo,
  runnings,
  editable: {
    name: fields.name.label,
    link: fields.link.label,
    verification: fields.verification.label,
    custodian: fields.custodian.label,
    editors: fields.editors.label,
    running: fields.running.label,
    main: fields.main.label,
    openedOn: fields.openedOn.label,
    platform: fields.platform.label,
    unit: fields.unit.label,
  },
  confirm: { yes: "确认停用", no: "不停用" },
  confirmRetiring: (it: Named) => `停用${quota.named(it)}`,
  commands: {
    register: { title: "登记账号", aliases: ["登记账号", "新增账号"], fields },
    accounts: {
      title: "查看全部账号",
      aliases: ["账号", "账号列表"],
      fields: {
        of: { label: "范围", ask: "看哪些账号？", example: "超期" },
        page: { label: "页码", ask: "看第几页？", example: "2" },
      },
    },
    account: { title: "查看一个账号", aliases: ["账号详情", "查账号"], fields: { account: accountField } },
    edit: {
      title: "修改账号信息",
      aliases: ["修改账号", "改账号"],
      fields: {
        account: { ...accountField, ask: "修改哪个账号？" },
        what: { label: "项目", ask: "修改哪一项？", example: "名称" },
        name: { ...fields.name, ask: "改成什么名称？请与平台上显示的一致。" },
        link: { ...fields.link, ask: `新的链接是什么？${clearing}` },
        verification: { ...fields.verification, ask: `新的认证信息是什么？${clearing}` },
        custodian: {
          ...fields.custodian,
          ask: `改由谁保管密码？可以点选，也可以直接写姓名。${clearing}（只要姓名，请不要发送密码）`,
        },
        editors: { ...fields.editors, ask: "改由谁编辑发布？请把全部人员选上或写上。" },
        running: { ...fields.running, ask: "改由谁运营？" },
        operator: fields.operator,
        main: fields.main,
        openedOn: { ...fields.openedOn, ask: `哪天开通的？${clearing}` },
        platform: { ...fields.platform, ask: "改为哪个平台？" },
        unit: { ...fields.unit, ask: "改由哪个单位主办？" },
      },
    },
    retire: {
      title: "停用账号",
      aliases: ["停用账号", "注销账号"],
      fields: {
        account: { ...accountField, ask: "停用哪个账号？" },
        reason: {
          label: "原因",
          ask: "为什么停用？请写一句原因，会随账号保存。",
          example: "职能整合，并入示例县发布",
        },
        confirm: {
          label: "确认",
          ask: "停用后不再提醒更新，账号资料会保留。确认停用吗？",
          example: "确认停用",
        },
      },
    },
    unregister: { title: "撤销登记", aliases: [], fields: { account: accountField } },
    restore: { title: "撤销停用", aliases: [], fields: { account: accountField } },
    approve: {
      title: "写明理由并同意",
      aliases: [],
      fields: {
        request: requestField,
        reason: {
          label: "理由",
          ask: "请写明同意的理由，会随账号保存，供检查时查看。",
          example: "合并两个业务号，过渡期三个月",
        },
      },
    },
    refuse: { title: "不同意", aliases: [], fields: { request: requestField } },
  },
  buttons: {
    report: "登记更新",
    show: "查看账号",
    edit: "修改",
    retire: "停用",
    restore: "撤销停用",
    unregister: "撤销登记",
    next: "下一页 ›",
    back: "‹ 上一页",
    all: "全部账号",
  },
  registered: (it: {
    account: Named
    unit: string
    next: Pick<Owed, "until" | "left" | "provisional" | "source"> | null
    notes: Raised
  }) =>
    [`✅ 已登记：${it.unit}的${quota.named(it.account)}`, ...next(it.next), ...listed(it.notes)].join("\n"),
  edited: (it: {
    before: Draft & { readonly unit: string }
    after: Draft & { readonly unit: string }
    changed: readonly FieldName[]
    notes: Raised
  }) =>
    [
      `✅ 已修改：${quota.named(it.after)}`,
      ...it.changed
        .filter((field) => value(it.before, field) !== value(it.after, field))
        .map((field) => `${fields[field].label}：${value(it.before, field)} → ${value(it.after, field)}`),
      ...listed(it.notes),
    ].join("\n"),
  registration: (it: Named, at: Instant) => `${when.instant(at)} 登记账号：${quota.named(it)}`,
  unregistered: (it: Named) => `↩️ 已撤销登记：${quota.named(it)}不再在册，填写的资料已删去。`,
  notFresh: (it: Named, hours: number) =>
    `${quota.named(it)}登记已超过 ${hours} 小时，或者登记后又有变动，不能撤销登记。不再使用的请用 /retire 停用。`,
  /** Every objection at once: what is wrong, what to do, and where it is written. */
  refused: (raised: Raised) => ["没有保存，请先解决下面的问题：", ...listed(raised)].join("\n"),
  /** Said while the form is still being filled in. */
  ahead: {
    refused: (raised: Raised) => ["这样不能登记：", ...listed(raised)].join("\n"),
    opposed: (raised: Raised) =>
      [
        "按规定原则上不行，需要分管领导写明理由：",
        ...raised.map(plain),
        "确有需要就接着填，填完替您报给分管领导；否则请取消。",
      ].join("\n"),
  },
  double: (it: Named) => `${quota.named(it)}已经登记过了，不用重复登记。要改资料请用 /edit。`,
  gone: "没有这个账号，可能已经撤销。/accounts 可以查看全部账号。",
  same: "和原来一样，没有改动。",
  retiredAlready: (it: Named) => `${quota.named(it)}已经停用。`,
  notRetired: (it: Named) => `${quota.named(it)}没有停用，不用恢复。`,
  restoreTooLate: (hours: number) => `停用已超过 ${hours} 小时，不能撤销。需要时请用 /register 重新登记。`,
  retired: (it: Named, reason: string, hours: number) =>
    `已停用：${quota.named(it)}（原因：${reason}）。今后不再提醒；${hours} 小时内可以撤销。`,
  kept: (it: Named) => `好的，${quota.named(it)}没有停用。`,
  restored: (it: Named) => `↩️ 已撤销停用：${quota.named(it)}恢复正常，更新期限照旧计算。`,
  tooLong: (field: FieldName, most: number) =>
    `${fields[field].label}太长，最多 ${most} 个字。例如：${fields[field].example}`,
  notAName: (typed: string) =>
    `“${typed}”像是链接，不是名称。请写平台上显示的名称，例如：${fields.name.example}`,
  notAnOperator: (typed: string) =>
    `“${typed}”不是单位名称。确由别的单位运营的，请选“${runnings.outsourced}”并写全称，例如：${fields.operator.example}；没有委托的，请选“${runnings.own}”。`,
  notADay: (typed: string) => `日期“${typed}”无法识别。例如：${fields.openedOn.example}`,
  dayOutOfRange: (day: Day) =>
    `开通日期 ${when.fullDay(day)} 不合常理，应在 ${when.fullDay(EARLIEST_OPENING)}至今天之间，请检查年份。例如：${fields.openedOn.example}`,
}
