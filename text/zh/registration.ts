import type { Finding, Named, NeededRole } from "../../rules/registration/findings.ts"
import type { Objection } from "../../rules/registration/objections.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"

const roles: Record<NeededRole, string> = {
  leader: "分管领导",
  chief: "主要负责人",
  "editor-in-chief": "总编辑",
  "information-officer": "信息员",
}

const names = (accounts: readonly Named[]): string => accounts.map(({ name }) => `“${name}”`).join("、")
const places = (accounts: readonly Named[]): string =>
  accounts.map((each) => `${platform[each.platform]}“${each.name}”`).join("、")

/** What is wrong, and what to do about it. */
const finding = (found: Finding): string => {
  switch (found.code) {
    case "no-role":
      return `本单位还没有明确${roles[found.role]}，请先明确一位。`
    case "no-editor":
      return "还没有填写运维人员，请至少填一位。"
    case "too-few-editors":
      return `运维人员只有 ${found.count} 人，最好不少于 ${found.atLeast} 人，一人请假时有人接手。`
    case "too-many-editors":
      return `运维人员有 ${found.count} 人，一般不超过 ${found.atMost} 人，请确认是否都要登录账号。`
    case "no-custodian":
      return "还没有填写密码保管人，请指定专人。"
    case "no-operator":
      return "登记的是委托运营，但没有写明由谁运营，请填写运营单位名称。"
    case "no-verification":
      return `还没有填写认证信息，认证信息里要写明“${found.unit}”。`
    case "verification-without-sponsor":
      return `认证信息“${found.verification}”里没有主办单位全称，请改为写明“${found.unit}”。`
    case "special-purpose":
      return "这是为一项活动或专项工作另开的账号，请优先用已有账号发布。"
    case "name-not-tied":
      return `从名称“${found.name}”看不出是${found.unit}的账号，请加上地名、单位简称或职责。`
    case "name-taken":
      return `${platform[found.platform]}上已有别的单位的账号叫“${found.name}”，请换一个名称。`
    case "name-differs":
      return `本单位已有${places(found.others)}，这个账号却叫“${found.name}”，请改成一样的名称。`
    case "platform-unknown":
      return "这个平台不在已知的平台之内，请先确认它经国家主管部门核准。"
    case "platform-full":
      return `本单位在这个平台上已有账号${names(found.taken)}，同一平台最多 ${found.atMost} 个，请用原来的账号。`
    case "apps-full":
      return `本单位已有客户端${names(found.taken)}，最多 ${found.atMost} 个，请并入原来的客户端。`
    case "mains-full":
      return `本单位的主账号已经是${places(found.taken)}，最多 ${found.atMost} 个，请先改掉原来的，或者把这个登记为普通账号。`
    case "no-main":
      return "本单位还没有主账号，请指定一个。"
    case "no-office":
      return `${found.unit}还没有明确直接负责账号的办公室，请先用 /setunit 填写“账号负责部门”。`
    case "not-government-office":
      return `政府的账号由政府办公室主办，${found.unit}不是政府办公室，请改由办公室主办。`
  }
}

/** Where it comes from. */
const source = ({ book, article, origin }: Objection): string =>
  `（${cited.cite({ ...book, article, origin })}）`

const SOFT = "确有需要的，可由分管领导写明理由后登记。"

export const registration = {
  finding,
  objection: (objection: Objection): string => {
    const said = finding(objection.finding)
    switch (objection.strength) {
      case "hard":
        return `${said}${source(objection)}`
      case "soft":
        return `${said}${SOFT}${source(objection)}`
      case "note":
        return `提醒：${said}${source(objection)}`
    }
  },
}
