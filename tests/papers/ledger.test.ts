import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { writeLedger } from "../../papers/ledger.ts"
import { unpacker, zipEntries } from "../../papers/unzip.ts"
import { type Account, platforms } from "../../rules/account.ts"
import { difference, ledgerEntries, readLedger } from "../../rules/ledger.ts"
import { looksLikePassword } from "../../rules/secret.ts"
import { nameKey, tidyName } from "../../rules/words.ts"
import { languages } from "../../text/index.ts"
import { account, retiredOn, units } from "../rules/ledger-cast.ts"
import { tableOf } from "./files.ts"

const county = [
  account("a", {
    link: "https://weibo.com/1?a=1&b=2",
    verification: "示例县人民政府办公室官方微博",
    editors: ["李四", "王五"],
    custodian: { name: "张三", personId: "zhang" },
    openedOn: "2020-03-01",
    main: true,
  }),
  account("b", {
    unitId: "police-office",
    platform: "wechat-service",
    name: "=1+1",
    operator: "示例传媒有限公司",
  }),
  account("c", { unitId: "health-office", platform: "other", name: "constructor" }),
  account("d", { unitId: "police", name: "平安示例", ...retiredOn("2024-01-01") }),
  account("e", { unitId: "police", name: "平安示例" }),
  account("f", { unitId: "police", platform: "douyin", name: "阿示例" }),
]

const read = async (bytes: Uint8Array) => readLedger(await tableOf(bytes))

test("a ledger is written by unit, platform and name, one line for each account", async () => {
  const csv = Buffer.from(await writeLedger(ledgerEntries(county, units), "csv", "zh")).toString()
  expect(csv.split("\r\n")).toEqual([
    "\ufeff序号,账号名称,平台,主办单位,账号链接,认证信息,是否委托运营,运营单位,密码保管人,编辑人员,开通日期,是否主账号,状态,注销日期,注销原因",
    "1,平安示例,微博,示例县公安局,,,否,,,,,否,正常,,",
    "2,平安示例,微博,示例县公安局,,,否,,,,,否,已注销,2024-01-01,机构改革",
    "3,阿示例,抖音,示例县公安局,,,否,,,,,否,正常,,",
    "4,'=1+1,微信服务号,示例县公安局/办公室,,,是,示例传媒有限公司,,,,否,正常,,",
    "5,示例发布,微博,示例县人民政府办公室,https://weibo.com/1?a=1&b=2,示例县人民政府办公室官方微博,否,,张三,李四、王五,2020-03-01,是,正常,,",
    "6,constructor,其他平台,示例县卫生健康局/办公室,,,否,,,,,否,正常,,",
    "",
  ])
})

test("the order of the accounts makes no difference to the file", async () => {
  for (const format of ["csv", "xlsx"] as const) {
    const [one, other] = await Promise.all(
      [county, county.toReversed()].map((accounts) =>
        writeLedger(ledgerEntries(accounts, units), format, "zh"),
      ),
    )
    expect(one).toEqual(other)
  }
})

test("a workbook is numbered, shows its heading in bold and keeps it in sight, and does not say when it was written", async () => {
  const bytes = Buffer.from(await writeLedger(ledgerEntries(county, units), "xlsx", "zh"))
  const unpack = unpacker(bytes, zipEntries(bytes))
  const part = async (path: string) => String(await unpack(path, Infinity))
  expect(await part("xl/worksheets/sheet1.xml")).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  )
  expect(await part("xl/worksheets/sheet1.xml")).toMatch(/<c r="A7"[^>]*><v>6<\/v><\/c>/)
  expect(await part("xl/styles.xml")).toContain("<b/>")
  expect(await part("xl/sharedStrings.xml")).toContain("<si><t>constructor</t></si>")
  expect(bytes.readUInt32LE(10)).toBe(0x0021_0000)
  expect(await part("xl/workbook.xml")).toContain('name="账号台账"')
})

test("an empty ledger has its headings", async () => {
  for (const language of ["zh", "en"] as const)
    for (const format of ["csv", "xlsx"] as const) {
      const reading = await read(await writeLedger([], format, language))
      expect(reading.mistakes).toEqual([{ code: "no-rows" }])
      expect(Object.keys(reading.ledger.columns)).toHaveLength(15)
    }
})

