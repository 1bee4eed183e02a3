import type { Platform } from "../../rules/account.ts"

export const platform: Record<Platform, string> = {
  weibo: "微博",
  "wechat-subscription": "微信订阅号",
  "wechat-service": "微信服务号",
  "wechat-video": "微信视频号",
  douyin: "抖音",
  kuaishou: "快手",
  toutiao: "今日头条",
  xiaohongshu: "小红书",
  bilibili: "哔哩哔哩",
  app: "客户端",
  other: "其他平台",
}
