const zh = {
  title: "值守 · 演练场",
  brand: "值守",
  brandNote: "演练场",
  phones: { operator: "运营员", leader: "分管领导", supervisor: "主管单位" },
  private: "私聊",
  clockNow: "演练时间",
  ten: "+10 分钟",
  hour: "+1 小时",
  day: "+1 天",
  twelveDays: "+12 天",
  next: "到下一件事",
  nothingNext: "暂无待办",
  turning: "时间在走…",
  pause: "停住时间",
  run: "让时间走",
  botOn: "机器人在线",
  botOff: "机器人未连接",
  backstage: "幕后",
  other: "EN",
  otherLabel: "Switch to English",
  placeholder: "写消息…",
  send: "发送",
  attach: "发送文件",
  menu: "命令菜单",
  mask: "以群的名义匿名发言",
  masked: "匿名发言…",
  noMenu: "机器人还没有设置命令",
  reply: "回复",
  edit: "编辑",
  forward: "转发给机器人",
  cancel: "取消",
  replyingTo: "回复",
  editing: "编辑消息",
  edited: "已编辑",
  forwarded: (name) => `转发自 ${name}`,
  anonymous: "匿名管理员",
  joined: (name) => `${name} 加入了群`,
  left: (name) => `${name} 离开了群`,
  moved: (name) => `“${name}” 升级为超级群`,
  topic: (name) => `新话题：${name}`,
  start: "开始",
  startNote: "机器人不能先开口。点“开始”，它才能给您发消息。",
  emptyGroup: "还没有消息",
  blocked: "已拉黑机器人",
  blockedNote: "您已拉黑机器人，解除后才能继续。",
  unblock: "解除拉黑",
  block: "拉黑机器人",
  outside: "不在群里",
  outsideNote: "您不在这个群里。",
  join: "进群",
  leave: "退群",
  gone: "账号已注销",
  goneNote: "这个账号已注销。",
  deactivate: "注销账号",
  reactivate: "恢复账号",
  typing: "正在输入…",
  newMessages: "新消息",
  unread: (count) => `${count} 条未读`,
  ok: "知道了",
  sections: { people: "人", group: "群", faults: "网络与故障", counts: "计数" },
  migrate: "升级为超级群",
  kick: "移出机器人",
  addBot: "加入机器人",
  promote: "机器人设为管理员",
  demote: "取消机器人管理员",
  privacyOn: "打开隐私模式",
  privacyOff: "关闭隐私模式",
  faults: {
    tooMany: "下 3 次答 429",
    lostAnswer: "下 1 次丢失回答",
    reset: "下 1 次断开连接",
    serverError: "下 3 次答 500",
    badGateway: "下 3 次答 502",
    slow: "下 3 次慢 3 秒",
  },
  unreachable: "断网 10 分钟",
  repeat: "下 3 条重复投递",
  jumpUp: "更新号跳高",
  jumpDown: "更新号跳低",
  clearFaults: "全部恢复正常",
  cutUntil: (time) => `断网至 ${time}`,
  pendingFaults: "待发生",
  counts: { calls: "调用", messages: "发出", tooMany: "429", conflicts: "409", pending: "待取" },
  download: (name) => `下载 ${name}`,
  picture: "图片",
  failed: "没有做成",
  lost: "与演练场断开，正在重连…",
  messageList: "消息",
  chats: "聊天",
  showPhone: "看谁的手机",
  page: "一览页",
  closePage: "关闭一览页",
}

