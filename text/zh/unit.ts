import type { Source } from "../../rules/owed.ts"
import type { UnitKind } from "../../rules/unit.ts"
import type { UnitFact } from "../../rules/unitnotes.ts"
import { firstLines, MOST_LINES } from "../list.ts"
import { cited } from "./cited.ts"

const kinds: Record<UnitKind, string> = {
  "provincial-government": "省级政府",
  "provincial-department": "省政府部门",
  "direct-body": "省直属机构",
  "city-government": "设区市政府",
  "city-department": "市级部门",
  "county-government": "县（区）政府",
  "county-department": "县级部门",
  township: "乡镇、街道",
  "direct-unit": "直属单位",
  other: "其他",
}

interface Leaf {
  readonly unit: { readonly name: string; readonly kind: UnitKind }
  readonly depth: number
  readonly accounts: number
  readonly notes: readonly { readonly fact: UnitFact; readonly source: Source }[]
}

const lacks: Record<UnitFact, string> = {
  "unit.account": "还没有账号",
  "unit.supervisor": "还没有写明上一级主管单位",
  "unit.responsible-office": "还没有明确账号负责部门",
  "unit.same-office-as-website": "账号与网站不归同一部门管",
}

const settings = {
  name: "名称",
  shortNames: "简称",
  kind: "类别",
  rulebooks: "适用规章",
  office: "账号负责部门",
  websiteOffice: "网站主管部门",
  supervisor: "上一级主管单位",
  guides: "指导的企事业单位",
  digest: "每日提醒时间",
  lastCall: "最后提醒时间",
  quietFrom: "免打扰开始时间",
  quietUntil: "免打扰结束时间",
  witness: "换密码要见证",
  leadsAt: "报线索时间",
  leadsOn: "报线索的日子",
  festivals: "节日活动提醒",
}

/** How the new value is asked for. */
const asksNew: Record<keyof typeof settings, string> = {
  name: "改成什么？例如：示例县教育体育局",
  shortNames: "改成什么？例如：县教育局、教育局",
  kind: "改为哪一类？",
  rulebooks: "改为哪些？可多选；都不要就跳过。",
  office: "由哪个部门直接负责账号？例如：党政办公室；没有就写“无”。",
  websiteOffice: "网站归哪个部门管？例如：党政办公室；没有就写“无”。",
  supervisor: "上一级主管单位是哪家？例如：示例市人民政府办公室；没有就写“无”。",
  guides: "指导哪些行业企事业单位的新媒体？例如：县公交公司、县自来水公司；没有就写“无”。",
  digest: "改成什么？例如：08:30",
  lastCall: "改成什么？例如：16:30",
  quietFrom: "改成什么？例如：21:00",
  quietUntil: "改成什么？例如：07:30",
  witness: "登记换密码时，要不要第二个人见证？",
  leadsAt: "每天几点前报信息线索？例如：16:00；不报就写“无”。",
  leadsOn: "每天都报，还是只在工作日报？",
  festivals: "节日前要不要提醒策划话题和活动？",
}

const nameField = { label: "名称", ask: "单位全称是什么？", example: "示例县人民政府办公室" }
const kindField = { label: "类别", ask: "属于哪一类单位？", example: "县级部门" }
const rulebooksField = {
  label: "适用规章",
  ask: "除全国统一要求外，还适用哪些规章？可多选；没有就跳过。",
  example: "江西省政务新媒体管理实施意见",
}

