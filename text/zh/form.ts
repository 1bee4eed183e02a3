import type { FilingForm, FormLine } from "../../rules/form.ts"
import { runnings, yesOrNo } from "./details.ts"
import { platform } from "./platform.ts"
import * as when from "./when.ts"

const day = (it: string | null): string => (it === null ? "" : when.fullDay(it))

/** The filing form (备案登记表). */
export const form = {
  title: "政务新媒体账号备案登记表",
  seal: "填报单位（盖章）：　　　　　　　　　负责人签字：",
  sheet: (it: FilingForm) => `${platform[it.platform]} ${it.name}`,
  labels: {
    name: "账号名称",
    platform: "所在平台",
    unit: "主办单位",
    supervisor: "主管单位",
    link: "账号链接",
    verification: "认证信息",
    main: "是否主账号",
    registeredOn: "平台注册日期",
    openedOn: "开通上线日期",
    approval: "开设批准情况",
    chiefs: "主要负责人",
    leaders: "分管负责人",
    editorsInChief: "总编辑",
    custodian: "密码保管人",
    editors: "编辑发布人员",
    outsourced: "是否委托运营",
    operator: "实际运营单位",
    licence: "许可证编号",
    systemNumber: "全国系统编号",
    filledOn: "填表日期",
  } satisfies Record<FormLine, string>,
  value: (it: FilingForm, line: FormLine): string => {
    switch (line) {
      case "platform":
        return platform[it.platform]
      case "main":
        return it.main ? yesOrNo.yes : yesOrNo.no
      case "registeredOn":
      case "openedOn":
      case "filledOn":
        return day(it[line])
      case "approval":
        return [day(it.approvedOn), ...it.approvedBy].filter((each) => each !== "").join("；")
      case "outsourced":
        return it.operator === null ? runnings.own : runnings.outsourced
      case "operator":
        return it.operator ?? it.unit
      case "chiefs":
      case "leaders":
      case "editorsInChief":
      case "editors":
        return it[line].join("、")
      case "name":
      case "unit":
      case "supervisor":
      case "link":
      case "verification":
      case "custodian":
      case "licence":
      case "systemNumber":
        return it[line] ?? ""
    }
  },
  commands: {
    form: {
      title: "生成备案登记表",
      aliases: ["备案表", "备案登记表"],
      fields: {
        unit: { label: "单位", ask: "生成哪个单位的备案登记表（含下属单位）？", example: "示例县教育局" },
      },
    },
  },
  fileName: (unit: string, on: string) => `备案登记表_${unit}_${on}`,
  made: (it: { unit: string; count: number; unfinished: readonly string[] }) =>
    [
      `${it.unit}的备案登记表，共 ${it.count} 个账号，一个账号一张。请核对后盖章报送；报送后发 /done 登记回执。`,
      ...(it.unfinished.length === 0 ? [] : [`还有空白的：${it.unfinished.join("、")}`]),
    ].join("\n"),
  none: (unit: string) => `${unit}还没有上线的账号，不用填备案登记表。`,
}
