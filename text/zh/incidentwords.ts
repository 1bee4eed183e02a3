const incident = { label: "事件", ask: "哪一起？", example: "2026-3" }
const link = { label: "链接", ask: "链接是什么？", example: "https://weibo.com/1234567890/abc" }
const pressed = { label: "操作", ask: "怎么处理？", example: "" }

/** What the commands of emergencies are called, and what they ask. */
export const commands = {
  sos: {
    title: "报告紧急情况",
    aliases: ["应急", "紧急", "紧急情况", "突发", "求助", "出事了", "出事", "🚨", "🆘"],
    fields: {
      kind: { label: "类型", ask: "出了什么事？", example: "发错内容" },
      severity: { label: "级别", ask: "有多严重？拿不准就按重大处理。", example: "拿不准" },
      account: { label: "账号", ask: "哪个账号？", example: "示例县发布" },
      unit: { label: "单位", ask: "哪个单位？", example: "示例县人民政府办公室" },
      found: { label: "发现时间", ask: "什么时候发现的？", example: "刚刚" },
      link,
      what: { label: "情况", ask: "什么情况？", example: "网上有视频，正在扩散" },
    },
  },
  incident: {
    title: "处理突发情况",
    aliases: [],
    fields: { case: incident, do: pressed },
  },
  incidents: {
    title: "查看突发情况",
    aliases: ["突发情况"],
    fields: { case: incident },
  },
  progress: {
    title: "登记处置进展",
    aliases: ["进展"],
    fields: { case: incident, said: { label: "进展", ask: "进展怎样？", example: "已删除，正在核实" } },
  },
  detail: {
    title: "补充突发情况",
    aliases: ["补充情况", "补充"],
    fields: {
      case: incident,
      link,
      what: { label: "情况", ask: "补充什么？", example: "约有三千次转发" },
    },
  },
  answered: {
    title: "登记回应或更正链接",
    aliases: ["已回应", "已更正"],
    fields: { case: incident, link: { ...link, ask: "新闻发布会、公开回应或更正的链接是什么？" } },
  },
  supply: {
    title: "补齐办结材料",
    aliases: ["补齐"],
    fields: {
      case: incident,
      need: { label: "项目", ask: "补哪一项？", example: "已征求宣传部门意见" },
      on: { label: "日期", ask: "哪天移交的？", example: "今天" },
      said: { label: "内容", ask: "具体情况是什么？移交的请写接收单位。", example: "县公安局网安大队" },
    },
  },
  severity: {
    title: "调整突发情况级别",
    aliases: ["调整级别"],
    fields: { case: incident, severity: { label: "级别", ask: "现在是什么级别？", example: "一般" } },
  },
  fake: {
    title: "报告假冒账号",
    aliases: ["假冒账号", "假冒"],
    fields: {
      kind: { label: "类型", ask: "是哪一种？", example: "假冒账号" },
      platform: { label: "平台", ask: "在哪个平台？", example: "抖音" },
      name: { label: "名称", ask: "那个账号叫什么？", example: "示例县发布官方" },
      link: { ...link, ask: "那个账号的链接是什么？没有就跳过。" },
      found: { label: "发现时间", ask: "什么时候发现的？", example: "刚刚" },
      unit: { label: "单位", ask: "冒用了哪个单位？", example: "示例县人民政府办公室" },
    },
  },
  correct: {
    title: "更正发错的内容",
    aliases: ["更正内容", "发错了"],
    fields: {
      account: { label: "账号", ask: "哪个账号发错了？", example: "示例县发布" },
      link: { ...link, ask: "发错的那条链接是什么？" },
      found: { label: "发现时间", ask: "什么时候发现的？", example: "刚刚" },
      what: { label: "情况", ask: "错在哪里？", example: "标题里的日期错了" },
    },
  },
  timeline: {
    title: "查看突发情况经过",
    aliases: ["经过"],
    fields: { case: incident, format: { label: "格式", ask: "要哪种文件？", example: "Word 文档" } },
  },
  drill: {
    title: "组织应急演练",
    aliases: ["演练", "应急演练"],
    fields: {
      unit: { label: "单位", ask: "哪个单位演练？", example: "示例县人民政府办公室" },
      kind: { label: "类型", ask: "演练哪一种情况？", example: "账号被盗" },
      severity: { label: "级别", ask: "演练哪个级别？", example: "特别重大" },
    },
  },
  resolved: {
    title: "办结突发情况",
    aliases: ["应急办结"],
    fields: {
      case: incident,
      mistaken: { label: "误报", ask: "是误报吗？", example: "误报" },
      said: { label: "结果", ask: "结果怎样？", example: "已更正，舆情平息" },
    },
  },
}
