import { describe, expect, test } from "vitest"
import { dutiesFor } from "../../rules/binding.ts"
import { asked } from "../../rules/chain.ts"
import { Occasion } from "../../rules/occasion.ts"
import { allowance } from "../../rules/offline.ts"
import { startedBy } from "../../rules/planning.ts"
import { stackFor } from "../../rules/stack.ts"
import { dayOf, instantOf } from "../../rules/time.ts"
import { shipped } from "./books.ts"
import { china } from "./china.ts"

type Book = "wubu" | "longzihu" | "xuancheng" | "jiangxi" | "sxjt"
const account = {
  unitKind: "county-department",
  platform: "weibo",
  main: true,
  operator: null,
  news: false,
} as const
const stackOf = (book: Book) => stackFor({ rulebooks: [book] }, [], shipped)

/** Two working days after it is the 4th, five the 9th, twenty the 30th; 30 days after it is 1 April. */
const MONDAY = "2026-03-02"

/** What something that happens on that Monday asks of an account: of whom, from when on, by when. */
const after = (book: Book, kind: Occasion["kind"]): readonly string[] =>
  startedBy(
    china,
    dutiesFor(stackOf(book), account.unitKind, account.platform),
    account,
    Occasion.parse({
      id: "it",
      kind,
      on: MONDAY,
      unitId: "unit",
      accountId: "account",
      personId: null,
      book: null,
      dueOn: null,
      note: null,
      by: "somebody",
      at: 0,
    }),
    { now: instantOf(MONDAY), noted: () => instantOf(MONDAY) },
  ).map(({ act, to, due, freeAt }) =>
    [act, to, freeAt === null ? null : `from ${dayOf(freeAt)}`, due?.day]
      .filter((part) => part !== null && part !== undefined)
      .join(" "),
  )

const OFFICES = "chief county-office city-office provincial-office"
const NATIONAL = "全国政务新媒体信息报送系统"

describe("where the five documents differ", () => {
  const levels: readonly [
    what: "account.open" | "account.close" | "account.go-offline" | "account.exit",
    levels: Record<Book, string>,
  ][] = [
    [
      "account.open",
      { wubu: OFFICES, longzihu: "chief", xuancheng: "chief", jiangxi: "chief", sxjt: "chief" },
    ],
    [
      "account.close",
      { wubu: OFFICES, longzihu: "chief", xuancheng: "chief", jiangxi: "chief", sxjt: "chief" },
    ],
    ["account.go-offline", { wubu: OFFICES, longzihu: "", xuancheng: "", jiangxi: "", sxjt: "" }],
    [
      "account.exit",
      { wubu: `${OFFICES} state-council-office`, longzihu: "", xuancheng: "", jiangxi: "", sxjt: "" },
    ],
  ]
  test.each(levels)("each has its own levels for %s", (what, wanted) => {
    const found = (book: Book) => asked(stackOf(book), what, account).chain.map(({ step }) => step)
    for (const [book, chain] of Object.entries(wanted) as [Book, string][])
      expect(found(book).join(" "), book).toBe(chain)
  })

  const dated: readonly [kind: Occasion["kind"], asks: Partial<Record<Book, readonly string[]>>][] = [
    ["account.approved", { wubu: ["account.go-live 2027-03-02"] }],
    [
      "account.opened",
      {
        wubu: ["filing.open 县政府办公室 2026-03-09", `system.enter ${NATIONAL} 2026-03-09`],
        longzihu: ["filing.open 区数据资源局 2026-03-09"],
        jiangxi: ["filing.open 同级政务公开主管部门 2026-03-09"],
        sxjt: ["filing.open 厅办公室 2026-03-09"],
      },
    ],
    ["announcement.opening", { wubu: ["announcement.remove from 2026-04-02"] }],
    [
      "account.changed",
      {
        wubu: ["change.report 县政府办公室 2026-03-04"],
        longzihu: ["filing.change 区数据资源局 2026-03-09"],
        jiangxi: ["filing.change 同级政务公开主管部门 2026-03-09"],
      },
    ],
    ["change.reported", { wubu: [`system.update ${NATIONAL} 2026-03-04`] }],
    ["sponsor.changed", { longzihu: ["account.update-details 2026-03-09"] }],
    ["account.went-offline", { wubu: ["account.return 2026-04-01"] }],
    ["account.shut-down", { wubu: ["filing.shutdown 县政府办公室 2026-03-09"] }],
    ["account.close-approved", { wubu: ["account.start-cancelling 2026-03-09"] }],
    [
      "announcement.closing",
      {
        wubu: ["account.cancel from 2026-04-02 2026-04-10", "announcement.remove from 2026-04-02"],
        sxjt: ["account.cancel 2026-04-01"],
      },
    ],
    [
      "account.cancelled",
      {
        wubu: [`filing.close ${NATIONAL} 2026-03-04`],
        longzihu: ["filing.close 区数据资源局 2026-03-09"],
        jiangxi: ["filing.close 同级政务公开主管部门 2026-03-09"],
        sxjt: ["filing.close 厅办公室 2026-03-09"],
      },
    ],
    [
      "rulebook.in-force",
      {
        longzihu: ["filing.catch-up 区数据资源局 2026-03-30"],
        sxjt: ["filing.catch-up 厅办公室 2026-03-30"],
      },
    ],
  ]
  test.each(dated)("%s asks of each what its own text asks, and of the others nothing", (kind, wanted) => {
    for (const book of ["wubu", "longzihu", "xuancheng", "jiangxi", "sxjt"] as const)
      expect(after(book, kind), book).toEqual(wanted[book] ?? [])
  })

  test("only one of them knows of a time offline, once a year", () => {
    for (const book of ["longzihu", "xuancheng", "jiangxi", "sxjt"] as const)
      expect(allowance(stackOf(book), account), book).toBeNull()
    expect(allowance(stackOf("wubu"), account)).toMatchObject({ atMost: 1, cited: { rule: { per: "year" } } })
  })
})