export const unit = {
  comma: "、",
  noOffice: ["无", "none"],
  lacks,
  kinds,
  settings,
  festivals: {
    yes: "要提醒",
    no: "不提醒",
    unknown: (typed: string) => `没看懂“${typed}”，请点选“要提醒”或“不提醒”。`,
  },
  witness: {
    yes: "要见证",
    no: "不用见证",
    unknown: (typed: string) => `“${typed}”看不明白，请点选“要见证”或“不用见证”。`,
  },
  commands: {
    setup: {
      title: "设置本单位",
      aliases: ["设置"],
      fields: {
        name: { ...nameField, ask: "本单位全称是什么？" },
        kind: { ...kindField, ask: "本单位属于哪一类？" },
        rulebooks: rulebooksField,
      },
    },
    newunit: {
      title: "新建下级单位",
      aliases: ["新建单位"],
      fields: {
        name: nameField,
        kind: kindField,
        parent: { label: "上级单位", ask: "归哪个单位管？", example: "示例县人民政府办公室" },
        rulebooks: { ...rulebooksField, ask: "除上级单位适用的规章外，还适用哪些？可多选；没有就跳过。" },
      },
    },
    setunit: {
      title: "修改单位设置",
      aliases: ["修改单位"],
      fields: {
        unit: { label: "单位", ask: "修改哪个单位？", example: "示例县人民政府办公室" },
        what: { label: "项目", ask: "修改哪一项？", example: "每日提醒时间" },
        rulebooks: rulebooksField,
        value: { label: "内容", ask: "改成什么？", example: "08:30" },
      },
    },
    units: { title: "查看单位", aliases: ["单位", "下级单位"], fields: {} },
    bind: {
      title: "把本群绑定到单位",
      aliases: ["绑定", "绑定本群"],
      fields: { unit: { label: "单位", ask: "本群属于哪个单位？", example: "示例县人民政府办公室" } },
    },
  },
  ready: (name: string) =>
    [
      `“${name}”设置好了。接下来可以：`,
      "· /newunit 新建下级单位",
      "· /invite 邀请同事",
      "· 把我拉进工作群，在群里发 /bind",
      "· /register 登记账号，或者直接把账号台账（Excel）发给我",
    ].join("\n"),
  created: (name: string, parent: string) => `已在“${parent}”下新建“${name}”。用 /invite 邀请该单位的同事。`,
  asksValue: (it: { unit: string; what: keyof typeof settings; now: string }) =>
    `“${it.unit}”的${settings[it.what]}现在是：${it.now || "（无）"}。${asksNew[it.what]}`,
  changed: (name: string, what: string, value: string) => `“${name}”的${what}已改为：${value || "（无）"}`,
  kindUnknown: (typed: string) => `没有“${typed}”这个类别。可以是：${Object.values(kinds).join("、")}。`,
  timeQuiet: (time: string, from: string, until: string) =>
    `${time} 在免打扰时间（${from}–${until}）里，提醒发不出去。请换一个时间，例如 09:00。`,
  timeUnknown: (typed: string) => `时间“${typed}”无法识别，请写成 24 小时制，例如 09:00。`,
  tree: (leaves: readonly Leaf[]) =>
    firstLines(
      leaves.flatMap(({ unit: it, depth, accounts, notes }) => [
        `${"　".repeat(depth)}· ${it.name}（${kinds[it.kind]}，账号 ${accounts} 个）`,
        ...notes.map(
          ({ fact, source }) => `${"　".repeat(depth + 1)}提醒：${lacks[fact]}（${cited.cite(source)}）`,
        ),
      ]),
      MOST_LINES,
      (count) => `另有 ${count} 个`,
    ).join("\n"),
  bound: (name: string, hearsGroups: boolean) =>
    [
      `好的，本群归“${name}”。该单位没有专人负责的提醒会发在这里。`,
      ...(hearsGroups ? [] : ["我在群里只看得到“/”指令、按钮和对我的回复。"]),
    ].join("\n"),
  boundAlready: (name: string) => `本群已经绑定“${name}”，不用再绑定。`,
  unbound: "本群还没有绑定单位，请先由管理员发送 /bind，或与我私聊。",
  unnamed: "（未命名单位）",
  twinBelow: (name: string, above: string) =>
    `“${above}”下已经有一个叫“${name}”的单位。要建在别的单位下，请接着填；否则请取消。`,
  twin: (name: string) => `已经有一个叫“${name}”的单位了，请换一个名称。`,
}
