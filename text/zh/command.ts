/** What the router and the dialogs say, whatever the command. */
export const command = {
  cancelled: "已取消，什么都没有改动。",
}