describe("writing, reading and writing again", () => {
  const letters = fc.constantFrom(
    ...Array.from("示例发布张三AZaz09 .-+=@'\"<>&;_x0041_,，、（）😀\u200f\u202e\t\nＡ/"),
  )
  const word = (most: number) =>
    fc
      .oneof(
        fc.string({ unit: letters, minLength: 1, maxLength: 12 }),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
        fc.constantFrom(
          "constructor",
          "__proto__",
          "toString",
          "合计",
          "_x000D_",
          "'=1",
          "1",
          "2026-02-12",
          "TRUE",
        ),
      )
      .map((text) => tidyName(Array.from(tidyName(text)).slice(0, most).join("")))
      // What looks like a password is refused as a whole; other tests show that.
      .filter((text) => text !== "" && !looksLikePassword(text))
  const nothing = /^(无|没有|暂无|空|[/\\—-]+|none|n\/?a)$/
  const some = (most: number) =>
    word(most).filter((text) => !nothing.test(nameKey(text)) && !nothing.test(tidyName(text)))
  const person = some(20).filter((text) => !/[、,，;；/\s]/.test(text))
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const day = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const retired = fc.record({ on: day, reason: some(30), by: fc.constant("zhao"), at: fc.constant(0) })

  const one: fc.Arbitrary<Account> = fc
    .record({
      unitId: fc.constantFrom(...units.map(({ id }) => id)),
      platform: fc.constantFrom(...platforms),
      name: word(60),
      link: maybe(
        fc.webUrl().filter((url) => url.length < 400 && /^https?:/.test(url) && !looksLikePassword(url)),
      ),
      verification: maybe(some(60)),
      operator: maybe(some(60).filter((text) => !/运营|运维|本单位/.test(text))),
      custodian: maybe(person.map((name) => ({ name, personId: null }))),
      editors: fc.array(person, { maxLength: 2 }),
      openedOn: maybe(day),
      main: fc.boolean(),
      retired: maybe(retired),
    })
    .map((said) => account("", { ...said, state: said.retired ? "retired" : "live" }))
  const ledger = fc
    .uniqueArray(one, {
      maxLength: 8,
      selector: ({ platform, name, unitId, retired }) =>
        JSON.stringify([platform, nameKey(name), unitId, retired?.on ?? null]),
    })
    .map((accounts) => accounts.map((found, index) => ({ ...found, id: `a${index}` })))

  test.each([
    ["csv", "zh"],
    ["csv", "en"],
    ["xlsx", "zh"],
    ["xlsx", "en"],
  ] as const)("as %s in %s changes no account, and gives the same bytes", async (format, language) => {
    await fc.assert(
      fc.asyncProperty(ledger, async (accounts) => {
        const written = await writeLedger(ledgerEntries(accounts, units), format, language)
        const reading = await read(written)
        fc.pre(accounts.length > 0)
        expect(reading.mistakes).toEqual([])
        const known = difference(reading.ledger, accounts, units)
        expect(known).toMatchObject({ added: [], changed: [], absent: [], mistakes: [] })
        expect(known.unchanged).toHaveLength(accounts.length)

        const taken = difference(reading.ledger, [], units).added.map(({ account: found }, index) =>
          account(`b${index}`, {
            ...found,
            retired: found.retired && { ...found.retired, by: "zhao", at: 0 },
          }),
        )
        expect(await writeLedger(ledgerEntries(taken, units), format, language)).toEqual(written)
      }),
      { numRuns: 60 },
    )
  })
})

test("every word that is written is a word that is read", async () => {
  const accounts = platforms.map((platform, index) =>
    account(`${index}`, { platform, ...(index % 2 ? retiredOn("2024-01-01") : {}) }),
  )
  for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
    const reading = await read(await writeLedger(ledgerEntries(accounts, units), "csv", language))
    expect(reading.ignored).toEqual([])
    expect(difference(reading.ledger, accounts, units).unchanged).toHaveLength(platforms.length)
  }
})
