import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { commands } from "../../commands/index.ts"
import { looksLikePassword, namesPasswordInFile } from "../../rules/secret.ts"
import { addDays } from "../../rules/time.ts"
import { languages } from "../../text/index.ts"

describe("a password is seen", () => {
  test.each([
    "密码：Abc12345678",
    "密码:abc123",
    "口令是 Wb#2026pass",
    "pwd=abc123",
    "PASSWORD=ABCDEF12",
    "password: hunter2!",
    "passwd: letmein",
    "Password is Tr0ub4dor&3",
    "my pwd is abc12345",
    "password for weibo is abc12345",
    "账号 longzihu 密码 Abc123456",
    "账号/密码：longzihu/Abc12345",
    "用户名admin，密码admin",
    "新密码是123456",
    "微博密码改成了 wubu2026abc",
    "密码已经改为Abc12345，请查收",
    "密码就是原来的那个 abc12345",
    "密码（新）：Abc12345",
    "密码“Abc12345”",
    "密码：\nAbc12345",
    "密码 qwertyui",
    "密码abc123",
    "口令：芝麻2026abc",
    "密码：20261122",
    "Abc12345是微博密码",
    "abc12345 is the password",
    "请登录后台，账号 longzihu，Xk9#mmQ2pz",
    "登錄密碼：abc12345",
    "密钥：k3jd83hd",
  ])("beside the word for it: %s", (text) => {
    expect(looksLikePassword(text)).toBe(true)
  })

  test.each(["Abc12345678", "P@ssw0rd", "abc123!@#", "password123", "Qw3rtyUi9Op", "longzihu Xk9#mmQ2pz"])(
    "standing alone: %s",
    (text) => {
      expect(looksLikePassword(text)).toBe(true)
    },
  )

  test.each([
    "/post Abc12345678!",
    "/register 平台：微博 名称：Xy7kd92Lm",
    "/edit 示例县发布 名称 Qw3rtyUi9Op",
    "/newunit Zx9$kLm2Qa",
    "/Abc12345678",
    "/password newpass123",
    "/start 密码：abc12345",
    "/start Abc12345678!",
    "／post 密码 abc12345",
  ])("behind a command: %s", (text) => {
    expect(looksLikePassword(text)).toBe(true)
  })

  test.each([
    "ｐａｓｓｗｏｒｄ：Ａｂｃ１２３４５",
    "密\u200b码：Abc12345",
    "密 码：abc12345",
    "https://x.cn/login?user=a&pwd=Abc12345",
    "https://admin:Pass1234@x.cn/",
    "链接 https://x.cn/ 密码: ab12",
  ])("however it is written: %s", (text) => {
    expect(looksLikePassword(text)).toBe(true)
  })

  test("of any letters, digits and signs behind 密码：", () => {
    const sign = fc.stringMatching(/^[a-zA-Z2-9!@#$%^&*]$/)
    const password = fc
      .string({ unit: sign, minLength: 8, maxLength: 20 })
      .filter((text) => /[A-Za-z]/.test(text) && /\d/.test(text))
    const about = fc.constantFrom(
      "密码：",
      "密码 ",
      "口令是",
      "新密码改为",
      "password: ",
      "pwd=",
      "账号 wb 密码",
    )
    fc.assert(fc.property(about, password, (word, value) => looksLikePassword(word + value)))
  })
})

describe("no password is seen", () => {
  test.each([
    "请大家按时改密码",
    "密码已更换，12位，字母加数字",
    "密码已改",
    "密码保管人：张三",
    "密码保管人：Zhang2020",
    "password custodian: Zhang San",
    "密码：由张三保管",
    "密码：见附件",
    "密码：********",
    "密码至少8位",
    "密码为8-16位",
    "密码长度是 12 位",
    "密码有效期为90天",
    "密码90天内要换一次",
    "密码 2026-11-22 更换",
    "密码更换日期：2026-11-22",
    "请在2026年3月31日前更换密码，6个月一次",
    "改密码，电话13800000000",
    "修改密码后请回复1234",
    "密码要求按 SJ-33 执行",
    "Please change your password: it expires in 90 days",
    "The password is required",
    "password reset",
    "值守从不需要密码",
    "口令红包",
    "登录 https://weibo.com 后台",
  ])("where one only speaks of them: %s", (text) => {
    expect(looksLikePassword(text)).toBe(false)
  })

  test.each([
    "吴政办函〔2022〕71号",
    "2026-000123",
    "皖ICP备2022000123号-1",
    "13800000000",
    "0551-6270000",
    "Abc123@qq.com",
    "@Zhang_San2",
    "Longzihu2022",
    "Office2021",
    "v2.1.0-Beta1",
    "BV1xx411c7mD",
    "2026-02-12T09:30",
    "weibo.com/1234567890/AbCdEf",
    "https://mp.weixin.qq.com/s?__biz=MzA3==&mid=2650&sn=0a1B2c&pass_ticket=Abc%2B123456",
    "链接: https://pan.baidu.com/s/1AbCdEf12?pwd=ab12 提取码: ab12",
    "7.99 复制打开抖音，看看 https://v.douyin.com/iRNBho5m/ Fuy:/ 01/02 U@l.pd",
    "/start id0000000001id0000000002",
    "/start AbCd1234EfGh5678",
    "/post 示例县发布 https://weibo.com/1/Ab12Cd 今天 09:30",
  ])("in ordinary things: %s", (text) => {
    expect(looksLikePassword(text)).toBe(false)
  })

  test("in anything that the product itself says or gives as an example", () => {
    const said = (texts: unknown): readonly string[] =>
      typeof texts === "string"
        ? [texts]
        : typeof texts === "object" && texts !== null
          ? Object.values(texts).flatMap(said)
          : []
    for (const text of Object.values(languages)) {
      expect(said(text).filter(looksLikePassword)).toEqual([])
      const examples = commands.flatMap(({ name, words }) =>
        Object.values(words(text).fields).flatMap(({ label, example }) => [
          example,
          `/${name} ${example}`,
          `/${name}\n${label}：${example}`,
        ]),
      )
      expect(examples.filter(looksLikePassword)).toEqual([])
    }
  })

  test("in any link, day, time or number that the product prints", () => {
    const id = fc.stringMatching(/^[2-9a-km-np-z]{12}$/)
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days))
    const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)
    const printed = fc.oneof(
      id,
      fc.tuple(id, id).map(([one, other]) => `https://t.me/zhishou_bot?start=${one}${other}`),
      fc.tuple(id, id).map(([one, other]) => `/start ${one}${other}`),
      fc.tuple(word, word).map(([one, other]) => `https://weibo.com/${one}/${other}?from=${one}`),
      day,
      day.map((on) => `${on} 09:30`),
      day.map((on) => on.replace(/(\d+)-(\d+)-(\d+)/, "$1年$2月$3日")),
      fc
        .tuple(fc.integer({ min: 1990, max: 2099 }), fc.nat(999))
        .map(([year, n]) => `吴政办函〔${year}〕${n}号`),
      fc.tuple(fc.integer({ min: 1990, max: 2099 }), fc.nat(999_999)).map(([year, n]) => `${year}-${n}`),
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    )
    const around = fc.constantFrom("", "请看 ", "/post ", "回执 ", "密码已于今天更换，下次：", "密码 ")
    fc.assert(
      fc.property(around, printed, (before, it) => {
        // A number right behind the word may well be one.
        fc.pre(before !== "密码 " || /^(?:https|\d{4}-\d\d-\d\d)/.test(it))
        return !looksLikePassword(before + it)
      }),
    )
  })

  test("however long the text is, and soon", () => {
    for (const part of ["密码", "密码是", "a1B!", "password for ", "https://", "密码（", "账号 a", "( "])
      looksLikePassword(part.repeat(4096 / part.length))
  })
})

describe("the name of a file", () => {
  test.each(["台账_密码Abc12345.xlsx", "微博密码：Abc12345.csv", "Xk9#mmQ2pz.xlsx"])(
    "gives one away: %s",
    (name) => {
      expect(namesPasswordInFile(name)).toBe(true)
    },
  )
  test.each([
    "台账.xlsx",
    "密码保管人名单.xlsx",
    "mmexport1640123456789.jpg",
    "IMG_20260302_101010.jpg",
    "Ledger(1)Final2026.xlsx",
    "账号台账-2026-03-02.csv",
    "",
  ])("gives none away: %s", (name) => {
    expect(namesPasswordInFile(name)).toBe(false)
  })
})
