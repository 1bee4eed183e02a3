import type { Attention, Case, CaseStep } from "../../rules/case.ts"
import { nextStep } from "../../rules/casework.ts"
import type { Source } from "../../rules/owed.ts"
import type { StepName } from "../../rules/procedure.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { procedure } from "./procedure.ts"
import * as when from "./when.ts"

const steps: Record<CaseStep, string> = {
  received: "收到",
  sorted: "整理",
  registered: "登记",
  assigned: "交办",
  answered: "提交答复",
  approved: "审核答复",
  replied: "发布答复",
  closed: "办结",
}
const attentions: Record<Attention, string> = { hot: "热点", some: "多人关注", single: "一般" }
const caseField = { label: "留言编号", ask: "哪一条留言？", example: "M2026-3" }
const topicField = {
  label: "主题",
  ask: "是什么事？写几个字的主题就行，不要写姓名、电话、证件号、住址。",
  example: "供水",
}

/** What is said of messages of the public. */
export const cases = {
  steps,
  attentions,
  clock: "系统",
  topics: [
    "供水供电供暖",
    "道路交通",
    "教育",
    "医疗医保",
    "社保就业",
    "住房物业",
    "生态环境",
    "城市管理",
    "三农",
    "政务服务",
  ],
  received: { now: "刚刚", today: "今天", yesterday: "昨天" },
  unneeded: "不需要",
  noTick: "都没做到",
  own: "本单位",
  marks: { confidential: "要求保密", hot: "热点", some: "多人关注", single: "一般" },
  contents: { yes: "满意", unsaid: "未表态", no: "不满意" },
  says: { yes: "同意", no: "退回" },
  buttons: {
    sort: "整理",
    own: "本单位办",
    assign: "交办",
    firstreply: "已先回复",
    promise: "承诺日期",
    reply: "提交答复",
    replied: "答复已发布",
    settled: { yes: "办结：满意", unsaid: "办结：未表态", no: "办结：不满意" },
    reopen: "重新办理",
    confidential: "要求保密",
    hot: "标为热点",
    agree: "同意",
    sendBack: "退回",
    why: "期限怎么算",
  },
  commands: {
    message: {
      title: "登记留言",
      aliases: ["留言", "登记留言"],
      fields: {
        account: { label: "账号", ask: "哪个账号收到的？", example: "示例县发布" },
        topic: { ...topicField, ask: `${topicField.ask}还没看清楚可以跳过，先登记收到。` },
        received: { label: "收到时间", ask: "什么时候收到的？", example: "今天 09:00" },
        link: { label: "链接", ask: "留言的链接？没有就跳过。", example: "https://weibo.com/1/c" },
        number: { label: "平台编号", ask: "平台上的留言编号？没有就跳过。", example: "20260302-15" },
        attention: { label: "关注度", ask: "有多少人关注？", example: "热点" },
        confidential: { label: "保密", ask: "对方要求保密吗？", example: "要求保密" },
      },
    },
    messages: {
      title: "查看留言",
      aliases: ["留言办理", "查看留言"],
      fields: { case: caseField },
    },
    sort: {
      title: "整理留言",
      aliases: ["整理留言"],
      fields: {
        case: caseField,
        topic: topicField,
        attention: { label: "关注度", ask: "有多少人关注？", example: "一般" },
      },
    },
    refer: {
      title: "交办留言",
      aliases: ["交办留言"],
      fields: {
        case: caseField,
        to: {
          label: "承办部门",
          ask: "交给哪个部门办？可以点选，也可以直接写部门名称。",
          example: "示例县教育局",
        },
      },
    },
    firstreply: { title: "登记已先回复", aliases: ["已先回复"], fields: { case: caseField } },
    promise: {
      title: "承诺答复日期",
      aliases: ["承诺答复", "承诺日期"],
      fields: {
        case: caseField,
        day: { label: "承诺日期", ask: "答应哪天答复？", example: "2026-03-20" },
        reason: {
          label: "理由",
          ask: "为什么再次延期？分管领导会看到，不要写个人信息。",
          example: "等检测结果",
        },
      },
    },
    reply: {
      title: "提交留言答复",
      aliases: ["提交答复"],
      fields: {
        case: caseField,
        link: {
          label: "答复链接",
          ask: "答复稿在哪里？发链接；直接写在平台上的可以跳过。答复内容不要发给我。",
          example: "https://doc.example.cn/1",
        },
      },
    },
    replied: {
      title: "登记答复已发布",
      aliases: ["答复已发布"],
      fields: {
        case: caseField,
        ticks: { label: "回复要求", ask: "逐项确认：这条回复做到了哪些？", example: "依法依规、态度诚恳" },
      },
    },
    settled: {
      title: "办结留言",
      aliases: ["办结留言"],
      fields: { case: caseField, content: { label: "满意情况", ask: "对方满意吗？", example: "未表态" } },
    },
    reopen: {
      title: "重新办理留言",
      aliases: ["重新办理"],
      fields: {
        case: caseField,
        reason: { label: "原因", ask: "为什么重新办理？不要写个人信息。", example: "又停水了" },
      },
    },
    mark: {
      title: "标记留言",
      aliases: ["标记留言"],
      fields: { case: caseField, as: { label: "标记", ask: "标成什么？", example: "要求保密" } },
    },
    consent: {
      title: "审核留言答复",
      aliases: [],
      fields: {
        case: caseField,
        n: { label: "次序", ask: "第几次？", example: "1" },
        say: { label: "意见", ask: "您的意见是？", example: "同意" },
        reason: { label: "理由", ask: "请写一句退回的理由，不要写个人信息。", example: "没有答到点上" },
      },
    },
  },
  gone: "没有这条留言。编号像 M2026-3，发 /messages 查看。",
  elsewhere: (number: string) => `留言 ${number} 由别的单位办理，您不能操作。`,
  none: "没有在办的留言。",
  personal:
    "里面像是写有公众的姓名、电话、证件号、住址或其他联系方式，没有登记，也没有保存。请只写主题，需要时附链接。",
  takenAlready: (number: string) => `这条留言已经登记过，编号 ${number}。`,
  markedAlready: (number: string) => `留言 ${number} 已经是这样了，没有变化。`,
  outOfTurn: (it: Pick<Case, "number" | "state" | "chain">, wanted: CaseStep) => {
    const next = nextStep(it)
    const now = `留言 ${it.number} 现在是“${steps[it.state]}”`
    return next === null
      ? `${now}，已经办结，不能再“${steps[wanted]}”。`
      : `${now}，下一步是“${steps[next]}”，不能直接“${steps[wanted]}”。`
  },
  over: (number: string) => `留言 ${number} 已经答复或办结，不用再办这一步。`,
  stillOpen: (number: string) => `留言 ${number} 还在办理，不用重新办理。`,
  repliedAlready: (number: string) => `留言 ${number} 已经登记过先回复。`,
  past: (day: Day) => `${when.fullDay(day)}已经过了，承诺的日期不能早于今天。`,
  promisedAlready: (number: string) => `留言 ${number} 承诺的就是这一天，没有变化。`,
  postponingAlready: (number: string) => `留言 ${number} 的延期还在等领导同意，请等答复。`,
  answerWaits: (number: string) => `留言 ${number} 的答复已经提交审核，不能再延期。`,
  whyLater: "再次延期要写明理由。",
  nobody: (step: StepName) =>
    `没有${procedure.steps[step]}可以审核，没有登记。请管理员先用 /appoint 任命，或用 /standin 登记代理。`,
  noDepartment: (number: string, sources: readonly Source[]) =>
    `留言 ${number} 是热点问题，要先写明由哪个部门作答（${sources.map(cited.cite).join("、")}）。请先发 /refer ${number} 部门名称。`,
  unticked: (lines: readonly string[]) => `还有没做到的：${lines.join("、")}。做到后再登记发布。`,
  notYours: (step: StepName) => `这一步由${procedure.steps[step]}审核，您不能代为决定。`,
  stale: "这一步已经有结果，或者又改过了。发 /messages 查看。",
}
