/** Where the message stood: in this chat, or in a group that is named. */
const where = (place: "here" | "group", title: string): string =>
  place === "here" ? "刚才有一条消息" : `您刚才在群${title === "" ? "里" : `「${title}」里`}发的一条消息`

const CHANGE = "请现在就改掉这个密码。值守从不需要密码，请不要发到任何聊天里。"

const ANEW = "公众的姓名、电话、证件号、住址都不要发给我。请只写主题，需要时附上留言的链接，重新登记。"

/** What is said about messages that look like passwords, or tell who wrote to the office. Nothing of them is ever repeated. */
export const secret = {
  passwords: {
    removed: (place: "here" | "group", title: string) =>
      `${where(place, title)}像是密码，已经删除，没有保存。${CHANGE}`,
    stays: (place: "here" | "group", title: string) =>
      `${where(place, title)}像是密码，我没有保存，但删不掉，请您自己马上删除。${CHANGE}`,
    staysInGroup: (it: { title: string; name: string | null }) =>
      `群「${it.title}」里${it.name === null ? "有人" : it.name}发了一条像是密码的消息，我删不掉。请马上删除，提醒本人修改密码，并确认我是能删除消息的群管理员。`,
    /** The question under way is asked again. */
    again: "刚才那条像是密码，没有采用，也没有保存。请重新回答：",
  },
  people: {
    removed: (place: "here" | "group", title: string) =>
      `${where(place, title)}像是写有公众的个人信息，已经删除，没有保存，也没有登记。${ANEW}`,
    stays: (place: "here" | "group", title: string) =>
      `${where(place, title)}像是写有公众的个人信息，我没有保存，但删不掉，请您自己马上删除。${ANEW}`,
    staysInGroup: (it: { title: string; name: string | null }) =>
      `群「${it.title}」里${it.name === null ? "有人" : it.name}发了一条像是写有公众个人信息的消息，我删不掉。请马上删除，并确认我是能删除消息的群管理员。`,
    again: "刚才那条像是写有公众的个人信息，没有采用，也没有保存。请换个说法重新回答：",
  },
  /** In a group, after the name of whoever wrote it. */
  by: (name: string, said: string) => `${name}：${said}`,
}
