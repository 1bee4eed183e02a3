import { type Named, plain, type Raised } from "./details.ts"
import { quota } from "./quota.ts"

type Doing = "register" | "edit" | "open"
const doings: Record<Doing, string> = { register: "登记", edit: "修改", open: "开设" }
const dones: Record<Doing, string> = { register: "登记", edit: "修改", open: "列入开设计划" }

const of = (what: string | null): string => (what === null ? "" : `${what}的`)

/** What a rule refuses in principle, and the leader in charge may pass. */
export const request = {
  buttons: { agree: "写明理由并同意", disagree: "不同意" },
  asked: (it: { leaders: readonly string[]; raised: Raised; days: number }) =>
    [
      "按规定原则上不行，需要分管领导写明理由：",
      ...it.raised.map(plain),
      `已经替您私下报给${it.leaders.join("、")}，填好的内容保留 ${it.days} 天，有结果马上告诉您。`,
    ].join("\n"),
  askedMyself: (raised: Raised) =>
    ["按规定原则上不行，您可以写明理由后同意：", ...raised.map(plain)].join("\n"),
  asksLeader: (it: { by: string; unit: string; account: Named; kind: Doing; raised: Raised }) =>
    [
      `【请您决定】${it.by}要${doings[it.kind]}${it.unit}的${quota.named(it.account)}`,
      "按规定原则上不行：",
      ...it.raised.map(plain),
    ].join("\n"),
  howToDecide: (days: number) =>
    `确有需要的，请写明理由后同意，理由会随账号保存。${days} 天内没有答复，申请自动作废。`,
  agreed: (it: { by: string; account: Named; kind: Doing; reason: string }) =>
    `✅ ${it.by}同意了：${quota.named(it.account)}已${dones[it.kind]}。理由：${it.reason}`,
  about: (kind: Doing, account: Named) => `${doings[kind]}${quota.named(account)}`,
  importing: (file: string) => `导入台账“${file}”`,
  disagreed: (it: { by: string; what: string | null }) =>
    `❎ ${it.by}没有同意${it.what ?? ""}，没有任何改动。`,
  askerLeft: (who: string, what: string | null) =>
    `提出申请的${who}已经离开或者不再有这项权限，${of(what)}申请已作废，没有任何改动。需要时请由在岗的管理员重新提出。`,
  expired: (it: { days: number; what: string | null }) =>
    `⌛ ${of(it.what)}申请 ${it.days} 天没有答复，已作废，没有任何改动。需要时请重新提出。`,
  noLeader: (unit: string, says: string) =>
    `${says}\n“${unit}”还没有能决定此事的分管领导，没有保存。请先用 /invite 邀请或用 /appoint 指定。`,
  decidedAlready: "这项申请已处理，不用再按。",
  cameUpSince: (raised: Raised) =>
    ["提出申请之后情况有变，又有下面的问题，请让对方重新提出：", ...raised.map(plain)].join("\n"),
}
