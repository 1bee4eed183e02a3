import type { Said, Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { type Named } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

/** Certification by the platform, and what runs outside the unit. */
export const contract = {
  commands: {
    certify: {
      title: "登记平台认证有效期",
      aliases: ["认证", "平台认证"],
      fields: {
        account: { label: "账号", ask: "哪个账号？", example: "示例县发布" },
        until: { label: "有效期至", ask: "认证有效期到哪一天？", example: "2027-09-30" },
      },
    },
    outsource: {
      title: "登记委托运维合同",
      aliases: ["外包", "委托运维"],
      fields: {
        account: { label: "账号", ask: "哪个账号委托运维？", example: "示例县发布" },
        operator: { label: "运维单位", ask: "运维单位的全称是什么？", example: "示例文化传媒有限公司" },
        signedOn: { label: "签订日期", ask: "合同哪天签的？", example: "2026-09-29" },
        endsOn: { label: "到期日期", ask: "合同到哪一天为止？", example: "2027-09-28" },
        lines: { label: "合同内容", ask: "合同里写明了哪些内容？", example: "双方职责" },
      },
    },
    staff: {
      title: "登记人员身份（本单位或运维单位）",
      aliases: ["人员身份"],
      fields: {
        person: { label: "人员", ask: "哪一位？", example: "张三" },
        from: { label: "身份", ask: "是本单位的人，还是运维单位的人？", example: "本单位" },
        company: { label: "运维单位", ask: "是哪家单位的人？", example: "示例文化传媒有限公司" },
      },
    },
  },
  staff: { own: "本单位", company: "运维单位" },
  certified: (account: Named, until: Day, asked: boolean) =>
    `✅ 已登记：${quota.named(account)}的平台认证有效期至 ${when.fullDay(until)}${asked ? "，到期前会提醒您" : ""}。`,
  tooFar: (until: Day) => `${when.fullDay(until)}太远了，请核对年份。`,
  signed: (it: { account: Named; operator: string; signedOn: Day; endsOn: Day; next: readonly string[] }) =>
    [
      `✅ 已登记：${quota.named(it.account)}委托${it.operator}运维，${when.fullDay(it.signedOn)}签订，${when.fullDay(it.endsOn)}到期。`,
      ...it.next,
    ].join("\n"),
  backwards: (signedOn: Day, endsOn: Day) =>
    `到期日期 ${when.fullDay(endsOn)}不晚于签订日期 ${when.fullDay(signedOn)}，请核对。什么都没有改动。`,
  incomplete: (missing: readonly Said[], source: Source) =>
    `合同还缺：${missing.map(cited.says).join("、")}（${cited.cite(source)}）。补齐后再登记，什么都没有改动。`,
  notOwn: (it: { name: string; employer: string; role: string; source: Source }) =>
    `${it.name}是${it.employer}的人，不能担任${it.role}：发布和把关不得外包（${cited.cite(it.source)}）。什么都没有改动。`,
  minds: (source: Source) => `⚠️ 总编辑原则上由在职在编人员担任（${cited.cite(source)}），请确认。`,
  staffed: (name: string, employer: string | null) => `✅ 已登记：${name}是${employer ?? "本单位"}的人。`,
}
