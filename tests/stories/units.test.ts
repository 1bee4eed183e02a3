import { expect, test } from "vitest"
import type { UnitKind } from "../../rules/unit.ts"
import * as accounts from "../../services/accounts.ts"
import * as units from "../../services/units.ts"
import { type Bureau, bureau, BUREAU, plan } from "../commands/bureau.ts"
import { draft, form } from "../commands/forms.ts"

const shown = async ({ counter }: Bureau) => {
  await counter.say("张敏", "/units")
  return counter.last("张敏")
}

const opened = ({ counter, bureau: unit }: Bureau, unitId = unit.id, main = true) =>
  counter.do((act) =>
    accounts.create(act, draft(unitId, { openedOn: null, main }), { exceptions: [], lastPostAt: null }),
  )

test("a unit of a kind that has to have an account is noted while it has none (JX-21)", async () => {
  const b = await bureau(["jiangxi"], { kind: "county-government" })
  const note = "提醒：还没有账号（《江西省政务新媒体管理要求》第十点）"
  expect(await shown(b)).toContain(note)
  await opened(b)
  expect(await shown(b)).not.toContain(note)
  expect(await shown(await bureau(["jiangxi"], { kind: "county-department" }))).not.toContain(note)
})

test("a unit without one a step above it is noted until that is named (JX-04)", async () => {
  const b = await bureau(["jiangxi"])
  const note = "提醒：还没有写明上一级主管单位（《江西省政务新媒体管理要求》第四点）"
  expect(await shown(b)).not.toContain(note)
  await b.counter.do((act) => units.change(act, b.bureau.id, { parentId: null }))
  expect(await shown(b)).toContain(note)
  await b.counter.say("张敏", `/setunit ${BUREAU} 上一级主管单位 示例市人民政府办公室`)
  expect(b.counter.last("张敏")).toBe("“示例县教育局”的上一级主管单位已改为：示例市人民政府办公室")
  expect(await shown(b)).not.toContain(note)
})

test("another office for the website than for the accounts is noted, and hinders nothing (LZ-13)", async () => {
  const b = await bureau(["longzihu"])
  const note = "提醒：账号与网站不归同一部门管（《龙子湖区政务新媒体管理暂行办法》第七条）"
  await b.counter.say("张敏", `/setunit ${BUREAU} 账号负责部门 办公室`)
  expect(await shown(b)).not.toContain(note)
  await b.counter.say("张敏", `/setunit ${BUREAU} 网站主管部门 信息中心`)
  expect(await shown(b)).toContain(note)
  await b.counter.say("张敏", `/setunit ${BUREAU} 网站主管部门 办公室`)
  expect(await shown(b)).not.toContain(note)
})

const registering = async (book: string, kind: UnitKind, name = BUREAU) => {
  const b = await bureau([book], { kind })
  await b.counter.do((act) => units.change(act, b.bureau.id, { name }))
  await b.counter.say(
    "张敏",
    form({ 主办单位: name, 名称: "示例县发布", 认证信息: `${name}官方微博`, 开通日期: "2026-03-02" }),
  )
  return b
}
const count = ({ counter }: Bureau) => counter.do(async ({ tables }) => (await tables.accounts.all()).length)

test("a township names the office directly responsible before it registers an account (LZ-08)", async () => {
  const b = await registering("longzihu", "township", "示例县示例镇")
  expect(b.counter.last("张敏")).toContain("示例县示例镇还没有明确直接负责账号的办公室")
  expect(await count(b)).toBe(0)
  await b.counter.say("张敏", "/setunit 示例县示例镇 账号负责部门 党政办公室")
  await b.counter.say(
    "张敏",
    form({ 主办单位: "示例县示例镇", 名称: "示例镇发布", 认证信息: "示例县示例镇官方微博" }),
  )
  expect(await count(b)).toBe(1)
})

test("a government's account is sponsored by its office, else the leader is asked (JX-22)", async () => {
  const b = await registering("jiangxi", "county-government", "示例县信息中心")
  expect(b.counter.last("李国强")).toContain(
    "政府的账号由政府办公室主办，示例县信息中心不是政府办公室，请改由办公室主办。",
  )
  expect(await count(b)).toBe(0)
  expect(await count(await registering("jiangxi", "county-government", "示例县人民政府办公室"))).toBe(1)
})

test("an account that hangs under no main account is listed as outside the matrix (LZ-03)", async () => {
  const b = await bureau(["longzihu"])
  await opened(b, b.bureau.id, false)
  await b.counter.say("王芳", "/accounts")
  expect(b.counter.last("王芳")).toContain("微博“示例交通”（未入矩阵）")
  await opened(b, b.county.id)
  await b.counter.say("王芳", "/accounts")
  expect(b.counter.last("王芳")).not.toContain("未入矩阵")
})

test("an application to open is held back by the same rule (LZ-08)", async () => {
  const b = await bureau(["longzihu"], { kind: "township" })
  await b.counter.say("张敏", plan())
  expect(b.counter.last("张敏")).toContain("账号负责部门")
  expect(await count(b)).toBe(0)
})
