import type { Layer } from "../../rules/roster.ts"

const layers: Record<Layer, string> = { duty: "值班", deputy: "副班", leader: "带班" }

/** Shifts in the calendar of one's telephone. */
export const feed = {
  commands: {
    feed: {
      title: "把值班表订阅到手机日历",
      aliases: ["日历", "订阅日历"],
      fields: {
        whose: { label: "内容", ask: "订阅谁的班？", example: "我的班" },
        unit: { label: "单位", ask: "哪个单位？", example: "示例县人民政府办公室" },
        step: { label: "操作", ask: "要做什么？", example: "" },
      },
    },
  },
  whose: { mine: "我的班", unit: "单位全部的班" },
  steps: { revoke: "撤销全部链接" },
  buttons: { revoke: "撤销全部链接" },
  ofUnit: (it: { layer: Layer; who: string }) => `${layers[it.layer]}：${it.who}`,
  ofPerson: (it: { layer: Layer; unit: string }) => `${layers[it.layer]}（${it.unit}）`,
  unitCalendar: (unit: string) => `${unit}值班表`,
  personCalendar: (name: string) => `${name}的值班`,
  issued: (it: { what: string; link: string }) =>
    [
      `${it.what}的日历链接：`,
      it.link,
      "在手机日历里“添加订阅日历”，粘贴这个链接即可，排班变化会自动更新。",
      "谁有链接谁就能看，请不要转发；不再需要时按下面的按钮撤销。",
    ].join("\n"),
  revoked: (count: number): string =>
    count === 0 ? "您没有正在使用的日历链接。" : `✅ 已撤销 ${count} 个日历链接，日历里不会再更新。`,
  off: "日历订阅还没有开通。请管理员设置 HTTP_URL（对外地址）后再试。",
}
