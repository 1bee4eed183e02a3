import type { platform as chinese } from "../zh/platform.ts"

export const platform: typeof chinese = {
  weibo: "Weibo",
  "wechat-subscription": "WeChat subscription account",
  "wechat-service": "WeChat service account",
  "wechat-video": "WeChat Channels",
  douyin: "Douyin",
  kuaishou: "Kuaishou",
  toutiao: "Toutiao",
  xiaohongshu: "Xiaohongshu",
  bilibili: "Bilibili",
  app: "app",
  other: "another platform",
}