const en = {
  title: "Zhishou · Playground",
  brand: "Zhishou",
  brandNote: "Playground",
  phones: { operator: "Operator", leader: "Leader in charge", supervisor: "Supervising unit" },
  private: "Private",
  clockNow: "Playground time",
  ten: "+10 min",
  hour: "+1 hour",
  day: "+1 day",
  twelveDays: "+12 days",
  next: "To the next thing",
  nothingNext: "Nothing waits",
  turning: "Time is passing…",
  pause: "Stop the clock",
  run: "Let the clock run",
  botOn: "Bot connected",
  botOff: "Bot not connected",
  backstage: "Backstage",
  other: "中",
  otherLabel: "切换到中文",
  placeholder: "Message…",
  send: "Send",
  attach: "Send a file",
  menu: "Command menu",
  mask: "Write anonymously, in the group's name",
  masked: "Anonymous message…",
  noMenu: "The bot has set no commands yet",
  reply: "Reply",
  edit: "Edit",
  forward: "Forward to the bot",
  cancel: "Cancel",
  replyingTo: "Reply to",
  editing: "Edit message",
  edited: "edited",
  forwarded: (name) => `Forwarded from ${name}`,
  anonymous: "Anonymous administrator",
  joined: (name) => `${name} joined the group`,
  left: (name) => `${name} left the group`,
  moved: (name) => `“${name}” became a supergroup`,
  topic: (name) => `New topic: ${name}`,
  start: "Start",
  startNote: "A bot cannot write first. Press “Start” and it may.",
  emptyGroup: "No messages yet",
  blocked: "Blocked the bot",
  blockedNote: "You have blocked the bot. Unblock it to go on.",
  unblock: "Unblock",
  block: "Block the bot",
  outside: "Not in the group",
  outsideNote: "You are not in this group.",
  join: "Join",
  leave: "Leave",
  gone: "Account deleted",
  goneNote: "This account is deleted.",
  deactivate: "Delete account",
  reactivate: "Restore account",
  typing: "typing…",
  newMessages: "New messages",
  unread: (count) => `${count} unread`,
  ok: "OK",
  sections: { people: "People", group: "Group", faults: "Network and faults", counts: "Counts" },
  migrate: "Make it a supergroup",
  kick: "Remove the bot",
  addBot: "Add the bot",
  promote: "Make the bot administrator",
  demote: "Bot no longer administrator",
  privacyOn: "Privacy mode on",
  privacyOff: "Privacy mode off",
  faults: {
    tooMany: "429 for the next 3",
    lostAnswer: "Lose the next answer",
    reset: "Cut the next call",
    serverError: "500 for the next 3",
    badGateway: "502 for the next 3",
    slow: "Next 3 take 3 s",
  },
  unreachable: "Offline for 10 minutes",
  repeat: "Deliver the next 3 twice",
  jumpUp: "Update ids jump up",
  jumpDown: "Update ids jump down",
  clearFaults: "Back to normal",
  cutUntil: (time) => `Offline until ${time}`,
  pendingFaults: "To come",
  counts: { calls: "calls", messages: "sent", tooMany: "429", conflicts: "409", pending: "pending" },
  download: (name) => `Download ${name}`,
  picture: "Picture",
  failed: "That did not work",
  lost: "Connection lost, trying again…",
  messageList: "Messages",
  chats: "Chats",
  showPhone: "Whose phone",
  page: "Overview",
  closePage: "Close the overview",
}

const KEY = "zhishou.language"

const stored = () => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export let language = stored() === "en" ? "en" : "zh"
export let words = language === "en" ? en : zh

export const setLanguage = (next) => {
  language = next
  words = next === "en" ? en : zh
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // A browser that keeps nothing still shows the language for now.
  }
}

const ZONE = { timeZone: "Asia/Shanghai" }
const locale = () => (language === "en" ? "en-GB" : "zh-CN")
const shaped = (at, options) => new Intl.DateTimeFormat(locale(), { ...ZONE, ...options }).format(at)

export const timeOf = (at) => shaped(at, { hour: "2-digit", minute: "2-digit", hour12: false })
export const weekdayOf = (at) => shaped(at, { weekday: language === "en" ? "short" : "long" })
export const yearOf = (at) => shaped(at, { year: "numeric" })
export const shortDayOf = (at) => shaped(at, { month: language === "en" ? "short" : "long", day: "numeric" })
/** Something that differs from day to day, whatever the language. */
export const dayKeyOf = (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

export const sizeOf = (bytes) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`
