import { expect, test } from "vitest"
import { holdsPersonalData } from "../../rules/personal.ts"

const personal: Readonly<Record<string, readonly string[]>> = {
  "a mobile phone": [
    "13800138000",
    "电话 138 0013 8000",
    "+86 138-0013-8000",
    "一三八零零一三八零零零",
    "１３８００１３８０００",
    "请回 13800138000，急",
    "供水13800138000",
  ],
  "a phone at home": ["0912-6523456", "(0912) 6523456", "09126523456"],
  "an identity card": ["610102199003077758", "61010219900307775X", "610102 19900307 7758", "610102900307775"],
  "a name": [
    "张伟",
    "供水 李建国",
    "李建国反映供水",
    "业主王秀英",
    "我叫赵铁柱",
    "联系人：欧阳娜娜",
    "王先生家停水",
    "刘某某投诉",
    "陈女士来电",
    "孙大爷",
    "姓名：周杰",
    "my name is Wang",
  ],
  "an address": [
    "幸福小区3号楼2单元501室",
    "人民路128号",
    "城关镇李家村3组",
    "和平里二单元",
    "长安街甲十二号",
    "住址：城东新村后面",
  ],
  "another way to reach them": ["微信号 wx_12345", "zhangwei@example.com", "QQ：123456789"],
  "any of it in a link": [
    "https://example.gov.cn/msg?tel=13800138000",
    "https://example.gov.cn/msg?name=%E6%9D%8E%E5%BB%BA%E5%9B%BD",
    "https://example.gov.cn/u/zhangwei@example.com",
  ],
}

test.each(Object.entries(personal))("%s is told apart", (_, texts) => {
  expect(texts.filter((text) => !holdsPersonalData(text))).toEqual([])
})

const ordinary = [
  "/message 微博示例县发布 供水 今天 09:00 https://weibo.com/1234567890/NkQ1mCeBz",
  "/message 示例县发布 医保报销 2026-02-13 09:00",
  "城南供水水压低",
  "公交站牌",
  "路灯不亮",
  "高考报名",
  "何时供暖",
  "周边噪音",
  "路面塌陷",
  "物业收费",
  "/refer M2026-3 县水务局",
  "/promise M2026-3 2026-03-20",
  "管网要换，等料到货",
  "4872650134982210",
  "M2026-12",
  "停水30小时",
  "家长会通知",
  "居民医保",
  "市民卡办理",
  "学生营养餐",
  "国道307",
  "村民委员会换届",
]

test("and what offices write of ordinarily is left alone", () => {
  expect(ordinary.filter(holdsPersonalData)).toEqual([])
})
