import type { Role } from "../../rules/person.ts"
import type { Right } from "../../rules/rights.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import { leaving } from "./leaving.ts"
import * as when from "./when.ts"

const roles: Record<Role, string> = {
  chief: "主要负责人",
  leader: "分管领导",
  "editor-in-chief": "总编辑",
  reviewer: "审核员",
  "information-officer": "信息员",
  administrator: "管理员",
  custodian: "密码保管人",
  duty: "值班员",
  publisher: "发布员",
  supervisor: "主管单位人员",
}

const rights: Record<Right, string> = {
  see: "查看",
  "post.report": "登记更新",
  "item.submit": "送审",
  "upstream.announce": "登记上级信息",
  "lead.submit": "报送信息线索",
  "duty.finish": "办结事项",
  "report.make": "制作通报和报告",
  "report.issue": "登记报告印发",
  "score.enter": "填写账号指标",
  "duty.waive": "批准免办",
  "task.give": "交办任务",
  "check.hold": "检查账号",
  "check.self": "自查账号",
  "finding.open": "登记问题",
  "finding.close": "核销问题",
  "talk.record": "登记约谈和访谈",
  "account.register": "登记账号",
  "account.edit": "修改账号",
  "account.retire": "停用账号",
  "account.import": "导入台账",
  "account.except": "批准例外",
  "procedure.ask": "提交申请",
  "procedure.record": "登记批复",
  "closure.order": "责令关停",
  "incident.raise": "报告突发情况",
  "incident.take": "处理突发情况",
  "drill.hold": "组织演练",
  "case.handle": "办理留言",
  "incident.lower": "降低事件级别",
  "unit.create": "新建单位",
  "unit.edit": "修改单位设置",
  "unit.papers": "登记单位材料",
  "person.invite": "邀请人员",
  "person.appoint": "调整人员职责",
  "person.leave": "办理离岗",
  "group.bind": "绑定工作群",
  "api.manage": "管理接口令牌和外发通知",
  "roster.edit": "排班",
}

interface Portrait {
  readonly name: string
  readonly unit: string
  readonly reachable: boolean
  readonly roles: readonly { readonly role: Role; readonly unit: string }[]
  readonly lastOn: Day | null
}

const rolesAt = (shown: Portrait): string =>
  shown.roles
    .map(({ role, unit }) => (unit === shown.unit ? roles[role] : `${roles[role]}（${unit}）`))
    .join("、") || "（没有职责）"

const unitField = { label: "单位", ask: "哪个单位？", example: "示例县人民政府办公室" }
const personField = { label: "人员", ask: "哪一位？", example: "张三" }
const roleField = { label: "职责", ask: "担任什么职责？", example: "发布员" }

export const people = {
  roles,
  rights,
  commands: {
    me: { title: "查看我的职责", aliases: ["我", "我的职责"], fields: {} },
    people: { title: "查看单位人员", aliases: ["人员", "通讯录"], fields: { unit: unitField } },
    invite: {
      title: "邀请同事加入",
      aliases: ["邀请"],
      fields: { unit: { ...unitField, ask: "邀请同事加入哪个单位？" }, role: roleField },
    },
    appoint: {
      title: "给人员增加职责",
      aliases: ["指定"],
      fields: { person: personField, role: roleField, unit: { ...unitField, ask: "在哪个单位担任？" } },
    },
    dismiss: {
      title: "免去人员的职责",
      aliases: ["免去"],
      fields: {
        person: personField,
        role: { ...roleField, ask: "免去哪项职责？" },
        unit: { ...unitField, ask: "在哪个单位的职责？" },
      },
    },
  },
  me: (shown: Portrait) => `${shown.name}\n单位：${shown.unit}\n职责：${rolesAt(shown)}`,
  list: (unit: string, shown: readonly Portrait[], gone: readonly string[]) =>
    shown.length + gone.length === 0
      ? `“${unit}”还没有人员。用 /invite 邀请。`
      : [
          `“${unit}”共 ${shown.length} 人：`,
          ...firstLines(
            shown.map(
              (each) =>
                `· ${each.name}：${rolesAt(each)}${each.lastOn === null ? "" : leaving.mark(each.lastOn)}${each.reachable ? "" : "（无法私聊通知）"}`,
            ),
            MOST_LINES,
            (count) => `另有 ${count} 人`,
          ),
          ...gone,
        ].join("\n"),
  invitation: (it: { link: string; unit: string; role: string; hours: number }) =>
    `邀请链接（${it.unit}·${it.role}）：\n${it.link}\n请单独转给本人，只能用一次，${it.hours} 小时内有效。`,
  appointed: (name: string, unit: string, role: string) => `好的，${name}现在是“${unit}”的${role}。`,
  dismissed: (name: string, unit: string, role: string) => `好的，${name}不再是“${unit}”的${role}。`,
  noRole: "没有角色",
  marked: (name: string, mark: string) => `${name}（${mark}）`,
  since: (at: Instant) => `${when.fullDay(dayOf(at))}加入`,
  nth: (place: number) => `第 ${place} 位`,
  unnamed: "（未填姓名）",
  outsider: "您好，您还没有登记，暂时不能使用。请向本单位管理员索取邀请链接。",
  noRight: (right: string, unit: string) => `您没有在“${unit}”${right}的权限。需要时请联系该单位管理员。`,
  noRightAtAll: (right: string) => `您没有${right}的权限。需要时请联系本单位管理员。`,
  inviteInvalid: "这个链接无效：可能已经用过，或者已经过期。请向管理员重新索取。",
  claimed: (name: string) => `${name}，您好！您已成为值守的管理员。先用一分钟把本单位的情况填好。`,
  joined: (name: string, unit: string, role: string) =>
    `${name}，您好！您已加入“${unit}”，职责：${role}。\n发送 /help 看看能做什么；有事我会在这里提醒您，没事不打扰。`,
  hasNotRole: (role: string) => `此人现在没有“${role}”这项职责。`,
  lastAdministrator: "这是最后一位管理员，不能免去。请先指定另一位管理员。",
}
