import { expect, test } from "vitest"
import { staying } from "./staying.ts"

const limit = "kind: limit, limit: offline-windows"
const offline = "kind: deadline, starts: account.went-offline, do: account.return"
const open = "kind: approval, for: account.open"
const gates = (...ids: string[]) =>
  `kind: checklist, for: item.publish, ticks: [${ids.map((id) => `{ id: ${id}, says: ${id} }`).join(", ")}]`
const answer = "kind: response, on: opinion, do: incident.answer"
const duty = "kind: roster, cover"

test.each([
  [
    "require: more of it",
    "kind: require, require: account.editors, atLeast: 1",
    "kind: require, require: account.editors, atLeast: 2",
    "second",
  ],
  [
    "require: one is the least",
    "kind: require, require: account.editors, atLeast: 1",
    "kind: require, require: account.editors",
    "second",
  ],
  [
    "require: refused before noted",
    "kind: require, require: account.custodian",
    "kind: require, require: account.custodian, missing: note",
    "first",
  ],
  [
    "require: another thing",
    "kind: require, require: unit.leader",
    "kind: require, require: unit.chief",
    "first and second",
  ],
  [
    "require: another moment",
    "kind: require, require: unit.leader",
    "kind: require, require: unit.leader, at: account.close",
    "first and second",
  ],
  ["limit: fewer", `${limit}, atMost: 1`, `${limit}, atMost: 2`, "first"],
  [
    "limit: shorter",
    "kind: limit, limit: silence, mark: zombie, atMost: 90 days",
    "kind: limit, limit: silence, mark: zombie, atMost: 9 weeks",
    "second",
  ],
  [
    "limit: another state",
    "kind: limit, limit: silence, mark: zombie, atMost: 90 days",
    "kind: limit, limit: silence, mark: dormant, atMost: 30 days",
    "first and second",
  ],
  [
    "limit: another span",
    `${limit}, atMost: 1, per: year`,
    `${limit}, atMost: 2, per: month`,
    "first and second",
  ],
  ["limit: fewer exceptions", `${limit}, atMost: 1, except: [ordered]`, `${limit}, atMost: 1`, "second"],
  [
    "limit: fewer, but more exceptions",
    `${limit}, atMost: 1, except: [ordered]`,
    `${limit}, atMost: 2`,
    "first and second",
  ],
  [
    "limit: a number against a length",
    `${limit}, atMost: 1`,
    `${limit}, atMost: 30 days`,
    "first and second",
  ],
  ["quota: oftener", "kind: quota, atLeast: 1 per week", "kind: quota, atLeast: 2 per week", "second"],
  [
    "quota: originals apart",
    "kind: quota, atLeast: 1 per week, counts: originals",
    "kind: quota, atLeast: 2 per week",
    "first and second",
  ],
  ["deadline: sooner", `${offline}, within: 30 days`, `${offline}, within: 20 days`, "second"],
  ["deadline: a longer wait", `${offline}, wait: 30 days`, `${offline}, wait: 20 days`, "first"],
  ["deadline: an earlier day", `${offline}, by: 2026-06-30`, `${offline}, by: 2026-07-31`, "first"],
  [
    "deadline: a wait and an end",
    `${offline}, wait: 30 days`,
    `${offline}, within: 60 days`,
    "first and second",
  ],
  [
    "deadline: another receiver",
    `${offline}, within: 3 days, to: 县`,
    `${offline}, within: 5 days, to: 市`,
    "first and second",
  ],
  [
    "deadline: another start",
    `${offline}, within: 3 days`,
    "kind: deadline, starts: account.shut-down, do: account.return, within: 5 days",
    "first and second",
  ],
  [
    "periodic: oftener",
    "kind: periodic, do: drill.hold, atLeast: 1 per year",
    "kind: periodic, do: drill.hold, atLeast: 2 per year",
    "second",
  ],
  [
    "periodic: another span",
    "kind: periodic, do: drill.hold, atLeast: 1 per year",
    "kind: periodic, do: drill.hold, atLeast: 1 per quarter",
    "first and second",
  ],
  [
    "periodic: at a fixed time",
    "kind: periodic, do: drill.hold, atLeast: 1 per year",
    "kind: periodic, do: drill.hold, atLeast: 1 per year, at: unit",
    "second",
  ],
  ["approval: more steps", `${open}, steps: [chief]`, `${open}, steps: [chief, county-office]`, "second"],
  [
    "approval: other steps",
    `${open}, steps: [leader]`,
    `${open}, steps: [chief, county-office]`,
    "first and second",
  ],
  ["approval: more levels", `${open}, levels: 3`, `${open}, levels: 2`, "first"],
  ["approval: a number before a word", `${open}, levels: 2`, `${open}, levels: as needed`, "first"],
  ["approval: different people", `${open}, levels: 2`, `${open}, levels: 2, differentPeople: true`, "second"],
  ["approval: more papers", `${open}, levels: 2, attach: [方案]`, `${open}, levels: 2`, "first"],
  [
    "approval: fewer reasons",
    `${open}, levels: 2, reasons: [撤并]`,
    `${open}, levels: 2, reasons: [撤并, 整合]`,
    "first",
  ],
  ["checklist: more gates", gates("law", "secrecy"), gates("law"), "first"],
  ["checklist: other gates", gates("law", "secrecy"), gates("law", "wording"), "first and second"],
  ["roster: more of the day", `${duty}: around the clock`, `${duty}: every day`, "first"],
  ["roster: gaps refused", `${duty}: every day, gaps: warn`, `${duty}: every day`, "second"],
  [
    "roster: more of the day, gaps warned of",
    `${duty}: around the clock, gaps: warn`,
    `${duty}: every day`,
    "first and second",
  ],
  ["response: sooner", `${answer}, within: 48 hours`, `${answer}, within: 24 hours`, "second"],
  [
    "response: more people called",
    `${answer}, within: 24 hours, call: [chief]`,
    `${answer}, within: 24 hours`,
    "first",
  ],
  [
    "response: with a ladder",
    `${answer}, within: 24 hours, ladder: [{ after: 1 hour, call: chief }]`,
    `${answer}, within: 24 hours`,
    "first",
  ],
  [
    "response: more to be shown",
    `${answer}, within: 24 hours`,
    `${answer}, within: 24 hours, needs: [{ id: link, says: 链接 }]`,
    "second",
  ],
  [
    "response: another incident",
    `${answer}, within: 24 hours`,
    "kind: response, on: rumour, do: incident.answer, within: 24 hours",
    "first and second",
  ],
  [
    "report: oftener",
    "kind: report, report: assessment, atLeast: 1 per year",
    "kind: report, report: assessment, atLeast: 2 per year",
    "second",
  ],
  [
    "report: shows more",
    "kind: report, report: assessment, atLeast: 1 per year, shows: [数量]",
    "kind: report, report: assessment, atLeast: 1 per year",
    "first",
  ],
  [
    "record: more fields",
    "kind: record, record: case.steps, fields: [登记]",
    "kind: record, record: case.steps, fields: [登记, 交办]",
    "second",
  ],
  [
    "record: another record",
    "kind: record, record: case.steps",
    "kind: record, record: account.scope",
    "first and second",
  ],
  [
    "outside: every one",
    "kind: outside, because: judgement",
    "kind: outside, because: judgement",
    "first and second",
  ],
])("%s", (_, first, second, expected) => {
  expect(staying(first, second)).toBe(expected)
})
