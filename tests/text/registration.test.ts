import { expect, test } from "vitest"
import type { Finding } from "../../rules/registration/findings.ts"
import type { Objection } from "../../rules/registration/objections.ts"
import { en } from "../../text/en/index.ts"
import { zh } from "../../text/zh/index.ts"

const objection = (finding: Finding, changes: Partial<Objection> = {}): Objection => ({
  rule: "county:C-1",
  article: "第十五条",
  book: { id: "county", title: "示例县政务新媒体管理办法", titleEn: "Example county, measures" },
  origin: "text",
  strength: "hard",
  missing: false,
  finding,
  ...changes,
})
const taken = [{ platform: "weibo", name: "示例发布" }] as const
const full: Finding = { code: "platform-full", atMost: 1, taken }
const leaderless: Finding = { code: "no-role", role: "leader" }
const bareName: Finding = { code: "name-taken", name: "示例发布", platform: "weibo" }

test("a refusal says what is wrong, what to do, and where it is written", () => {
  expect(zh.registration.objection(objection(leaderless))).toBe(
    "本单位还没有明确分管领导，请先明确一位。（《示例县政务新媒体管理办法》第十五条）",
  )
  expect(en.registration.objection(objection(leaderless))).toBe(
    "The unit has no leader in charge yet; please name one first. (“Example county, measures” 第十五条)",
  )
})

test("a rule that is 原则上 says who can pass it", () => {
  const soft = objection(full, { strength: "soft" })
  expect(zh.registration.objection(soft)).toBe(
    "本单位在这个平台上已有账号“示例发布”，同一平台最多 1 个，请用原来的账号。确有需要的，可由分管领导写明理由后登记。（《示例县政务新媒体管理办法》第十五条）",
  )
  expect(en.registration.objection(soft)).toBe(
    "The unit already has “示例发布” on this platform, and may have 1; please use what is there. Where it is needed, the leader in charge can pass it with a written reason. (“Example county, measures” 第十五条)",
  )
})

test("a note is no refusal, and a house rule says that it is one", () => {
  expect(zh.registration.objection(objection({ code: "no-custodian" }, { strength: "note" }))).toBe(
    "提醒：还没有填写密码保管人，请指定专人。（《示例县政务新媒体管理办法》第十五条）",
  )
  expect(zh.registration.objection(objection(bareName, { origin: "house" }))).toBe(
    "微博上已有别的单位的账号叫“示例发布”，请换一个名称。（本单位约定）",
  )
  expect(en.registration.objection(objection(bareName, { origin: "house", strength: "note" }))).toBe(
    "Note: Another unit's account on Weibo is already called “示例发布”; please choose another name. (house rule)",
  )
})

const every: readonly Finding[] = [
  leaderless,
  { code: "no-editor" },
  { code: "too-few-editors", count: 1, atLeast: 2 },
  { code: "too-many-editors", count: 3, atMost: 2 },
  { code: "no-custodian" },
  { code: "no-operator" },
  { code: "no-verification", unit: "示例县交通运输局" },
  { code: "verification-without-sponsor", unit: "示例县交通运输局", verification: "示例交通" },
  { code: "name-not-tied", name: "畅行", unit: "示例县交通运输局" },
  bareName,
  { code: "name-differs", name: "示例发布", others: taken },
  { code: "platform-unknown" },
  full,
  { code: "apps-full", atMost: 1, taken },
  { code: "mains-full", atMost: 1, taken },
  { code: "no-main" },
]

test("every finding is said in its own words, whole, in both languages", () => {
  for (const { registration } of [zh, en]) {
    const said = every.map((finding) => registration.finding(finding))
    expect(new Set(said).size).toBe(every.length)
    expect(said.join("\n")).not.toMatch(/undefined|NaN|\[object/u)
  }
})
