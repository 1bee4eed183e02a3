/** What the router and the dialogs say, whatever the command. */
export const command = {
  cancelled: "已取消，什么都没有改动。",
  nothingToCancel: "现在没有正在填写的内容。",
  question: (title: string, ask: string, about: string | null) =>
    about === null ? `【${title}】${ask}` : `【${title}】${about}\n${ask}`,
  noSuchAccount: "现在没有可以这样办理的账号。发 /accounts 可以查看全部账号。",
  cancel: "取消",
  skip: "跳过",
  next: "下一页 ›",
  back: "‹ 上一页",
  all: (count: number) => `全部 ${count} 个`,
  done: (count: number) => `选好了（${count} 个）`,
  noted: "收到",
  byReply: "（请“回复”本条消息作答）",
  byReplyOrCancel: "（请“回复”本条消息作答；不填了就发 /cancel）",
  stale: "这个按钮已经失效，请重新发送指令。",
  notYours: "这个按钮已经失效，或者不是发给您的。需要时请自己发送一次指令。",
  which: (typed: string) => `“${typed}”对应不止一个，请选择：`,
  unknown: (typed: string) => `没有找到“${typed}”。`,
  notUnderstood: (it: { label: string; typed: string; example: string }) =>
    `${it.label}“${it.typed}”无法识别。例如：${it.example}`,
  tooLong: (most: number) => `内容太长，最多 ${most} 个字。什么都没有改动，请缩短后再发。`,
  failed: (reference: string) =>
    `出了点问题，什么都没有改动。请稍后再试；如仍不行，请把编号 ${reference} 告诉管理员。`,
  notAgain: "修改或转发的指令不会执行。需要时请重新发送一次。",
  anonymous: "您现在以匿名管理员身份发言，无法确认是谁。请按下面的按钮，以本人身份继续。",
  asMyself: "以本人身份继续",
  noSuchCommand: (name: string) => `没有“/${name}”这个指令。发送 /help 可以查看全部指令。`,
  notHeard: (steps: string) => `没有听懂。\n${steps}`,
  elsewhere: {
    private: "这个指令请在与我的私聊里使用。",
    group: "这个指令请在工作群里使用。",
  },
}
