/** The daily look through the accounts. */
export const patrol = {
  commands: {
    patrol: {
      title: "登记今天的巡检",
      aliases: ["巡检", "已巡检"],
      fields: { unit: { label: "单位", ask: "哪个单位？", example: "" } },
    },
  },
  button: "今天已巡检",
  walked: (unit: string, it: { readonly done: number; readonly missing: number }) =>
    `✅ 已记下：${unit}今天的账号巡检。本月已巡 ${it.done} 天${it.missing > 0 ? `，漏巡 ${it.missing} 天` : ""}。`,
  none: "今天没有要登记的巡检。",
}
