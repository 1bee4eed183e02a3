/** What is said about messages themselves: repeats, detours, and what could not be delivered. */
export const outbox = {
  /** Stands before a message that may have been delivered already. */
  repeat: "（可能重复）\n",
  /** Stands before a private message that is said in the group instead, after the person's name. */
  detour: "，您收不到我的私聊，先在群里说：\n\n",
  personUnreachable: (name: string, unit: string) =>
    `${unit}的${name}收不到我的私聊，单位也没有可用的群，消息送不到本人。请提醒本人打开与我的对话，点一下「开始」。`,
  groupUnreachable: (title: string, unit: string) =>
    `我在${unit}的群「${title}」里发不出消息，可能已被移出群或被禁言。请把我重新加进群里，并允许我发言。`,
  emergencyRefused: (excerpt: string, reference: string) =>
    `有一条紧急消息没能发出，请直接联系有关人员。消息开头：「${excerpt}」。故障编号 ${reference}。`,
  lost: (excerpt: string) => `有一条消息可能没有送到这里，开头是「${excerpt}」。请发 /today 看看现在的情况。`,
}
