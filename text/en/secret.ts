/** Where the message stood: in this chat, or in a group that is named. */
const where = (place: "here" | "group", title: string): string =>
  place === "here"
    ? "A message here"
    : `A message that you wrote in ${title === "" ? "the group" : `the group "${title}"`}`

const CHANGE =
  "Please change that password now. Zhishou never needs a password; please send it to no chat at all."

const ANEW =
  "Please send me no name, phone, identity number or address of the public. Enter only what it is about, with the link of the message where needed."

/** What is said about messages that look like passwords, or tell who wrote to the office. Nothing of them is ever repeated. */
export const secret = {
  passwords: {
    removed: (place: "here" | "group", title: string) =>
      `${where(place, title)} looked like a password. It has been deleted, and was not kept. ${CHANGE}`,
    stays: (place: "here" | "group", title: string) =>
      `${where(place, title)} looks like a password. It was not kept, but I cannot delete it: please delete it at once. ${CHANGE}`,
    staysInGroup: (it: { title: string; name: string | null }) =>
      `${it.name ?? "Somebody"} wrote a message that looks like a password in the group "${it.title}", and I cannot delete it. Please delete it at once, have the password changed, and see that I am an administrator of the group who may delete messages.`,
    /** The question under way is asked again. */
    again: "That looked like a password; it was neither taken nor kept. Please answer again:",
  },
  people: {
    removed: (place: "here" | "group", title: string) =>
      `${where(place, title)} looked as if it told who wrote to the office. It has been deleted, and nothing of it was kept or entered. ${ANEW}`,
    stays: (place: "here" | "group", title: string) =>
      `${where(place, title)} looks as if it told who wrote to the office. It was not kept, but I cannot delete it: please delete it at once. ${ANEW}`,
    staysInGroup: (it: { title: string; name: string | null }) =>
      `${it.name ?? "Somebody"} wrote a message in the group "${it.title}" that looks as if it told who wrote to the office, and I cannot delete it. Please delete it at once, and see that I am an administrator of the group who may delete messages.`,
    again:
      "That looked as if it told who wrote to the office; it was neither taken nor kept. Please answer again in other words:",
  },
  /** In a group, after the name of whoever wrote it. */
  by: (name: string, said: string) => `${name}: ${said}`,
}
