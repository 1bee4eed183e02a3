/** The few colours of every picture. Whatever one of them says is also said by a mark or a word. */
export const ink = {
  paper: "#ffffff",
  text: "#1b1f24",
  quiet: "#59636e",
  line: "#c4cbd3",
  shade: "#f0f2f5",
  today: "#0b5cad",
  todayShade: "#e3effb",
  good: "#8fd19e",
  near: "#f6c445",
  bad: "#c9302c",
  badShade: "#fbe3e1",
  badLine: "#e79a95",
} as const
