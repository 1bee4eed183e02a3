import type { Platform } from "../account.ts"
import { nameKey } from "../words.ts"

/** What people call the platforms. Platforms of which no regulation speaks by name are kept as `other`. */
const words: Readonly<Record<Platform, readonly string[]>> = {
  weibo: ["微博", "新浪微博", "政务微博", "新浪", "weibo", "sina weibo"],
  "wechat-subscription": [
    "微信订阅号",
    "订阅号",
    "微信公众号(订阅号)",
    "公众号(订阅号)",
    "微信(订阅号)",
    "WeChat subscription account",
    "WeChat subscription",
  ],
  "wechat-service": [
    "微信服务号",
    "服务号",
    "微信公众号(服务号)",
    "公众号(服务号)",
    "微信(服务号)",
    "WeChat service account",
    "WeChat service",
  ],
  "wechat-video": ["微信视频号", "视频号", "微信(视频号)", "WeChat Channels", "WeChat video"],
  douyin: ["抖音", "抖音号", "抖音短视频", "政务抖音", "抖音政务号", "Douyin"],
  kuaishou: ["快手", "快手号", "快手短视频", "政务快手", "快手政务号", "Kuaishou"],
  toutiao: ["今日头条", "头条", "头条号", "今日头条号", "头条政务号", "政务头条号", "Toutiao"],
  xiaohongshu: ["小红书", "小红书号", "Xiaohongshu", "RedNote"],
  bilibili: ["哔哩哔哩", "B站", "哔站", "b站号", "哔哩哔哩号", "Bilibili"],
  app: [
    "APP",
    "客户端",
    "移动客户端",
    "手机客户端",
    "政务客户端",
    "移动应用",
    "手机APP",
    "政务APP",
    "移动客户端(APP)",
    "客户端(APP)",
    "APP客户端",
    "Mobile app",
  ],
  other: [
    "其他",
    "其它",
    "其他平台",
    "人民号",
    "百家号",
    "强国号",
    "新华号",
    "央视频",
    "澎湃号",
    "澎湃",
    "网易号",
    "搜狐号",
    "企鹅号",
    "知乎",
    "西瓜视频",
    "小程序",
    "微信小程序",
    "Other",
    "another platform",
  ],
}

/** Said of both kinds of WeChat account; most are subscription accounts, and so it is read. */
const vague = [
  "微信公众号",
  "公众号",
  "微信",
  "政务微信",
  "微信公众平台",
  "微信公众账号",
  "WeChat official account",
  "WeChat",
]

const platformKey = (word: string): string =>
  nameKey(word)
    .replace(/[()[\]【】、,;/\\·.:_-]/g, "")
    .replace(/(.)(平台|官方账号|账号|帐号)$/, "$1")

const vagueKeys = new Set(vague.map(platformKey))
const byKey = new Map<string, Platform>(
  Object.entries(words).flatMap(([platform, names]) =>
    names.map((name) => [platformKey(name), platform as Platform] as const),
  ),
)

/** The platform somebody means, and whether the word leaves open which kind of WeChat account; null when nobody calls one so. */
export const platformOf = (word: string): { readonly platform: Platform; readonly vague: boolean } | null => {
  const key = platformKey(word)
  if (vagueKeys.has(key)) return { platform: "wechat-subscription", vague: true }
  const platform = byKey.get(key)
  return platform === undefined ? null : { platform, vague: false }
}
