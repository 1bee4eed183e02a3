import { beforeEach, expect, test } from "vitest"
import { zipEntries, unpacker } from "../../papers/unzip.ts"
import * as accounts from "../../services/accounts.ts"
import { type Bureau, bureau } from "../commands/bureau.ts"
import { draft } from "../commands/forms.ts"

let b: Bureau

/** The sheets of the workbook that was sent last: their names, and all the texts in it. */
const workbook = async () => {
  const file = [...b.counter.shown.values()].findLast((each) => each.file !== null)?.file
  const bytes = Buffer.from(file?.base64 ?? "", "base64")
  const entries = zipEntries(bytes)
  const unpack = unpacker(bytes, entries)
  const read = async (path: string) => String(await unpack(path, 1e6))
  const names = [...(await read("xl/workbook.xml")).matchAll(/<sheet [^>]*name="([^"]*)"/g)]
  const texts = [...(await read("xl/sharedStrings.xml")).matchAll(/<t[^>]*>([^<]*)<\/t>/g)]
  return { file, sheets: names.map(([, name]) => name), texts: texts.map(([, text]) => text) }
}

beforeEach(async () => {
  b = await bureau(["sxjt"])
  for (const platform of ["weibo", "douyin", "wechat-service"] as const)
    await b.counter.do((act) =>
      accounts.create(
        act,
        draft(b.bureau.id, {
          openedOn: null,
          platform,
          name: "示例教育",
          operator: platform === "douyin" ? "示例文化公司" : null,
        }),
        { exceptions: [], lastPostAt: null },
      ),
    )
})

test("a unit with three accounts gets three forms in one workbook (SJ-45)", async () => {
  await b.counter.say("张敏", "/form 示例县教育局")
  expect(b.counter.last("张敏")).toContain("共 3 个账号，一个账号一张")
  const { sheets, file } = await workbook()
  expect([...sheets].sort()).toEqual(["微博 示例教育", "微信服务号 示例教育", "抖音 示例教育"].sort())
  expect(file?.name).toBe("备案登记表_示例县教育局_2026-03-02.xlsx")
})

test("the form names the unit's leaders, and whoever really runs the account (SJ-44)", async () => {
  await b.counter.say("张敏", "/form 示例县教育局")
  const { texts } = await workbook()
  for (const each of ["政务新媒体账号备案登记表", "陈立", "李国强", "示例文化公司", "示例县人民政府办公室"])
    expect(texts).toContain(each)
})

test("a unit's bundle holds the forms of those below it too (SJ-43)", async () => {
  await b.counter.do((act) =>
    accounts.create(act, draft(b.county.id, { name: "示例发布" }), { exceptions: [], lastPostAt: null }),
  )
  await b.counter.say("王芳", "/form 示例县人民政府办公室")
  expect((await workbook()).sheets).toHaveLength(4)
})

test("a unit without accounts has nothing to file", async () => {
  await b.counter.say("王芳", "/newunit")
  await b.counter.do(async (act) => {
    for (const each of await act.tables.accounts.all()) await act.tables.accounts.remove(each.id)
  })
  await b.counter.say("张敏", "/form 示例县教育局")
  expect(b.counter.last("张敏")).toBe("示例县教育局还没有上线的账号，不用填备案登记表。")
})
